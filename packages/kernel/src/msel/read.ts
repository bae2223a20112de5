/** Reads a workbook as a list of events, row by row; nothing that stands in a row that is taken is lost. */
import type { Lang } from '../text/lang.ts';
import { cellName, type Book, type Cell, type Line, type Sheet } from './book.ts';
import { bare, HEADINGS } from './fields.ts';
import { findHeader, headerAgain, headingAlone, readHeader, type Column, type Header } from './header.ts';
import { languageOf } from './language.ts';
import { clean, readLine, writtenHeading, type Drafted } from './line.ts';
import { NO_MAPPING, type Mapping } from './mapping.ts';
import { unmerge } from './merged.ts';
import { shown, type Remark, type RowReport } from './report.ts';
import type { MselRow } from './row.ts';
import { settle, startexOf } from './settle.ts';
import { joinNames } from './names.ts';
import { Serials } from './serials.ts';

/** The sheet in which an export keeps all of a scenario but its list. */
export const FRAME_SHEET = 'scenario.yaml';

export interface MselReading {
  readonly rows: readonly MselRow[];
  readonly report: readonly RowReport[];
  readonly columns: readonly SheetColumns[];
  /** Seconds since 1970 at the place of the exercise. */
  readonly startex: number;
  readonly language: Lang;
  /** The first text above the headings: what the list calls itself. */
  readonly title?: string;
  /** What has happened before, where the file tells it. */
  readonly situation?: string;
  /** The rest of the scenario, where an export brought it along. */
  readonly frame?: string;
}

export interface SheetColumns {
  readonly sheet: string;
  readonly columns: readonly Column[];
}

type Piece =
  | { readonly of: 'report'; readonly report: RowReport }
  | { readonly of: 'row'; readonly drafted: Drafted; readonly header: Header; readonly lang: Lang };

/** `day`: on which clock times fall where no date says otherwise. */
export function readMsel(book: Book, day: string, mapping: Mapping = NO_MAPPING): MselReading {
  const lists = book.sheets.filter(({ name }) => name !== FRAME_SHEET);
  const found = lists.map((sheet) => ({ sheet, header: findHeader(sheet, mapping) }));
  const several = found.filter(({ header }) => header).length > 1;
  const language = mapping.language ?? languageOf(found.map(({ sheet, header }) => ({ sheet, header })));
  const columns: SheetColumns[] = [];
  let title: string | undefined;
  const pieces = found.flatMap(({ sheet, header }): readonly Piece[] => {
    if (!header) return [nothingIn(sheet, language)];
    const walked = walk(sheet, header, { mapping, language, several, book });
    title ??= walked.title;
    columns.push({ sheet: sheet.name, columns: walked.columns });
    return walked.pieces;
  });
  const drafts = pieces.flatMap((piece) => (piece.of === 'row' ? [piece] : []));
  const timed = drafts.map(({ drafted }) => ({ sheet: drafted.row.at.sheet, told: drafted.told }));
  const frame = lists.length === book.sheets.length ? undefined : frameOf(book);
  const startex = startexOf(timed, mapping.startex ?? startexIn(frame), day);
  const settled = settle(timed, startex);
  const serials = new Serials(drafts.map(({ drafted }) => drafted.serial));
  const everybody = [...new Set(drafts.flatMap(({ drafted }) => drafted.row.to))].filter(
    (name) => !isAll(name),
  );
  const rows: MselRow[] = [];
  const report = pieces.map((piece): RowReport => {
    if (piece.of === 'report') return piece.report;
    const { drafted, header, lang } = piece;
    const { due, remark } = settled[rows.length]!;
    const { row, part, time } = drafted;
    const remarks = [...drafted.remarks];
    // Where no row has a serial, that is said of the headings.
    const numbered = header.columns.some(({ field }) => field === 'serial');
    if (remark && time) remarks.push({ code: remark, cell: time.cell, params: { text: shown(time.text) } });
    const serial = serials.give(drafted.serial, drafted.serialCell, numbered ? remarks : []);
    const extra = new Map(Object.entries(row.extra));
    const keep = (field: 'serial' | 'to', text: string): void => {
      const column = header.columns.find((each) => each.field === field);
      extra.set(writtenHeading(column?.heading ?? HEADINGS[lang][field], lang), text);
    };
    if (drafted.serial !== '' && serial !== drafted.serial) keep('serial', drafted.serial);
    const toAll = row.to.some(isAll) && everybody.length > 0;
    if (toAll) keep('to', joinNames(row.to));
    const to = toAll ? [...new Set(row.to.flatMap((name) => (isAll(name) ? everybody : [name])))] : row.to;
    rows.push({ ...row, to, extra: Object.fromEntries(extra), serial, part, due });
    const outcome = remarks.length === 0 ? 'taken' : 'remarked';
    return { sheet: row.at.sheet, row: row.at.row, outcome, serial, remarks };
  });
  return {
    rows,
    report,
    columns,
    startex,
    language,
    ...(title === undefined ? {} : { title }),
    ...(frame === undefined ? {} : { frame }),
  };
}

const ALL = new Set([
  'all',
  'allcells',
  'allplayers',
  'allteams',
  'allparticipants',
  'everyone',
  'everybody',
  '전체',
  '전원',
  '모두',
  '전참가자',
  '全員',
  '全体',
  '全部',
  '全セル',
]);

function isAll(name: string): boolean {
  return name.length < 20 && ALL.has(bare(name));
}

/** The sheet with the scenario's file, a line in each row. */
function frameOf({ sheets }: Book): string {
  const lines = sheets.find(({ name }) => name === FRAME_SHEET)?.lines ?? [];
  const texts = new Map(lines.map(({ cells, number }) => [number, cells.get(0)?.text ?? '']));
  const last = lines.at(-1)?.number ?? 0;
  return `${Array.from({ length: last }, (_, index) => texts.get(index + 1) ?? '').join('\n')}\n`;
}

/** STARTEX as the scenario's file has it, without its zone: at the place of the exercise. */
function startexIn(frame: string | undefined): string | undefined {
  return /^startex: *'?(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?)/m.exec(frame ?? '')?.[1];
}

function leftOut(sheet: string, row: number, remark: Remark): Piece {
  return { of: 'report', report: { sheet, row, outcome: 'left-out', remarks: [remark] } };
}

function nothingIn(sheet: Sheet, lang: Lang): Piece {
  const words = (['serial', 'time', 'title', 'text', 'to'] as const).map((field) => HEADINGS[lang][field]);
  const params = { sheet: sheet.name, known: words.join(', ') };
  return leftOut(sheet.name, 1, { code: 'no-header', cell: 'A1', params });
}

interface Walk {
  readonly mapping: Mapping;
  readonly language: Lang;
  /** Several sheets have lists: each is a part of its own, unless it says otherwise. */
  readonly several: boolean;
  readonly book: Book;
}

function walk(
  sheet: Sheet,
  first: Line,
  { book, language, mapping, several }: Walk,
): { readonly pieces: readonly Piece[]; readonly columns: readonly Column[]; readonly title?: string } {
  const below = new Set(
    sheet.lines.flatMap(({ cells, number }) => (number > first.number ? [...cells.keys()] : [])),
  );
  const pieces: Piece[] = [];
  const columns: Column[] = [];
  let header: Header | undefined;
  let lang = language;
  let title: string | undefined;
  let part = several ? sheet.name : '';
  const take = (line: Line): void => {
    header = readHeader(line, below, mapping, language);
    lang = mapping.language ?? header.lang ?? language;
    columns.push(...header.columns);
  };
  for (const line of unmerge(sheet)) {
    const { number } = line;
    const out = (code: Remark['code'], [column, cell]: readonly [number, Cell]): void =>
      void pieces.push(
        leftOut(sheet.name, number, {
          code,
          cell: cellName(column, number),
          params: { text: shown(cell.text) },
        }),
      );
    const cells = [...line.cells].filter(([, { text }]) => text.trim() !== '');
    const [start] = cells;
    if (!start) continue;
    if (number < first.number) {
      title ??= clean(start[1].text);
      out('title-row', start);
      continue;
    }
    if (number === first.number) {
      take(line);
      const { remarks } = header!;
      if (remarks.length > 0)
        pieces.push({
          of: 'report',
          report: { sheet: sheet.name, row: number, outcome: 'remarked', remarks },
        });
      continue;
    }
    const again = headerAgain(line, header!, mapping);
    if (again) {
      out(`${again}-header`, start);
      if (again === 'new') take(line);
      continue;
    }
    if (headingAlone(line, header!)) {
      part = clean(start[1].text);
      out('section', start);
      continue;
    }
    const isThere = (path: string): boolean => book.files.has(path);
    const drafted = readLine(line, { sheet: sheet.name, header: header!, mapping, lang, isThere });
    if (drafted) {
      const own = { ...drafted, part: drafted.part === '' ? part : drafted.part };
      pieces.push({ of: 'row', drafted: own, header: header!, lang });
    } else out('no-content', start);
  }
  return { pieces, columns, ...(title === undefined ? {} : { title }) };
}
