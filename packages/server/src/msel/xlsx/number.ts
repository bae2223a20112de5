/** Numbers as a person sees them: dates, times and plain numbers are one kind of cell, told apart by their format (ECMA-376, 18.8.30). */

export type Format =
  | 'number'
  | 'date'
  | 'time'
  | 'date-time'
  | 'elapsed'
  | 'percent'
  | { readonly digits: number };

/** Formats that have a number and no code. */
const BUILT_IN = new Map<number, Format>([
  ...[14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((id) => [id, 'date'] as const),
  ...[18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56].map((id) => [id, 'time'] as const),
  [22, 'date-time'],
  [46, 'elapsed'],
  [9, 'percent'],
  [10, 'percent'],
]);

export function formatOf(id: number, code: string | undefined): Format {
  if (code === undefined) return BUILT_IN.get(id) ?? 'number';
  const [positive = ''] = code.split(';');
  const bare = positive.replaceAll(/"[^"]*"|\\.|_.|\*./g, '');
  if (/\[(?:h+|m+|s+)\]/i.test(bare)) return 'elapsed';
  const plain = bare.replaceAll(/\[[^\]]*\]/g, '');
  if (/^0+$/.test(plain)) return { digits: plain.length };
  if (/^[0#,.]*%$/.test(plain)) return 'percent';
  const time = /[hs]/i.test(plain) && !/general/i.test(plain);
  const date = /[yde]/i.test(plain.replaceAll(/general|e[-+]/gi, '')) || (!time && /m{1,5}/i.test(plain));
  if (date) return time ? 'date-time' : 'date';
  return time ? 'time' : 'number';
}

const DAY = 86_400;
/** Days from 1899-12-30, from which a workbook counts, to 1970-01-01. */
const EPOCH = 25_569;
/** Days from 1899-12-30 to 1904-01-01, from which workbooks of old Macintoshes count. */
const SINCE_1904 = 1462;

export interface Shown {
  readonly text: string;
  readonly of: 'number' | 'moment';
}

export function showNumber(value: number, format: Format, since1904: boolean): Shown {
  if (typeof format === 'object') return { text: String(value).padStart(format.digits, '0'), of: 'number' };
  if (format === 'percent') return { text: `${plain(value * 100)}%`, of: 'number' };
  const isDay = format === 'date' || format === 'date-time';
  if (format === 'number' || value < 0 || (isDay && value >= LAST))
    return { text: plain(value), of: 'number' };
  const seconds = Math.round(value * DAY);
  if (format === 'elapsed')
    return { text: `+${hands(Math.floor(seconds / 3600), seconds % 3600)}`, of: 'moment' };
  const clock = hands(Math.floor((seconds % DAY) / 3600), seconds % 3600);
  if (format === 'time') return { text: clock, of: 'moment' };
  // The workbook's calendar has a 29 February 1900, which there was not: before it, days are counted one too low.
  const days = Math.floor(seconds / DAY) + (since1904 ? SINCE_1904 : seconds < 60 * DAY ? 1 : 0);
  const day = new Date((days - EPOCH) * DAY * 1000).toISOString().slice(0, 10);
  return { text: format === 'date' && seconds % DAY === 0 ? day : `${day} ${clock}`, of: 'moment' };
}

/** 10000-01-01 */
const LAST = 2_958_466;

/** Fifteen digits are what a spreadsheet shows; what comes after is noise of the binary number. */
function plain(value: number): string {
  const shown = Number(value.toPrecision(15));
  return Math.abs(shown) < 1e21
    ? shown.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 20 })
    : String(shown);
}

function hands(hours: number, rest: number): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  const seconds = rest % 60;
  return `${two(hours)}:${two(Math.floor(rest / 60))}${seconds === 0 ? '' : `:${two(seconds)}`}`;
}
