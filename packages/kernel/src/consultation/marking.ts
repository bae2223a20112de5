/** To whom an item may be shown. What a marking does not grant, it denies. */
import type { Day } from '../arrangement/date.ts';
import type { Arrangement } from '../arrangement/model.ts';
import { seating } from './seating.ts';

export type Marking =
  /** Every seat all of whose offices answer to this party alone. */
  | { readonly to: 'party'; readonly party: string }
  /** Every seat all of whose offices answer to these parties and to no other: “both”. */
  | { readonly to: 'parties'; readonly parties: readonly string[] }
  | { readonly to: 'seats'; readonly seats: readonly string[] }
  | { readonly to: 'all' };

/** Whether a marking grants an item to a seat. Who is no seat on the day is granted nothing. */
export function admits(arrangement: Arrangement, at: Day, marking: Marking, seat: string): boolean {
  const seated = seating(arrangement, at).get(seat);
  if (!seated) return false;
  switch (marking.to) {
    case 'party':
      return seated.parties.every((each) => each === marking.party);
    case 'parties':
      return seated.parties.every((each) => marking.parties.includes(each));
    case 'seats':
      return marking.seats.includes(seat);
    case 'all':
      return true;
  }
}

/** The seats that one of the markings admits, in the order of the arrangement. */
export function admitted(
  arrangement: Arrangement,
  at: Day,
  markings: readonly Marking[],
): ReadonlySet<string> {
  const seats = [...seating(arrangement, at).keys()];
  return new Set(seats.filter((seat) => markings.some((each) => admits(arrangement, at, each, seat))));
}
