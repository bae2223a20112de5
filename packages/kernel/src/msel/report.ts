/** What became of each row of a spreadsheet. Codes are stable; each names the cell. */
import { catalogue } from '../text/catalogue.ts';
import type { Text } from '../text/lang.ts';
import en from './remarks.en.json' with { type: 'json' };
import ja from './remarks.ja.json' with { type: 'json' };
import ko from './remarks.ko.json' with { type: 'json' };

export const REMARK_MESSAGES = { en, ko, ja };
export type RemarkCode = keyof typeof en;
const say = catalogue<RemarkCode>(REMARK_MESSAGES);

export interface Remark {
  readonly code: RemarkCode;
  /** `B7`. */
  readonly cell: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export interface RowReport {
  readonly sheet: string;
  readonly row: number;
  /** Taken as it stood, taken with something supposed or kept aside, or left out for the reason in its remark. */
  readonly outcome: 'taken' | 'remarked' | 'left-out';
  /** Of the inject that it became. */
  readonly serial?: string;
  readonly remarks: readonly Remark[];
}

export function describeRemark({ code, params }: Remark): Text {
  return say(code, params);
}

/** So much of a cell as a message can show. */
export function shown(text: string): string {
  return cut(text.replaceAll(/\s+/g, ' ').trim(), 60);
}

/** At most so many letters. */
export function cut(text: string, most: number): string {
  const letters = Array.from(text);
  return letters.length <= most
    ? text
    : `${letters
        .slice(0, most - 1)
        .join('')
        .trim()}…`;
}
