/** Reads workbooks of SpreadsheetML (ECMA-376): the text of every cell as a person sees it, merged cells, and files kept in the package. */
import { msel } from '@foedus/kernel';
import { formatOf, showNumber, type Format } from './number.ts';
import { FILES } from './package.ts';
import { unescape, visitXml, WorkbookFault } from './xml.ts';

/** Rows with text in a sheet; the largest lists that are played have a few thousand. */
export const MAX_ROWS = 20_000;
export const MAX_COLUMNS = 512;

type Parts = ReadonlyMap<string, Uint8Array>;

export function readWorkbook(parts: Parts): msel.MselResult<msel.Book> {
  try {
    return { ok: true, value: bookOf(parts) };
  } catch (error) {
    if (error instanceof WorkbookFault) return { ok: false, fault: error.fault };
    throw error;
  }
}

interface Styles {
  readonly formats: readonly Format[];
  readonly strings: readonly string[];
  readonly since1904: boolean;
}

function bookOf(parts: Parts): msel.Book {
  const main =
    relations(parts, '').find(({ type }) => type.endsWith('/officeDocument'))?.target ?? 'xl/workbook.xml';
  const sheets: { readonly name: string; readonly id: string }[] = [];
  let since1904 = false;
  visitXml(main, part(parts, main), {
    open: (name, attributes) => {
      if (name === 'workbookPr') since1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
      const id = Object.entries(attributes).find(([key]) => /(?:^|:)id$/.test(key))?.[1];
      if (name === 'sheet') sheets.push({ name: unescape(attributes['name'] ?? ''), id: id ?? '' });
    },
  });
  const own = relations(parts, main);
  const ofType = (type: string): string | undefined => own.find((each) => each.type.endsWith(type))?.target;
  const strings = stringsOf(parts, ofType('/sharedStrings'));
  const formats = formatsOf(parts, ofType('/styles'));
  const targets = new Map(own.map(({ id, target }) => [id, target]));
  const files = [...parts].filter(([path]) => path.startsWith(FILES) && isInside(path.slice(FILES.length)));
  return {
    sheets: sheets.flatMap(({ id, name }) => {
      const target = targets.get(id);
      // A sheet that is a chart has cells nowhere.
      return target === undefined || !target.includes('worksheet')
        ? []
        : [sheetOf(name, target, part(parts, target), { formats, strings, since1904 })];
    }),
    files: new Map(files.map(([path, bytes]) => [path.slice(FILES.length), bytes])),
  };
}

/** A path that stays in the folder below which it is put. */
function isInside(path: string): boolean {
  return !/[\\:\0]/.test(path) && path.split('/').every((step) => !['', '.', '..'].includes(step));
}

function part(parts: Parts, path: string): Uint8Array {
  const found = parts.get(path);
  if (!found) throw new WorkbookFault('part-missing', { part: path });
  return found;
}

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

/** What a part refers to, by paths from the root of the package (ECMA-376 part 2, 9.3). */
function relations(parts: Parts, of: string): readonly Relation[] {
  const folder = of.slice(0, of.lastIndexOf('/') + 1);
  const path = `${folder}_rels/${of.slice(folder.length)}.rels`;
  const found: Relation[] = [];
  const bytes = parts.get(path);
  if (!bytes) return found;
  visitXml(path, bytes, {
    open: (name, { Id: id = '', Target: target = '', Type: type = '' }) => {
      if (name === 'Relationship') found.push({ id, type, target: from(folder, target) });
    },
  });
  return found;
}

function from(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps = folder.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}

function stringsOf(parts: Parts, path: string | undefined): readonly string[] {
  const strings: string[] = [];
  if (path === undefined) return strings;
  let text = '';
  const reader = runs((each) => void (text += each));
  visitXml(path, part(parts, path), {
    ...reader,
    close: (name) => {
      reader.close(name);
      if (name !== 'si') return;
      strings.push(unescape(text));
      text = '';
    },
  });
  return strings;
}

/** The text of runs; how it is pronounced (`rPh`), which Japanese workbooks have beside it, is no part of it. */
function runs(take: (text: string) => void): {
  readonly open: (name: string) => void;
  readonly text: (text: string) => void;
  readonly close: (name: string) => void;
} {
  let inText = false;
  let phonetic = 0;
  return {
    open: (name) => {
      if (name === 'rPh') phonetic += 1;
      if (name === 't') inText = phonetic === 0;
    },
    text: (text) => {
      if (inText) take(text);
    },
    close: (name) => {
      if (name === 'rPh') phonetic -= 1;
      if (name === 't') inText = false;
    },
  };
}

function formatsOf(parts: Parts, path: string | undefined): readonly Format[] {
  const formats: Format[] = [];
  if (path === undefined) return formats;
  const codes = new Map<number, string>();
  let inCells = false;
  visitXml(path, part(parts, path), {
    open: (name, { formatCode, numFmtId }) => {
      const id = Number(numFmtId ?? 0);
      if (name === 'numFmt' && formatCode !== undefined) codes.set(id, formatCode);
      if (name === 'cellXfs') inCells = true;
      if (name === 'xf' && inCells) formats.push(formatOf(id, codes.get(id)));
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return formats;
}

interface Open {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  value: string;
  formula: string | undefined;
}

function sheetOf(name: string, path: string, bytes: Uint8Array, styles: Styles): msel.Sheet {
  const lines: msel.Line[] = [];
  const merged: msel.Area[] = [];
  let row = 0;
  let next = 0;
  let cells = new Map<number, msel.Cell>();
  let cell: Open | undefined;
  let within: 'v' | 'f' | undefined;
  const inline = runs((text) => {
    if (cell) cell.value += text;
  });
  visitXml(path, bytes, {
    open: (tag, attributes) => {
      switch (tag) {
        case 'row':
          row = Number(attributes['r'] ?? row + 1);
          next = 0;
          cells = new Map();
          break;
        case 'c': {
          const column = msel.placeOfCell(attributes['r'] ?? '')?.column ?? next;
          next = column + 1;
          const { s: style = '0', t: type = 'n' } = attributes;
          cell = { column, type, style: Number(style), value: '', formula: undefined };
          break;
        }
        case 'v':
          within = 'v';
          break;
        case 'f':
          within = 'f';
          if (cell) cell.formula ??= '';
          break;
        case 'mergeCell': {
          const area = areaOf(attributes['ref'] ?? '');
          if (area) merged.push(area);
          break;
        }
        default:
          inline.open(tag);
      }
    },
    text: (text) => {
      if (!cell) return;
      if (within === 'v') cell.value += text;
      else if (within === 'f') cell.formula += text;
      else inline.text(text);
    },
    close: (tag) => {
      inline.close(tag);
      if (tag === 'v' || tag === 'f') within = undefined;
      if (tag === 'c' && cell) {
        const read = cellOf(cell, styles);
        if (read) cells.set(cell.column, read);
        if (read && cell.column >= MAX_COLUMNS)
          throw new WorkbookFault('too-many-columns', { sheet: name, limit: MAX_COLUMNS });
        cell = undefined;
      }
      if (tag === 'row' && cells.size > 0) {
        lines.push({ number: row, cells });
        if (lines.length > MAX_ROWS)
          throw new WorkbookFault('too-many-rows', { sheet: name, limit: MAX_ROWS });
      }
    },
  });
  return { name, lines, merged };
}

function areaOf(ref: string): msel.Area | undefined {
  const [first, last] = ref.split(':').map(msel.placeOfCell);
  if (!first || !last) return undefined;
  return { top: first.row, left: first.column, bottom: last.row, right: last.column };
}

/** `undefined`: there is nothing in it. */
function cellOf({ formula, style, type, value }: Open, styles: Styles): msel.Cell | undefined {
  const made = formula === undefined ? {} : ({ formula: true } as const);
  // A formula may well come to an empty text; one that was never worked out has no value of any type.
  if (value === '')
    return formula && type !== 'str' ? { text: `=${formula}`, of: 'error', formula: true } : undefined;
  switch (type) {
    case 's':
      return text(styles.strings[Number(value)] ?? '', made);
    case 'str':
    case 'inlineStr':
      return text(unescape(value), made);
    case 'b':
      return { text: value === '1' ? 'TRUE' : 'FALSE', of: 'truth', ...made };
    case 'e':
      return { text: value, of: 'error', ...made };
    case 'd':
      return { text: value.replace('T', ' ').replace(/(?::00)?(?:\.0+)?Z?$/, ''), of: 'moment', ...made };
    default: {
      const number = Number(value);
      if (!Number.isFinite(number)) return text(value, made);
      return { ...showNumber(number, styles.formats[style] ?? 'number', styles.since1904), ...made };
    }
  }
}

function text(value: string, made: { readonly formula?: true }): msel.Cell | undefined {
  return value === '' ? undefined : { text: value, of: 'text', ...made };
}
