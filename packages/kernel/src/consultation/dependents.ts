/** Which acts may come to be in effect, or to be proper, when another is done: what the rules make of it, through however many of them. */
import { memberAct, showAct, type Act } from '../arrangement/act.ts';
import { actsIn } from '../arrangement/formula.ts';
import type { Arrangement } from '../arrangement/model.ts';
import { universe } from '../authority/universe.ts';

/** By the sentence of an act, those whose rules or members name it. */
type Uses = ReadonlyMap<string, readonly Act[]>;

const uses = new WeakMap<Arrangement, Uses>();
const known = new WeakMap<Arrangement, Map<string, readonly Act[]>>();

/** In the order of the arrangement, which never changes; no date is looked at, so there may be more than can come about. */
export function dependents(arrangement: Arrangement, act: Act): readonly Act[] {
  const found = known.get(arrangement) ?? new Map<string, readonly Act[]>();
  known.set(arrangement, found);
  const sentence = showAct(act);
  const acts = found.get(sentence) ?? reached(arrangement, act);
  found.set(sentence, acts);
  return acts;
}

function reached(arrangement: Arrangement, act: Act): readonly Act[] {
  const all = universe(arrangement);
  const used = usesIn(arrangement);
  const open = [...all.values()].filter((each) => standsIn(act, each));
  const reach = new Set([showAct(act), ...open.map(showAct)]);
  for (const sentence of reach) for (const each of used.get(sentence) ?? []) reach.add(showAct(each));
  return [...all].flatMap(([sentence, each]) => (reach.has(sentence) ? [each] : []));
}

/** Whether doing one act may be doing another: in somebody's place or, of a delegation, by letting somebody else do it. */
function standsIn(act: Act, other: Act): boolean {
  return (
    (other.kind === act.kind && other.on === act.on && other.to === act.to) ||
    (act.kind === 'delegate' && other.by === act.by && other.on === act.on)
  );
}

function usesIn(arrangement: Arrangement): Uses {
  const before = uses.get(arrangement);
  if (before) return before;
  const found = new Map<string, Act[]>();
  const add = (used: Act, by: Act): void => {
    const list = found.get(showAct(used));
    if (list) list.push(by);
    else found.set(showAct(used), [by]);
  };
  for (const act of universe(arrangement).values()) {
    const rules = [
      ...[...arrangement.powers.values()].map((power) => ({
        of: power.act,
        on: [power.valid, power.proper],
      })),
      ...[...arrangement.duties.values()].map((duty) => ({
        of: duty.act,
        on: duty.cases.map(({ must }) => must),
      })),
      ...[...arrangement.delegations.values()].map(({ act: of, when }) => ({ of, on: [when] })),
    ].filter(({ of }) => of.kind === act.kind && of.on === act.on && of.by === act.by);
    for (const formula of rules.flatMap(({ on }) => on)) for (const each of actsIn(formula)) add(each, act);
    for (const member of arrangement.bodies.get(act.by)?.members ?? []) add(memberAct(act, member), act);
  }
  uses.set(arrangement, found);
  return found;
}
