/** From times as they are told to times since STARTEX: the rows of a list stand in the order in which they are played. */
import type { Duration } from '../arrangement/formula.ts';
import type { RowDue } from './row.ts';
import { LOCAL } from './mapping.ts';
import { DAY } from './time-of-day.ts';
import type { Told } from './time.ts';

export interface Timed {
  /** Rows of different sheets are separate lists. */
  readonly sheet: string;
  readonly told: Told;
}

export interface Settled {
  readonly due: RowDue;
  readonly remark?: 'time-next-day' | 'time-before-start';
}

/** A clock that goes back by so much has passed midnight; by less, the row is out of order. */
const PAST_MIDNIGHT = DAY / 2;

/** Days of clock times, from the day of the first of their sheet. */
function* days(list: readonly Timed[]): Generator<{ readonly day: number; readonly next: boolean }> {
  let sheet: string | undefined;
  let [day, clock] = [0, 0];
  for (const { sheet: own, told } of list) {
    if (own !== sheet) [sheet, day, clock] = [own, 0, 0];
    const next = told.type === 'clock' && clock - told.clock >= PAST_MIDNIGHT;
    if (told.type === 'clock') [day, clock] = [day + (next ? 1 : 0), told.clock];
    if (told.type === 'day') [day, clock] = [told.day, told.clock];
    yield { day, next };
  }
}

/**
 * STARTEX at the place of the exercise, in seconds since 1970: as given; else the first date; else the first clock time, on `day`;
 * else nine o'clock of that day.
 */
export function startexOf(list: readonly Timed[], given: string | undefined, day: string): number {
  if (given !== undefined && LOCAL.test(given)) return Date.parse(`${given}Z`) / 1000;
  const dates = list.flatMap(({ told }) => (told.type === 'date' ? [told.at] : []));
  if (dates.length > 0) return dates.reduce((least, each) => Math.min(least, each));
  const base = Date.parse(`${day}T00:00Z`) / 1000;
  let first = Infinity;
  let index = 0;
  for (const { day: counted } of days(list)) {
    const { told } = list[index]!;
    if (told.type === 'clock' || told.type === 'day') first = Math.min(first, counted * DAY + told.clock);
    index += 1;
  }
  return base + (first === Infinity ? 9 * 3600 : first);
}

/** When each row is due. */
export function settle(list: readonly Timed[], startex: number): Settled[] {
  const midnight = Math.floor(startex / DAY) * DAY;
  return [...days(list)].map(({ day, next }, index) => {
    const { told } = list[index]!;
    if (told.type === 'reserve' || told.type === 'branch') return { due: told };
    const after =
      told.type === 'offset'
        ? told.after
        : (told.type === 'date' ? told.at : midnight + day * DAY + told.clock) - startex;
    const remark = after < 0 ? 'time-before-start' : next ? 'time-next-day' : undefined;
    const due = { type: 'time', after: Math.max(0, after) as Duration } as const;
    return { due, ...(remark ? { remark } : {}) };
  });
}
