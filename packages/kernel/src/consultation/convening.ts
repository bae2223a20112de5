/** Who conducts a consultation: adjourns it, resumes it and closes it. */
import type { Arrangement } from '../arrangement/model.ts';
import { successionTo } from '../authority/grants.ts';
import { settled } from './circumstance.ts';
import { seating } from './seating.ts';
import type { Consultation } from './state.ts';

/**
 * The seat that opened it. When that is absent or its office vacant: whoever succeeds to the office or, where the arrangement names nobody
 * who is there, any seat that answers to just the same parties.
 */
export function mayConduct(arrangement: Arrangement, state: Consultation, seat: string): boolean {
  const { at, convener, office } = state.case;
  const { conditions } = settled(arrangement, state);
  const isGone = (of: string, who: string): boolean =>
    state.absent.includes(who) || conditions[`vacant-${of}`] === true;
  if (!isGone(office, convener)) return seat === convener;
  const seats = seating(arrangement, at);
  const sits = (of: string): string | undefined =>
    [...seats].find(([, { offices }]) => offices.includes(of))?.[0];
  const line = (successionTo(arrangement, office, at)?.order ?? []).flatMap((of) => {
    const who = sits(of);
    return who === undefined || isGone(of, who) ? [] : [who];
  });
  if (line.length > 0) return seat === line[0];
  const parties = seats.get(convener)?.parties ?? [];
  const own = seats.get(seat)?.parties ?? [];
  return seat !== convener && own.length === parties.length && own.every((each) => parties.includes(each));
}
