/** Links between those who consult, as far as they are down. */
import type { Arrangement } from '../arrangement/model.ts';
import type { LinkChange } from './command.ts';
import { seating } from './seating.ts';
import type { Consultation, Cut } from './state.ts';

/** Whether two are the same link, from whichever end they are named. */
export function sameCut(one: Cut, other: Cut): boolean {
  return (one.of === other.of && one.with === other.with) || (one.of === other.with && one.with === other.of);
}

export function cutAfter(cut: readonly Cut[], command: LinkChange): readonly Cut[] {
  const link: Cut = { of: command.of, ...(command.with === undefined ? {} : { with: command.with }) };
  return command.type === 'link-down' ? [...cut, link] : cut.filter((each) => !sameCut(each, link));
}

/** Whether what one seat says does not reach another, because its link is down, or the one between their parties. */
export function isCutOff(
  arrangement: Arrangement,
  state: Pick<Consultation, 'case' | 'cut'>,
  from: string,
  to: string,
): boolean {
  const seats = seating(arrangement, state.case.at);
  const belongs = (seat: string, end: string): boolean =>
    seat === end || (seats.get(seat)?.parties.every((party) => party === end) ?? false);
  return state.cut.some((each) =>
    each.with === undefined
      ? each.of === to
      : (belongs(from, each.of) && belongs(to, each.with)) ||
        (belongs(from, each.with) && belongs(to, each.of)),
  );
}
