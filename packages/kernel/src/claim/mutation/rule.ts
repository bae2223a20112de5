/** What the rules about acts have in common: their formulas and the matters that they touch. */
import type { Act } from '../../arrangement/act.ts';
import { actsIn, type Formula } from '../../arrangement/formula.ts';
import type { Any, Delegation, Duty, Power } from '../../arrangement/model.ts';

export type ActRule = Power | Duty | Delegation;

export function isActRule(entry: Any): entry is ActRule {
  return entry.type === 'power' || entry.type === 'duty' || entry.type === 'delegation';
}

export function formulasOf(rule: ActRule): readonly Formula[] {
  switch (rule.type) {
    case 'power':
      return [rule.valid, rule.proper, rule.inForce, ...(rule.revocableBy ? [rule.revocableBy] : [])];
    case 'duty':
      return rule.cases.flatMap(({ when, must }) => (when ? [when, must] : [must]));
    case 'delegation':
      return [rule.when];
  }
}

/** The act that it is about, and those that its formulas name. */
export function actsOf(rule: ActRule): readonly Act[] {
  return [rule.act, ...formulasOf(rule).flatMap(actsIn)];
}

export function mattersOf(rule: ActRule): readonly string[] {
  return actsOf(rule).map(({ on }) => on);
}

/** The one who does an act and the one to whom it is done. */
export function actorsOf({ by, to }: Act): readonly string[] {
  return to === undefined ? [by] : [by, to];
}
