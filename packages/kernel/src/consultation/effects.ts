/** What takes effect through what was done: a body's act by its members, an absent office's by whoever stands in for it. */
import { covers, showAct, type Act } from '../arrangement/act.ts';
import { holdsOn } from '../arrangement/date.ts';
import type { Arrangement } from '../arrangement/model.ts';
import { TRUTH } from './algebra.ts';
import { inEach, settled } from './circumstance.ts';
import { runAt, type Instant } from './clock.ts';
import { derived } from './derived.ts';
import type { Event } from './event.ts';
import { entriesFor, knownTo } from './knowledge.ts';
import { admits } from './marking.ts';
import { seating } from './seating.ts';
import { Reckoning } from './reckoning.ts';
import type { Consultation, Effected, Owed, Standing } from './state.ts';

/**
 * What is newly in effect, each with the seats that know all it rests on. `counts`: what the entry recorded last is in itself, known
 * to all who may see it.
 */
export function effects(
  arrangement: Arrangement,
  state: Consultation,
  at: Instant,
  counts: readonly Act[] = [],
): readonly Event[] {
  const merged = new Map<string, { act: Act; standing: Standing; seats: Set<string> }>();
  const add = (act: Act, standing: Standing, seats: Iterable<string>): void => {
    const key = `${standing} ${showAct(act)}`;
    const found = merged.get(key) ?? { act, standing, seats: new Set() };
    for (const seat of seats) found.seats.add(seat);
    merged.set(key, found);
  };
  const last = state.entries.at(-1);
  const direct = new Set(counts.map(showAct));
  for (const seats of alike(arrangement, state)) {
    const done = knownTo(arrangement, state, seats[0]!);
    const sees =
      last !== undefined && last.markings.some((each) => admits(arrangement, state.case.at, each, seats[0]!));
    if (sees) {
      for (const act of counts) {
        const standing = last.standing ?? 'proper';
        if (!done.effected(act, standing === 'proper' ? 'proper' : 'valid')) add(act, standing, seats);
      }
    }
    for (const { act, standing } of derived(arrangement, state, done)) {
      if (!(sees && direct.has(showAct(act)))) add(act, standing, seats);
    }
  }
  if (merged.size === 0) return [];
  const acts = [...merged.values()].map(({ act, standing, seats }): Effected => ({
    act,
    standing,
    at,
    seats: [...seats],
  }));
  return [{ type: 'effected', at, acts, owed: acts.flatMap((each) => owedAfter(arrangement, state, each)) }];
}

/** The seats in groups that know the same. */
function alike(arrangement: Arrangement, state: Consultation): readonly (readonly string[])[] {
  const groups = new Map<string, string[]>();
  for (const seat of seating(arrangement, state.case.at).keys()) {
    const key = JSON.stringify([
      entriesFor(arrangement, state, seat).map(({ id }) => id),
      state.effected.flatMap(({ seats }, index) => (seats.includes(seat) ? [index] : [])),
    ]);
    groups.set(key, [...(groups.get(key) ?? []), seat]);
  }
  return [...groups.values()];
}

/** What duties demand after an act: the cases that apply whatever is left open. */
function owedAfter(
  arrangement: Arrangement,
  state: Consultation,
  { act, at, seats }: Effected,
): readonly Owed[] {
  const duties = [...arrangement.duties.values()].filter(
    (duty) => duty.time === 'after' && covers(duty.act, act) && holdsOn(duty, state.case.at),
  );
  return duties.flatMap((duty) => {
    const done = knownTo(arrangement, state, seats[0]!);
    const applying = inEach(arrangement, settled(arrangement, state), (world) =>
      new Reckoning(arrangement, state.case.at, world, TRUTH, done, () => false).applying(duty.cases),
    );
    const [first, ...rest] = applying;
    return first!.is
      .filter((each) => rest.every(({ is }) => is.includes(each)))
      .map(({ label, within }) => ({
        duty: duty.id,
        label,
        act,
        since: runAt(state.clock, at),
        seats,
        ...(within === undefined ? {} : { within }),
      }));
  });
}
