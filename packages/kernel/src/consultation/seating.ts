/** Who sits where on a day. */
import { holdsOn, type Day } from '../arrangement/date.ts';
import type { Arrangement } from '../arrangement/model.ts';
import { partiesIn, seatOf } from '../authority/players.ts';

export interface Seated {
  /** The offices that the seat holds, in the order of the arrangement. */
  readonly offices: readonly string[];
  /** The parties to which they answer, sorted. */
  readonly parties: readonly string[];
}

const known = new WeakMap<Arrangement, Map<Day, ReadonlyMap<string, Seated>>>();

/** Every seat with an office in force on the day. Remembered for each arrangement, which never changes. */
export function seating(arrangement: Arrangement, at: Day): ReadonlyMap<string, Seated> {
  const days = known.get(arrangement) ?? new Map<Day, ReadonlyMap<string, Seated>>();
  known.set(arrangement, days);
  const before = days.get(at);
  if (before) return before;
  const offices = [...arrangement.offices.values()].filter((office) => holdsOn(office, at));
  const grouped = Map.groupBy(offices, ({ id }) => seatOf(arrangement, id, at));
  const seats = new Map(
    [...grouped].map(([seat, held]) => {
      const ids = held.map(({ id }) => id);
      return [seat, { offices: ids, parties: partiesOf(arrangement, ids) }];
    }),
  );
  days.set(at, seats);
  return seats;
}

/** The parties to which offices answer, sorted. */
export function partiesOf(arrangement: Arrangement, offices: readonly string[]): readonly string[] {
  const parties = offices.flatMap((id) => {
    const office = arrangement.offices.get(id);
    return office ? partiesIn(office.answersTo) : [];
  });
  return [...new Set(parties)].toSorted((a, b) => (a < b ? -1 : 1));
}
