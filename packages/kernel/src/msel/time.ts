/**
 * Times as lists of events have them. HSEEP's lists give a clock time or the time since STARTEX; military ones count from D-day and H-hour
 * (`D+2 H+3`), or write a date-time group (`220905ZNOV26`, ACP 121); others are what a spreadsheet makes of a date.
 */
import type { Duration } from '../arrangement/formula.ts';
import { clockIn, DAY, dateIn, type Found } from './time-of-day.ts';
import { dueWordOf } from './values.ts';

/** How a time is to be understood, before STARTEX is known. All in seconds. */
export type Told =
  /** Since STARTEX; may be before it. */
  | { readonly type: 'offset'; readonly after: number }
  /** A clock time on a day counted from that of STARTEX. */
  | { readonly type: 'day'; readonly day: number; readonly clock: number }
  /** A clock time, on the day that the rows before it have come to. */
  | { readonly type: 'clock'; readonly clock: number }
  /** Since 1970 at the place of the exercise. */
  | { readonly type: 'date'; readonly at: number }
  | { readonly type: 'reserve' }
  | { readonly type: 'branch' };

/** What is worth a remark: that a unit, the order of day and month, or the kind of a bare number was supposed; that an end of a span, or a zone, was not used. */
export type Supposed = 'unit' | 'date-order' | 'number' | 'span' | 'zone';

export interface ToldTime {
  readonly told: Told;
  readonly supposed?: Supposed;
}

/** Seconds in what a bare number after `T`, `STARTEX` or a sign counts; a mapping may say otherwise. */
export const UNITS = { seconds: 1, minutes: 60, hours: 3600, days: DAY } as const;
export type Unit = keyof typeof UNITS;

/** Reads a cell of the column of times; `undefined` where it can't be understood. An empty cell is no time. */
export function readTime(cell: string, unit: Unit = 'minutes'): ToldTime | undefined {
  const text = cell.normalize('NFKC').replaceAll('−', '-').replaceAll(/\s+/g, ' ').trim();
  const word = dueWordOf(text);
  if (word) return { told: { type: word } };
  return (
    isoDuration(text) ??
    bareNumber(text, unit) ??
    counted(text, unit) ??
    dayAndClock(text) ??
    dated(text) ??
    clocked(text)
  );
}

function offset(after: number, supposed?: Supposed): ToldTime {
  return { told: { type: 'offset', after: Math.round(after) }, ...(supposed ? { supposed } : {}) };
}

function isoDuration(text: string): ToldTime | undefined {
  const found = /^(-)?P(?=[\dT])(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/i.exec(
    text,
  );
  if (!found) return undefined;
  const [weeks, days, hours, minutes, seconds] = found.slice(2).map((each) => Number(each ?? 0));
  const sum = ((weeks! * 7 + days!) * 24 + hours!) * 3600 + minutes! * 60 + seconds!;
  return offset(found[1] ? -sum : sum);
}

/** A number that a spreadsheet holds: days since 1899-12-30, a part of a day, or a count; `0905` is a clock. */
function bareNumber(text: string, unit: Unit): ToldTime | undefined {
  if (!/^\d{1,6}(?:\.\d+)?$/.test(text)) return undefined;
  const value = Number(text);
  if (/^\d{4}$/.test(text) || (/^\d{3}$/.test(text) && value % 100 < 60)) {
    const clock = clockIn(text.padStart(4, '0'));
    if (clock?.rest === '') return { told: { type: 'clock', clock: clock.value }, supposed: 'number' };
  }
  if (value >= FIRST_DATE)
    return { told: { type: 'date', at: Math.round((value - EPOCH) * DAY) }, supposed: 'number' };
  if (value < 1 && text.includes('.'))
    return { told: { type: 'clock', clock: Math.round(value * DAY) % DAY }, supposed: 'number' };
  return Number.isInteger(value) ? offset(value * UNITS[unit], 'unit') : undefined;
}

/** 1970-01-01 and 1990-01-01 as a spreadsheet counts days. */
const EPOCH = 25569;
const FIRST_DATE = 32874;

const SPANS: readonly (readonly [RegExp, number])[] = [
  [/^(?:days?|d|일|日)(?![a-z時日일]| ?[-+])/i, DAY],
  [/^(?:hours?|hrs?|h|시간|時間)(?![a-z時]| ?[-+])/i, 3600],
  [/^(?:minutes?|mins?|m|분|分)(?![a-z]| ?[-+])/i, 60],
  [/^(?:seconds?|secs?|s|초|秒)(?![a-z])/i, 1],
];

/** `15 min`, `1:30`, `1h30`, `90`: seconds, and whether the unit stood there. */
function span(
  text: string,
  bareUnit: number,
): Found<{ readonly seconds: number; readonly supposed: boolean }> | undefined {
  const hands = /^(\d{1,6}):(\d{2})(?::(\d{2}))?/.exec(text);
  if (hands) {
    const [hours, minutes, seconds] = hands.slice(1).map((each) => Number(each ?? 0));
    if (minutes! > 59 || seconds! > 59) return undefined;
    return {
      value: { seconds: hours! * 3600 + minutes! * 60 + seconds!, supposed: false },
      rest: text.slice(hands[0].length).trimStart(),
    };
  }
  let sum = 0;
  let supposed = false;
  let rest = text;
  let least = Infinity;
  for (;;) {
    const digits = /^\d{1,7}(?:\.\d{1,4})?/.exec(rest);
    if (!digits) break;
    const after = rest.slice(digits[0].length).trimStart();
    const unit = SPANS.find(([word]) => word.test(after));
    const size = unit?.[1] ?? (least === Infinity ? bareUnit : least / 60);
    if (size >= least || (unit === undefined && least !== Infinity && least !== 3600)) return undefined;
    supposed ||= unit === undefined && least === Infinity;
    sum += Number(digits[0]) * size;
    least = size;
    rest = unit ? after.replace(unit[0], '').trimStart() : after;
    if (!unit) break;
  }
  return least === Infinity ? undefined : { value: { seconds: sum, supposed }, rest };
}

/** What is counted from: D-day in days, H-hour in hours, M in minutes; T, E and STARTEX in the unit of the list; nothing, with a sign. */
const FROM: Readonly<Record<string, number | undefined>> = { D: DAY, H: 3600, M: 60 };

/** `D+2 H+3`, `T+15`, `STARTEX + 90 min`, `+00:15`, `15 minutes after STARTEX`. */
function counted(text: string, unit: Unit): ToldTime | undefined {
  if (/^(?:at )?STARTEX$/i.test(text)) return offset(0);
  const plain = span(text, Number.NaN);
  const onlySpan =
    plain && /^(?:(?:after|past|from|since) ?(?:STARTEX|start)?|후|뒤|経過|後)?$/i.test(plain.rest);
  if (onlySpan && !plain.value.supposed && clockIn(text)?.rest !== '') return offset(plain.value.seconds);
  let rest = text;
  let sum = 0;
  let supposed = false;
  let seen = false;
  for (;;) {
    const mark = /^(?:([DHMTE])|STARTEX|(?=[-+]))(?:-?(?:DAY|HOUR)|일|時|日)? ?([-+]) ?(?=\d)/i.exec(rest);
    if (!mark) break;
    const [all, letter, sign] = mark;
    const known = letter === undefined ? undefined : FROM[letter.toUpperCase()];
    const length = span(rest.slice(all.length), known ?? UNITS[unit]);
    if (!length) return undefined;
    sum += (sign === '-' ? -1 : 1) * length.value.seconds;
    supposed ||= known === undefined && length.value.supposed;
    seen = true;
    rest = length.rest.replace(/^[,;/&] ?/, '');
    const clock = letter?.toUpperCase() === 'D' && sum % DAY === 0 ? clockIn(rest) : undefined;
    if (clock?.rest === '') return { told: { type: 'day', day: sum / DAY, clock: clock.value } };
  }
  if (!seen || rest !== '') return undefined;
  return offset(sum, supposed ? 'unit' : undefined);
}

/** `Day 2, 09:05`, `D2 0905`, `2일차 09:05`, `2日目 9時`: the first day is that of STARTEX. `D2` is two days after it. */
function dayAndClock(text: string): ToldTime | undefined {
  const found =
    /^(?:day ?(\d{1,3})|제? ?(\d{1,3}) ?일 ?차|第? ?(\d{1,3}) ?日 ?目|(D)(\d{1,3}))[,:;]? ?(.*)$/i.exec(text);
  if (!found) return undefined;
  const [, en, ko, ja, , after, rest = ''] = found;
  const day = after === undefined ? Number(en ?? ko ?? ja) - 1 : Number(after);
  const clock = rest === '' ? { value: 0, rest: '' } : clockIn(rest);
  if (clock && clock.rest === '') return { told: { type: 'day', day, clock: clock.value } };
  const hours = /^H\+? ?(\d{1,2})(?::(\d{2}))?$/i.exec(rest);
  if (!hours) return undefined;
  return offset(day * DAY + Number(hours[1]) * 3600 + Number(hours[2] ?? 0) * 60);
}

function dated(text: string): ToldTime | undefined {
  const date = dateIn(text);
  if (!date) return undefined;
  const rest = date.rest.replace(/^(?:[T,] ?| - | at )/i, '').trim();
  const clock = rest === '' ? { value: 0, rest: '' } : clockIn(rest);
  if (!clock) return undefined;
  const end = ending(clock.rest);
  if (end === undefined) return undefined;
  const supposed = date.ambiguous ? 'date-order' : end === '' ? undefined : end;
  return {
    told: { type: 'date', at: date.value * DAY + clock.value },
    ...(supposed ? { supposed } : {}),
  };
}

function clocked(text: string): ToldTime | undefined {
  const clock = clockIn(text.replace(/^(?:at|@|약|ca\.?|approx\.?|~) ?/i, ''));
  const end = clock && ending(clock.rest);
  if (!clock || end === undefined) return undefined;
  return { told: { type: 'clock', clock: clock.value }, ...(end === '' ? {} : { supposed: end }) };
}

/** What follows a clock time: nothing, a zone, or the end of a span. `undefined`: something else. */
function ending(rest: string): '' | 'zone' | 'span' | undefined {
  if (rest === '') return '';
  if (/^(?:[A-Z]{1,5}|(?:(?:UTC|GMT)[-+]|\+)\d{1,2}(?::?\d{2})?|Z)$/.test(rest)) return 'zone';
  const end = /^(?:-|–|—|~|〜|to|until|부터|から)\s*(.*)$/i.exec(rest);
  if (!end) return undefined;
  return end[1] === '' || clockIn(end[1]!) ? 'span' : undefined;
}

/** `T+01:15`, with seconds where there are any: how an export writes what has elapsed since STARTEX. */
export function writeOffset(after: Duration): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const minutes = Math.floor(after / 60);
  const seconds = after % 60;
  const clock = `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
  return `T+${clock}${seconds === 0 ? '' : `:${two(seconds)}`}`;
}
