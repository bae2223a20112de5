/** Finding the row of headings by what stands in it, and saying what each column is. */
import { LANGS, type Lang } from '../text/lang.ts';
import { cellName, columnName, type Line, type Sheet } from './book.ts';
import { bare, HEADINGS, headingOf, isWorded, type Field, type Heading } from './fields.ts';
import { headingText, type Mapping } from './mapping.ts';
import type { Remark } from './report.ts';

export interface Column {
  readonly index: number;
  /** As it stands, made unique. */
  readonly heading: string;
  readonly field?: Field;
  /** The language of its texts, where its heading says so. */
  readonly lang?: Lang;
}

export interface Header {
  readonly row: number;
  readonly columns: readonly Column[];
  /** The language whose standard headings these are. */
  readonly lang?: Lang;
  readonly remarks: readonly Remark[];
}

/** No heading that is known is so long. */
const LONGEST = 80;
/** Headings are looked for so far down a sheet. */
const DEEPEST = 100;

/** The first of the rows that name the most fields; at least two. */
export function findHeader(sheet: Sheet, mapping: Mapping): Line | undefined {
  let best: Line | undefined;
  let most = 1;
  for (const line of sheet.lines.slice(0, DEEPEST)) {
    const count = known(line, mapping);
    if (count > most) [best, most] = [line, count];
  }
  return best;
}

function meaning(text: string, mapping: Mapping): Heading | 'keep' | undefined {
  const said = mapping.columns.get(headingText(text));
  if (said === undefined || said === 'keep') return said ?? headingOf(text);
  const lang = headingOf(text)?.in;
  return { field: said, rank: -1, ...(lang ? { in: lang } : {}) };
}

/** How many different fields the cells of a row name. */
function known(line: Line, mapping: Mapping): number {
  const fields = [...line.cells.values()].map(({ text }) => {
    const found = text.length > LONGEST ? undefined : meaning(text, mapping);
    return found === 'keep' ? `keep ${text}` : found?.field;
  });
  return new Set(fields.filter((field) => field !== undefined)).size;
}

/** Whether a row below the headings is such a row again: the same, or that of another table. */
export function headerAgain(line: Line, header: Header, mapping: Mapping): 'repeated' | 'new' | undefined {
  const cells = [...line.cells].filter(([, { text }]) => text.trim() !== '');
  if (cells.length < 2) return undefined;
  // Three quarters of the cells of such a row are headings: one of the first three is, and in most rows none.
  const isHeading = ([index, { text }]: (typeof cells)[number]): boolean =>
    text.length <= LONGEST &&
    (header.columns.some((each) => each.index === index && each.heading === headingText(text)) ||
      meaning(text, mapping) !== undefined);
  if (!cells.slice(0, 3).some(isHeading)) return undefined;
  const texts = new Map(header.columns.map(({ index, heading }) => [index, bare(heading)]));
  const same = cells.filter(([index, { text }]) => bare(text) !== '' && texts.get(index) === bare(text));
  if (same.length * 4 >= cells.length * 3) return 'repeated';
  const count = known(line, mapping);
  return count >= 3 && count * 4 >= cells.length * 3 ? 'new' : undefined;
}

/** `below`: the columns that have anything in them below the headings. */
export function readHeader(line: Line, below: ReadonlySet<number>, mapping: Mapping, lang: Lang): Header {
  const remarks: Remark[] = [];
  const used = new Set<string>();
  const indices = [...new Set([...line.cells.keys(), ...below])].toSorted((a, b) => a - b);
  const named = indices.flatMap((index) => {
    const text = headingText(line.cells.get(index)?.text ?? '');
    if (text === '' && !below.has(index)) return [];
    return [{ index, text, means: text === '' ? undefined : meaning(text, mapping) }];
  });
  const chosen = new Map<string, number>();
  for (const { index, means } of named.toSorted(
    (a, b) => rankOf(a.means) - rankOf(b.means) || a.index - b.index,
  )) {
    if (means === undefined || means === 'keep') continue;
    const key = `${means.field} ${means.in ?? ''}`;
    if (!chosen.has(key)) chosen.set(key, index);
  }
  const columns = named.map(({ index, text, means }): Column => {
    const cell = cellName(index, line.number);
    const heading = unique(text === '' ? columnName(index) : text, used);
    if (means !== undefined && means !== 'keep') {
      const said = means.in === undefined ? {} : { lang: means.in };
      if (chosen.get(`${means.field} ${means.in ?? ''}`) === index) {
        return { index, heading, field: means.field, ...(isWorded(means.field) ? said : {}) };
      }
      const field = HEADINGS[lang][means.field];
      remarks.push({ code: 'column-second', cell, params: { heading, field } });
    } else if (text === '') remarks.push({ code: 'column-unnamed', cell, params: { heading } });
    else if (means === undefined) remarks.push({ code: 'column-kept', cell, params: { heading } });
    return { index, heading };
  });
  if (!columns.some(({ field }) => field === 'serial'))
    remarks.push({ code: 'serial-column-none', cell: cellName(0, line.number), params: {} });
  const standard = LANGS.find(
    (each) => named.filter(({ text }) => isStandard(text, each)).length * 2 > named.length,
  );
  return { row: line.number, columns, remarks, ...(standard ? { lang: standard } : {}) };
}

function rankOf(means: Heading | 'keep' | undefined): number {
  return means === undefined || means === 'keep' ? Infinity : means.rank;
}

function isStandard(text: string, lang: Lang): boolean {
  const found = headingOf(text);
  return found?.rank === 0 && found.lang === lang;
}

/** A name that is not used yet. */
export function unique(name: string, used: Set<string>): string {
  let free = name;
  for (let count = 2; used.has(free); count += 1) free = `${name} (${count})`;
  used.add(free);
  return free;
}

/** A row with one text, and that where a heading goes: of a section. */
export function headingAlone(line: Line, { columns }: Header): boolean {
  const texts = [...line.cells].filter(([, { text }]) => text.trim() !== '');
  const [first] = texts;
  if (!first || columns.length < 3 || texts.some(([, { text }]) => text !== first[1].text)) return false;
  const field = columns.find(({ index }) => index === first[0])?.field;
  return first[1].text.trim().length <= 200 && !BODY.includes(field);
}

/** A text that stands alone in one of these is one of the list's own. */
const BODY: readonly (Field | undefined)[] = ['text', 'expected', 'notes', 'rest', 'attachments'];
