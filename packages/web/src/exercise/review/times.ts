/** When something happened in an exercise. */
import type { Moment } from '../judge/records.ts';

/** Each moment at which something was sent, said, done or refused, in order, as scenario time since STARTEX. */
export function timesOf({ cases, seen }: Moment, startex: number): readonly number[] {
  const entries = Object.values(cases).flatMap((each) =>
    each.entries.map(({ command }) => command.at - startex),
  );
  const told = [...seen.inbox, ...seen.messages, ...(seen.judging?.refusals ?? [])].map(
    ({ elapsed }) => elapsed,
  );
  return [...new Set([...entries, ...told])].toSorted((a, b) => a - b);
}
