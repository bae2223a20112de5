/** Every act that an arrangement speaks of, whatever the date: what its powers grant, its formulas name and its bodies' members do. */
import { memberAct, showAct, type Act } from '../arrangement/act.ts';
import { holdsOn, type Day, type Period } from '../arrangement/date.ts';
import { actsIn, type Formula } from '../arrangement/formula.ts';
import type { Arrangement } from '../arrangement/model.ts';

function formulas(arrangement: Arrangement): Formula[] {
  return [
    ...[...arrangement.powers.values()].flatMap((power) => [
      power.valid,
      power.proper,
      power.inForce,
      ...(power.revocableBy ? [power.revocableBy] : []),
    ]),
    ...[...arrangement.duties.values()].flatMap((duty) => duty.cases.map((each) => each.must)),
    ...[...arrangement.delegations.values()].map((delegation) => delegation.when),
  ];
}

const known = new WeakMap<Arrangement, ReadonlyMap<string, Act>>();

/** The acts by their sentences, in the order of the arrangement. Remembered for each arrangement, which never changes. */
export function universe(arrangement: Arrangement): ReadonlyMap<string, Act> {
  const before = known.get(arrangement);
  if (before) return before;
  const acts = new Map<string, Act>();
  const successors = new Map([...arrangement.successions.values()].map((each) => [each.office, each.order]));
  const add = (act: Act): void => {
    const sentence = showAct(act);
    if (acts.has(sentence)) return;
    acts.set(sentence, act);
    for (const member of arrangement.bodies.get(act.by)?.members ?? []) add(memberAct(act, member));
    for (const by of successors.get(act.by) ?? []) add({ ...act, by });
  };
  for (const power of arrangement.powers.values()) add(power.act);
  for (const duty of arrangement.duties.values()) add(duty.act);
  for (const formula of formulas(arrangement)) for (const act of actsIn(formula)) add(act);
  for (const delegation of arrangement.delegations.values()) {
    add(delegation.act);
    add({ ...delegation.act, by: delegation.to });
  }
  known.set(arrangement, acts);
  return acts;
}

/** The acts that some rule in force on a day grants or names. */
export function namedActs(arrangement: Arrangement, at: Day): readonly Act[] {
  const inForce = <T extends Period>(table: ReadonlyMap<string, T>): T[] =>
    [...table.values()].filter((each) => holdsOn(each, at));
  const acts = [
    ...inForce(arrangement.powers).flatMap((power) => [
      power.act,
      ...actsIn(power.valid),
      ...actsIn(power.proper),
    ]),
    ...inForce(arrangement.duties).flatMap((duty) => [
      duty.act,
      ...duty.cases.flatMap((each) => actsIn(each.must)),
    ]),
  ];
  return [...new Map(acts.map((act) => [showAct(act), act])).values()];
}
