/** Days and periods. A day is an ISO 8601 date in UTC-free calendar form; periods are half-open. */

/** `YYYY-MM-DD`. Compare with `<`: ISO dates sort as strings. */
export type Day = string & { readonly __day: true };

/** A date as a text gives it: the first day of what is named, and how precisely it is named. */
export interface When {
  readonly day: Day;
  readonly precision: 'day' | 'month' | 'year';
}

/** From the first day on which a rule holds up to, and without, the first day on which it no longer does. */
export interface Period {
  readonly from?: When;
  readonly until?: When;
}

const SHAPE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** Reads `2011`, `2011-10` or `2011-10-28`; `undefined` when it is not a date of the calendar. */
export function parseWhen(text: string): When | undefined {
  const match = SHAPE.exec(text);
  if (!match) return undefined;
  const [, year, month, day] = match;
  const full = `${year}-${month ?? '01'}-${day ?? '01'}`;
  const time = new Date(`${full}T00:00:00Z`);
  if (Number.isNaN(time.getTime()) || time.toISOString().slice(0, 10) !== full) return undefined;
  return { day: full as Day, precision: day ? 'day' : month ? 'month' : 'year' };
}

/** Whether a period holds on a day. */
export function holdsOn(period: Period, day: Day): boolean {
  if (period.from && day < period.from.day) return false;
  return !(period.until && day >= period.until.day);
}

/** Whether two periods share a day. */
export function overlap(a: Period, b: Period): boolean {
  const startsBefore = (x: Period, y: Period): boolean => !x.from || !y.until || x.from.day < y.until.day;
  return startsBefore(a, b) && startsBefore(b, a);
}

/** The date as its text gave it: `2011-10` stays `2011-10`. */
export function showWhen(when: When): string {
  return when.day.slice(0, when.precision === 'day' ? 10 : when.precision === 'month' ? 7 : 4);
}
