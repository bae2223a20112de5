/** One row of a sheet, cell by cell, to what it says. When it is due is settled with the other rows. */
import type { Lang } from '../text/lang.ts';
import type { Wording } from '../exercise/scenario/model.ts';
import { cellName, type Line } from './book.ts';
import { isWorded, type Field, type WordedField } from './fields.ts';
import { unique, type Column, type Header } from './header.ts';
import type { Mapping } from './mapping.ts';
import { splitNames } from './names.ts';
import { readPlain } from './plain.ts';
import { cut, shown, type Remark, type RemarkCode } from './report.ts';
import type { MselRow } from './row.ts';
import { readTime, writeOffset, type Told, type Unit } from './time.ts';
import { kindOf, methodOf, statusOf, VALUES } from './values.ts';

/** A row whose time and serial are not settled yet. */
export interface Drafted {
  readonly row: Omit<MselRow, 'serial' | 'due' | 'part'>;
  readonly serial: string;
  readonly part: string;
  readonly told: Told;
  /** The text of the time, where it says more than what has elapsed. */
  readonly time?: { readonly heading: string; readonly text: string; readonly cell: string };
  readonly remarks: readonly Remark[];
  readonly serialCell: string;
}

export interface Reading {
  readonly sheet: string;
  readonly header: Header;
  readonly mapping: Mapping;
  /** Of texts whose column names no language. */
  readonly lang: Lang;
  /** Whether a file of this path came with the spreadsheet. */
  readonly isThere: (path: string) => boolean;
}

/** What a text says without what a person doesn't see: line ends of other systems, spaces around, characters that nothing shows. */
export function clean(text: string): string {
  return (
    text
      .replaceAll(/\r\n?/g, '\n')
      // oxlint-disable-next-line no-control-regex -- these are what is taken out
      .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFEFF\u200B]/g, '')
      .trim()
  );
}

/** `undefined`: there is nothing in it to inject. */
export function readLine(line: Line, reading: Reading): Drafted | undefined {
  const { header, lang, mapping, sheet } = reading;
  const remarks: Remark[] = [];
  const extra = new Map<string, string>();
  const used = new Set(header.columns.map(({ heading }) => heading));
  const cells = new Map<Field, { readonly text: string; readonly column: Column }>();
  const wordings = new Map<WordedField, Record<string, string>>();
  const cellAt = (column: Column | undefined): string => cellName(column?.index ?? 0, line.number);
  const remark = (code: RemarkCode, cell: string, params: Remark['params']): void =>
    void remarks.push({ code, cell, params });

  for (const column of header.columns) {
    const cell = line.cells.get(column.index);
    if (!cell) continue;
    const wrong = cell.of === 'error';
    if (wrong && cell.formula && cell.text.startsWith('=')) remark('formula-empty', cellAt(column), {});
    else if (wrong) remark('error-cell', cellAt(column), { text: cell.text });
    if (wrong || column.field === undefined) {
      if (cell.text.trim() !== '') extra.set(column.heading, cell.text);
      continue;
    }
    const text = clean(cell.text);
    if (text === '') continue;
    const { field } = column;
    if (isWorded(field)) {
      const known = wordings.get(field) ?? {};
      wordings.set(field, { ...known, [column.lang ?? lang]: text });
    } else cells.set(field, { text, column });
  }

  const keep = (field: Field): void => {
    const { column } = cells.get(field)!;
    const text = line.cells.get(column.index)!.text;
    extra.set(unique(writtenHeading(column.heading, lang), used), text);
  };
  const word = <W extends string>(
    field: 'kind' | 'status' | 'method',
    read: (text: string) => W | undefined,
    otherwise: W,
  ): W => {
    const cell = cells.get(field);
    if (!cell) return otherwise;
    const found = read(cell.text);
    const value = found ?? (field === 'status' ? ('draft' as W) : otherwise);
    const names = Object.values(VALUES).map((each) => (each[field] as Readonly<Record<W, string>>)[value]);
    if (!names.includes(cell.text)) keep(field);
    if (found === undefined) {
      const of = (VALUES[lang][field] as Readonly<Record<W, string>>)[value];
      remark(`${field}-unknown`, cellAt(cell.column), { text: shown(cell.text), read: of });
    }
    return value;
  };
  const names = (field: 'to' | 'tasks' | 'attachments'): readonly string[] => {
    const text = cells.get(field)?.text;
    if (text === undefined) return [];
    return mapping.names.has(text) ? [text] : splitNames(text);
  };
  const wording = (field: WordedField): Wording => wordings.get(field) ?? {};
  const attachments = names('attachments').filter((path) => {
    if (reading.isThere(path)) return true;
    remark('file-missing', cellAt(cells.get('attachments')!.column), { text: shown(path) });
    return false;
  });
  if (attachments.length < names('attachments').length) keep('attachments');

  const expected = wording('expected');
  const written = { title: wording('title'), text: wording('text') };
  const source = firstOf(written.title, written.text, expected);
  if (source === undefined) return undefined;
  if (isEmpty(written.title)) remark('title-made', cellName(0, line.number), {});
  const title = isEmpty(written.title) ? eachWord(source, headline) : written.title;

  const time = cells.get('time');
  const read = time && readTime(time.text, mapping.unit);
  const told: Told = read?.told ?? { type: 'reserve' };
  if (!time) remark('time-none', cellAt(header.columns.find(({ field }) => field === 'time')), {});
  else if (!read) remark('time-unread', cellAt(time.column), { text: shown(time.text) });
  else if (read.supposed) {
    const unit = mapping.unit ?? 'minutes';
    const params = { text: shown(time.text), unit: UNIT_NAMES[lang][unit], read: showTold(told) };
    remark(`time-${read.supposed}`, cellAt(time.column), params);
  }
  const plainTime =
    told.type === 'offset' && told.after >= 0 && time?.text === writeOffset(told.after as never);
  const plainWord =
    (told.type === 'reserve' || told.type === 'branch') &&
    Object.values(VALUES).some((each) => each[told.type] === time?.text);
  const showTime = time && !plainTime && !plainWord;
  if (showTime) keep('time');

  const rest = cells.get('rest');
  const known = rest && isRest(rest.text);
  if (rest && !known) {
    keep('rest');
    remark('rest-unread', cellAt(rest.column), { heading: rest.column.heading });
  }

  const kind = word(
    'kind',
    kindOf,
    told.type === 'reserve' ? 'contingency' : isEmpty(expected) ? 'contextual' : 'expected-action',
  );
  return {
    row: {
      at: { sheet, row: line.number },
      kind,
      status: word('status', statusOf, 'ready'),
      method: word('method', methodOf, 'message'),
      from: isEmpty(wording('from')) ? { [lang]: NOBODY[lang] } : wording('from'),
      to: names('to'),
      title,
      text: isEmpty(written.text) ? title : written.text,
      expected,
      tasks: names('tasks'),
      controller: cells.get('controller')?.text ?? '',
      notes: wording('notes'),
      attachments,
      rest: rest && known ? rest.text : '',
      extra: Object.fromEntries(extra),
    },
    serial: cells.get('serial')?.text ?? '',
    serialCell: cellAt(cells.get('serial')?.column ?? header.columns.find(({ field }) => field === 'serial')),
    part: cells.get('part')?.text ?? '',
    told,
    ...(time ? { time: { heading: time.column.heading, text: time.text, cell: cellAt(time.column) } } : {}),
    remarks,
  };
}

/** What the column of scenario data may have. */
const REST = ['when', 'delay', 'expected', 'effects', 'questionnaire', 'attachments'];

function isRest(text: string): boolean {
  const data = readPlain(text);
  return data !== undefined && Object.keys(data).every((key) => REST.includes(key));
}

/** Where the text of a cell is kept that was read as something else. No heading that is looked for ends so. */
export function writtenHeading(heading: string, lang: Lang): string {
  return `${heading} ${{ en: '(as written)', ko: '(원문)', ja: '(原文)' }[lang]}`;
}

const UNIT_NAMES: Readonly<Record<Lang, Readonly<Record<Unit, string>>>> = {
  en: { seconds: 'seconds', minutes: 'minutes', hours: 'hours', days: 'days' },
  ko: { seconds: '초', minutes: '분', hours: '시간', days: '일' },
  ja: { seconds: '秒', minutes: '分', hours: '時間', days: '日' },
};

function showTold(told: Told): string {
  const iso = (seconds: number, from: number, to: number): string =>
    new Date(seconds * 1000).toISOString().replace('T', ' ').slice(from, to);
  if (told.type === 'date') return iso(told.at, 0, 16);
  return told.type === 'clock' ? iso(told.clock, 11, 16) : '';
}

/** Who an inject comes from that nobody is said to send. */
const NOBODY: Readonly<Record<Lang, string>> = { en: 'Exercise control', ko: '훈련통제단', ja: '演習統裁部' };

function isEmpty(wording: Wording): boolean {
  return Object.keys(wording).length === 0;
}

function firstOf(...wordings: readonly Wording[]): Wording | undefined {
  return wordings.find((each) => !isEmpty(each));
}

function eachWord(wording: Wording, make: (text: string) => string): Wording {
  return Object.fromEntries(Object.entries(wording).map(([lang, text]) => [lang, make(text)]));
}

/** The first line, as far as a title goes. */
function headline(text: string): string {
  return cut(text.split('\n')[0]!.trim(), 100);
}
