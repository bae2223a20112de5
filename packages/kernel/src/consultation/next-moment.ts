/** When something comes about by itself: silence runs out, or a deadline is missed. */
import type { Instant } from './clock.ts';
import type { Consultation } from './state.ts';

/**
 * The first such moment after one up to which all has been found; `null` while there is none, or the clock stands. A silence that is held up
 * has none until it goes on. What was done in time still has its moment: then nothing is found.
 */
export function nextMoment(state: Consultation, foundUpTo: Instant): Instant | null {
  const { clock, deadlines, owed, silences } = state;
  const { ran, since } = clock;
  if (since === null) return null;
  const momentOf = (run: number): number => since + (run - ran);
  const given = silences
    .filter((silence) => silence.state === 'running' && silence.heldSince === undefined)
    .map(({ until }) => momentOf(until));
  const missed = [
    ...deadlines,
    ...owed.flatMap((each) => (each.within === undefined ? [] : [each.since + each.within * 1000])),
  ].map((until) => momentOf(until) + 1);
  const next = [...given, ...missed].filter((moment) => moment > foundUpTo);
  return next.length === 0 ? null : (Math.min(...next) as Instant);
}
