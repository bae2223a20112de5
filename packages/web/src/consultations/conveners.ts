/** Who can open a consultation, in which office and on what. */
import { consultation, type Arrangement, type Day } from '@foedus/kernel';
import { dayOf, numberOf, turnsOf } from '../arrangements/time/history.ts';
import type { Session } from '../api/session.ts';

export interface Convener {
  readonly seat: string;
  readonly office: string;
  /** On which it may, in the order of the arrangement: none, where no rule names the office on the day. */
  readonly matters: readonly string[];
}

/** Every office of the seats that a person holds: all in a demonstration, in which there are no accounts. */
export function convenersOf(
  arrangement: Arrangement,
  at: Day,
  session: Session | undefined,
): readonly Convener[] {
  const roles = session?.principal?.roles ?? [];
  const holds = (seat: string): boolean =>
    session?.demo === true ||
    roles.some((r) => r.role === 'seat-holder' && r.arrangement === arrangement.id && r.seat === seat);
  return [...consultation.seating(arrangement, at)]
    .filter(([seat]) => holds(seat))
    .flatMap(([seat, { offices }]) =>
      offices.map((office) => ({ seat, office, matters: consultation.openable(arrangement, at, office) })),
    );
}

/** The one that is wished for, as far as there is one; before others, one who can open something. */
export function chosenOf(
  conveners: readonly Convener[],
  seat: string | undefined,
  office: string | undefined,
): Convener | undefined {
  const seated = conveners.filter((each) => each.seat === seat);
  const among = seated.length > 0 ? seated : conveners;
  return (
    among.find((each) => each.office === office) ??
    among.find(({ matters }) => matters.length > 0) ??
    among.at(0)
  );
}

/** The latest day before this one on which a consultation could be opened: an arrangement changes on its turns alone. */
export function dayBefore(arrangement: Arrangement, at: Day, session: Session | undefined): Day | undefined {
  return turnsOf(arrangement)
    .filter(({ day }) => day <= at)
    .map(({ day }) => dayOf(numberOf(day) - 1))
    .toReversed()
    .find((day) => convenersOf(arrangement, day, session).some(({ matters }) => matters.length > 0));
}
