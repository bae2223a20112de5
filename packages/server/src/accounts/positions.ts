/** Which seats and parties there are to be granted. */
import { consultation, type Arrangement, type Day } from '@foedus/kernel';
import type { Role } from './principal.ts';
import { accountProblem } from './problem.ts';

/** The arrangement under which something is held: that of the case where there is one, else the one on the shelf that is named. */
export type Governing = (held: {
  readonly arrangement?: string;
  readonly case?: string;
}) => Promise<Arrangement | undefined>;

/** Refuses a seat, a party or a case to observe that there is not, such as a misspelt one: it would open nothing, and nobody would be told. */
export async function refuseUnknown(governing: Governing, role: Role): Promise<void> {
  if (role.role !== 'party-staff' && role.role !== 'seat-holder' && role.role !== 'observer') return;
  if (role.role === 'observer') {
    if (!(await governing({ case: role.case }))) throw accountProblem('unknown-case', { case: role.case });
    return;
  }
  const found = await governing(role);
  if (found?.id !== role.arrangement)
    throw accountProblem('unknown-arrangement', { arrangement: role.arrangement });
  const { id: arrangement } = found;
  if (role.role === 'party-staff' && !found.parties.has(role.party))
    throw accountProblem('unknown-party', { party: role.party, arrangement });
  if (role.role === 'seat-holder' && !isSeat(found, role.seat))
    throw accountProblem('unknown-seat', { seat: role.seat, arrangement });
}

/** Whether somebody can sit there on any day, the director of an exercise among them. */
function isSeat(arrangement: Arrangement, seat: string): boolean {
  return (
    seat === consultation.DIRECTOR ||
    daysOfChange(arrangement).some((day) => consultation.seating(arrangement, day).has(seat))
  );
}

/** A day of each stretch of time in which the seats are the same. */
function daysOfChange({ offices, seats }: Arrangement): readonly Day[] {
  const periods = [...offices.values(), ...seats.values()];
  const days = periods
    .flatMap(({ from, until }) => [from?.day, until?.day])
    .filter((day) => day !== undefined);
  return [...new Set(['0001-01-01' as Day, ...days])];
}
