/** Seats by the parties to which they answer. */
import { consultation, type Arrangement, type Day } from '@foedus/kernel';

export interface Side {
  /** `undefined`: of several parties together. */
  readonly party: string | undefined;
  readonly seats: readonly string[];
}

/** Every seat of the day, party by party in the order of the arrangement; those of several parties come last. */
export function sides(arrangement: Arrangement, at: Day): readonly Side[] {
  const grouped = Map.groupBy(consultation.seating(arrangement, at), ([, { parties }]) =>
    parties.length === 1 ? parties[0] : undefined,
  );
  return [...arrangement.parties.keys(), undefined].flatMap((party) => {
    const seats = grouped.get(party)?.map(([seat]) => seat);
    return seats ? [{ party, seats }] : [];
  });
}
