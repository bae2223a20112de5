/** Clock times and dates at the start of a text. */

export const DAY = 86_400;

/** A value at the start of a text, and what follows it. */
export interface Found<T> {
  readonly value: T;
  readonly rest: string;
}

const FORENOON = /^(?:오전|午前|a\.?m\.?)/i;
const AFTERNOON = /^(?:오후|午後|p\.?m\.?)/i;

/** `09:05`, `9:05:30 PM`, `0905`, `09h05`, `9시 5분`, `午後2時5分`: seconds of the day. 24:00 is the end of it. */
export function clockIn(text: string): Found<number> | undefined {
  const before = FORENOON.exec(text) ?? AFTERNOON.exec(text);
  const bare = before ? text.slice(before[0].length).trimStart() : text;
  const found =
    /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?!\d)/.exec(bare) ??
    /^(\d{1,2}) ?(?:시|時)(?:(?: ?(\d{1,2}) ?(?:분|分))(?: ?(\d{1,2}) ?(?:초|秒))?)?/.exec(bare) ??
    /^(\d{1,2})h(\d{2})?(?!\d)/i.exec(bare) ??
    /^(\d{2})\.?(\d{2})(?:hrs?\b|h\b)?(?!\d)/i.exec(bare) ??
    (before || /^\d{1,2} ?[ap]\.?m\.?/i.test(bare) ? /^(\d{1,2})(?!\d)/.exec(bare) : null);
  if (!found) return undefined;
  const rest = bare.slice(found[0].length).trimStart();
  const behind = before ? null : (FORENOON.exec(rest) ?? AFTERNOON.exec(rest));
  const half = before ?? behind;
  const [hour, minute, second] = found.slice(1).map((each) => Number(each ?? 0));
  const late = half !== null && AFTERNOON.test(half[0]);
  if (half && (hour! < (late || /a/i.test(half[0]) ? 1 : 0) || hour! > 12)) return undefined;
  const hours = half ? (hour! % 12) + (late ? 12 : 0) : hour!;
  if (hours > 24 || minute! > 59 || (second ?? 0) > 59) return undefined;
  if (hours === 24 && minute! + (second ?? 0) > 0) return undefined;
  return {
    value: hours * 3600 + minute! * 60 + (second ?? 0),
    rest: (behind ? rest.slice(behind[0].length) : rest).trimStart(),
  };
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = `(${MONTHS.join('|')})[a-z]*\\.?`;
const WRITTEN: readonly (readonly [RegExp, readonly [year: number, month: number, day: number]])[] = [
  [/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)\.?/, [1, 2, 3]],
  [/^(\d{4}) ?[년年] ?(\d{1,2}) ?[월月] ?(\d{1,2}) ?[일日]/, [1, 2, 3]],
  [new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?[ -]?${MONTH}[, -]*(\\d{4})(?!\\d)`, 'i'), [3, 2, 1]],
  [new RegExp(`^${MONTH} ?(\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})(?!\\d)`, 'i'), [3, 1, 2]],
];
const GROUP = new RegExp(`^(\\d{2})(\\d{4}) ?[A-Z]? ?${MONTH} ?(\\d{4}|\\d{2})$`, 'i');
const WEEKDAY =
  /^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?|\([월화수목금토일月火水木金土日]\)) /i;

export interface FoundDate extends Found<number> {
  /** Day and month may be the other way round. */
  readonly ambiguous: boolean;
}

/** A date at the start of a text, in days since 1970-01-01. A date-time group's clock follows as its rest. */
export function dateIn(text: string): FoundDate | undefined {
  const plain = text.replace(WEEKDAY, '');
  const group = GROUP.exec(plain);
  if (group) {
    const [, day, clock, month, year] = group;
    const full = year!.length === 2 ? `20${year}` : year!;
    return found(Number(full), monthOf(month!), Number(day), clock!, false);
  }
  for (const [shape, [year, month, day]] of WRITTEN) {
    const match = shape.exec(plain);
    if (match)
      return found(
        Number(match[year]),
        monthOf(match[month]!),
        Number(match[day]),
        plain
          .slice(match[0].length)
          .replace(/^ ?\([월화수목금토일月火水木金土日]\)/, '')
          .trimStart(),
        false,
      );
  }
  const slashed = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)/.exec(plain);
  if (!slashed) return undefined;
  const [one, two, year] = slashed.slice(1).map(Number);
  const rest = plain.slice(slashed[0].length).trimStart();
  // The whole world but the United States puts the day first; there, and only with slashes, the month.
  const monthFirst = two! > 12;
  return found(
    year!,
    monthFirst ? one! : two!,
    monthFirst ? two! : one!,
    rest,
    one! <= 12 && two! <= 12 && one !== two,
  );
}

function monthOf(text: string): number {
  const index = MONTHS.indexOf(text.slice(0, 3).toLowerCase());
  return index < 0 ? Number(text) : index + 1;
}

function found(
  year: number,
  month: number,
  day: number,
  rest: string,
  ambiguous: boolean,
): FoundDate | undefined {
  const time = Date.UTC(year, month - 1, day);
  const back = new Date(time);
  if (back.getUTCMonth() !== month - 1 || back.getUTCDate() !== day) return undefined;
  return { value: time / (DAY * 1000), rest, ambiguous };
}
