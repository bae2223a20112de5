/** Requirements that go round in a circle: nobody could ever begin. */
import type { Report } from '../../yaml/shape.ts';
import { covers, memberAct, showAct, type Act } from '../act.ts';
import { holdsOn, type Day } from '../date.ts';
import { actsIn } from '../formula.ts';
import type { Arrangement, Delegation, Duty, Power } from '../model.ts';

/**
 * Reports every circle of acts that need each other on one day: an act needs those in the `valid` and `proper` of the powers that
 * grant it, those owed before it and, of a body, those of its members.
 */
export function checkCycles(arrangement: Arrangement, report: Report): void {
  const reported = new Set<string>();
  for (const day of days(arrangement)) {
    const powers = [...arrangement.powers.values()].filter((power) => holdsOn(power, day));
    const duties = [...arrangement.duties.values()].filter(
      (duty) => duty.time === 'before' && holdsOn(duty, day),
    );
    const delegations = [...arrangement.delegations.values()].filter((each) => holdsOn(each, day));
    for (const cycle of cyclesOf(powers, duties, (act) => doing(arrangement, delegations, act))) {
      const key = cycle.toSorted().join();
      if (reported.has(key)) continue;
      reported.add(key);
      const owner = [...powers, ...duties].find((rule) => cycle.includes(showAct(rule.act)))!;
      report('requirement-cycle', owner.place, { acts: [...cycle, cycle[0]!].join(' → ') });
    }
  }
}

/** The days on which something changes; the rules are the same from each to the next. */
function days({ powers, duties }: Arrangement): Day[] {
  const rules = [...powers.values(), ...duties.values()];
  const changes = rules.flatMap(({ from, until }) =>
    [from?.day ?? ('0000-01-01' as Day), until?.day ?? []].flat(),
  );
  return [...new Set(changes)].toSorted((a, b) => (a < b ? -1 : 1));
}

/** What it takes that an act is done at all: of a body, its members' acts; by a delegate, what the delegation asks for. */
function doing(arrangement: Arrangement, delegations: readonly Delegation[], act: Act): Act[] {
  const members = arrangement.bodies.get(act.by)?.members ?? [];
  return [
    ...members.map((member) => memberAct(act, member)),
    ...delegations.filter((each) => covers(each.act, act)).flatMap((each) => actsIn(each.when)),
  ];
}

/** One circle through every act from which, in depth-first order, a way leads back. */
function* cyclesOf(
  powers: readonly Power[],
  duties: readonly Duty[],
  doing: (act: Act) => readonly Act[],
): Generator<string[]> {
  const needs = (act: Act): Act[] => [
    ...doing(act),
    ...powers
      .filter((power) => covers(power.act, act))
      .flatMap((power) => [...actsIn(power.valid), ...actsIn(power.proper)]),
    ...duties
      .filter((duty) => covers(duty.act, act))
      .flatMap((duty) => duty.cases.flatMap((each) => actsIn(each.must))),
  ];
  const done = new Set<string>();
  for (const start of [...powers, ...duties]) {
    const path: { readonly name: string; readonly rest: Act[] }[] = [];
    const enter = (act: Act): void => {
      path.push({ name: showAct(act), rest: needs(act).toReversed() });
    };
    if (!done.has(showAct(start.act))) enter(start.act);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const next = top.rest.pop();
      if (!next) {
        done.add(top.name);
        path.pop();
        continue;
      }
      const name = showAct(next);
      const at = path.findIndex((each) => each.name === name);
      if (at >= 0) yield path.slice(at).map((each) => each.name);
      else if (!done.has(name)) enter(next);
    }
  }
}
