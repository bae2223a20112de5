/** What of the arrangement a scenario rehearses, as far as it is written: rules, clauses, matters, failures. */
import { covers, type Act } from '../../../arrangement/act.ts';
import { holdsOn } from '../../../arrangement/date.ts';
import { actsIn } from '../../../arrangement/formula.ts';
import type { Duty, Power } from '../../../arrangement/model.ts';
import type { Condition } from '../condition.ts';
import type { WorldEffect } from '../effect.ts';
import type { CriticalTask, Scenario } from '../model.ts';
import { conditionsOf } from './conditions.ts';
import { FAILURES, type Failure } from './finding.ts';
import type { Ground } from './ground.ts';

export interface ScenarioCoverage {
  /** Powers and duties in force on the matters that are consulted on. */
  readonly rules: readonly { readonly rule: Power | Duty; readonly touched: boolean }[];
  /** The clauses that these cite, `instrument/clause`. */
  readonly clauses: readonly { readonly clause: string; readonly touched: boolean }[];
  /** Matters of rules in force that no consultation is about. */
  readonly otherMatters: readonly string[];
  readonly failures: readonly { readonly failure: Failure; readonly touched: boolean }[];
}

/** A rule is touched if a task or a change of the world names it or its clause, or an act that is waited for rests on it. */
export function coverageOf(ground: Ground): ScenarioCoverage {
  const { arrangement, scenario } = ground;
  const conditions = conditionsOf(scenario);
  const effects = [...scenario.injects.values()].flatMap((inject) => inject.effects);
  const outcomes = conditions.flatMap((each) => (each.type === 'effected' ? [each] : []));
  const acts = outcomes.flatMap(({ outcome, standing }) => [
    ...(outcome.by === undefined ? [] : [{ ...outcome, by: outcome.by }]),
    ...(ground.ways(outcome, standing)[0] ?? []),
    ...(ground.ways(outcome, 'proper')[0] ?? []),
  ]);
  const named = new Set([...tasksOf(scenario).flatMap(({ rules }) => rules), ...effects.flatMap(ruleOf)]);
  const matters = new Set([...scenario.consultations.values()].flatMap((each) => each.matters));
  const inForce = [...arrangement.powers.values(), ...arrangement.duties.values()].filter((rule) =>
    holdsOn(rule, scenario.at),
  );
  const own = inForce.filter(({ act }) => matters.has(act.on));
  const rules = own.map((rule) => ({
    rule,
    touched:
      named.has(rule.id) ||
      (rule.clause !== undefined && named.has(rule.clause)) ||
      acts.some((act) => bearsOn(rule, act)),
  }));
  const clauses = [...new Set(own.flatMap(({ clause }) => clause ?? []))].map((clause) => ({
    clause,
    touched: named.has(clause) || rules.some((each) => each.rule.clause === clause && each.touched),
  }));
  const others = inForce
    .map(({ act }) => act.on)
    .filter((on) => arrangement.matters.has(on) && !matters.has(on));
  return {
    rules,
    clauses,
    otherMatters: [...new Set(others)],
    failures: FAILURES.map((failure) => ({ failure, touched: FAILED[failure](conditions, effects) })),
  };
}

export function tasksOf({ objectives }: Scenario): readonly CriticalTask[] {
  return [...objectives.values()].flatMap(({ capabilities }) =>
    [...capabilities.values()].flatMap(({ tasks }) => [...tasks.values()]),
  );
}

function ruleOf(effect: WorldEffect): readonly string[] {
  return effect.type === 'suspend' || effect.type === 'restore' ? [effect.rule] : [];
}

function bearsOn(rule: Power | Duty, act: Act): boolean {
  const asked = rule.type === 'duty' ? rule.cases.flatMap((each) => actsIn(each.must)) : [];
  return [rule.act, ...asked].some((each) => covers(each, act));
}

type Has = (conditions: readonly Condition[], effects: readonly WorldEffect[]) => boolean;
const effected =
  (...types: readonly WorldEffect['type'][]): Has =>
  (_, effects) =>
    effects.some(({ type }) => types.includes(type));

const FAILED: Readonly<Record<Failure, Has>> = {
  link: effected('link-down'),
  absence: effected('absent'),
  vacancy: (_, effects) =>
    effects.some((each) => each.type === 'condition' && each.holds && each.condition.startsWith('vacant-')),
  'new-holder': effected('succeed'),
  'suspended-rule': effected('suspend'),
  departure: (conditions) =>
    conditions.some((each) => each.type === 'effected' && each.standing === 'departure'),
  refusal: (conditions) => conditions.some(({ type }) => type === 'refused'),
};
