/** A list of events as a workbook, in the columns of HSEEP's lists. Read again it gives the same rows. */
import { LANGS, type Lang } from '../text/lang.ts';
import { FIELDS, HEADINGS, isWorded, type Field, type WordedField } from './fields.ts';
import { unique } from './header.ts';
import { joinNames } from './names.ts';
import { FRAME_SHEET } from './read.ts';
import type { MselRow, RowDue } from './row.ts';
import { writeOffset } from './time.ts';
import { VALUES } from './values.ts';
import type { Table, TableColumn } from './table.ts';

/** A field, in a language where there are several, or a column that has no meaning here. */
type Written = { readonly field: Field; readonly lang?: Lang } | { readonly extra: string };

export interface MselTables {
  readonly list: Table;
  /** A line of the scenario's file in each row. */
  readonly frame?: Table;
}

/** `frame`: the text of the scenario's file but its list. */
export function writeMsel(rows: readonly MselRow[], lang: Lang, sheet: string, frame?: string): MselTables {
  const used = new Set<string>();
  const columns = [...known(rows, lang), ...extras(rows)].map((of) => ({ of, ...columnOf(of, lang, used) }));
  const list: Table = {
    name: sheet,
    columns: columns.map(({ column }) => column),
    rows: rows.map((row) => columns.map(({ of }) => textOf(row, of, lang))),
  };
  if (frame === undefined) return { list };
  const lines = frame.replace(/\n$/, '').split('\n');
  const plain: TableColumn = { heading: '', width: 110, wraps: false };
  return { list, frame: { name: FRAME_SHEET, columns: [plain], rows: lines.map((line) => [line]) } };
}

function known(rows: readonly MselRow[], lang: Lang): Written[] {
  return FIELDS.flatMap((field): Written[] => {
    if (!isWorded(field)) return [{ field }];
    const others = LANGS.filter(
      (each) => each !== lang && rows.some((row) => row[field][each] !== undefined),
    );
    return [{ field }, ...others.map((each) => ({ field, lang: each }))];
  });
}

function extras(rows: readonly MselRow[]): Written[] {
  return [...new Set(rows.flatMap(({ extra }) => Object.keys(extra)))].map((extra) => ({ extra }));
}

const WIDE: Readonly<Partial<Record<Field, number>>> = {
  text: 60,
  expected: 40,
  notes: 30,
  title: 32,
  rest: 30,
};
const NARROW: readonly Field[] = ['serial', 'time', 'status'];

function columnOf(of: Written, lang: Lang, used: Set<string>): { readonly column: TableColumn } {
  if ('extra' in of) return { column: { heading: of.extra, width: 18, wraps: true } };
  const { field } = of;
  const heading = HEADINGS[lang][field];
  const choices =
    field === 'kind' || field === 'status' || field === 'method' ? VALUES[lang][field] : undefined;
  const column = {
    heading: unique(of.lang === undefined ? heading : `${heading} (${of.lang})`, used),
    width: WIDE[field] ?? (NARROW.includes(field) ? 13 : 20),
    wraps: true,
  };
  return { column: choices ? { ...column, choices: Object.values(choices) } : column };
}

function textOf(row: MselRow, of: Written, lang: Lang): string {
  if ('extra' in of) return Object.hasOwn(row.extra, of.extra) ? row.extra[of.extra]! : '';
  const { field } = of;
  if (isWorded(field)) return wordOf(row, field, of.lang ?? lang);
  switch (field) {
    case 'time':
      return showDue(row.due, lang);
    case 'kind':
      return VALUES[lang].kind[row.kind];
    case 'status':
      return VALUES[lang].status[row.status];
    case 'method':
      return VALUES[lang].method[row.method];
    case 'to':
    case 'tasks':
    case 'attachments':
      return joinNames(row[field]);
    case 'serial':
    case 'part':
    case 'controller':
    case 'rest':
      return row[field];
  }
}

function wordOf(row: MselRow, field: WordedField, lang: Lang): string {
  return row[field][lang] ?? '';
}

export function showDue(due: RowDue, lang: Lang): string {
  return due.type === 'time' ? writeOffset(due.after) : VALUES[lang][due.type];
}
