/** Any file that holds a list of events, to its rows; rows to a workbook. */
import { msel, type Lang } from '@foedus/kernel';
import { faultOfKind, kindOf } from './kind.ts';
import { unpack } from './unpack.ts';
import { readWorkbook } from './xlsx/read.ts';
import { MAX_CELL, writeWorkbook } from './xlsx/write.ts';

/** A list that was read, and the files that go with it, by their paths in the scenario's folder. */
export interface ListFile extends msel.MselReading {
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** `day`: on which clock times fall where no date says otherwise. */
export function readList(bytes: Uint8Array, day: string, mapping: msel.Mapping): msel.MselResult<ListFile> {
  const wrong = faultOfKind(bytes);
  if (wrong) return { ok: false, fault: wrong };
  const unpacked = unpack(bytes);
  if (!unpacked.ok) return unpacked;
  const kind = kindOf(unpacked.value);
  if (kind !== 'workbook' && kind !== 'json') return msel.mselFault(kind);
  const read =
    kind === 'json' ? fromArchive(unpacked.value, day, mapping) : fromWorkbook(unpacked.value, day, mapping);
  return read.ok && read.value.rows.length === 0 && read.value.frame === undefined
    ? msel.mselFault('no-rows')
    : read;
}

type Entries = ReadonlyMap<string, Uint8Array>;

function fromWorkbook(entries: Entries, day: string, mapping: msel.Mapping): msel.MselResult<ListFile> {
  const book = readWorkbook(entries);
  if (!book.ok) return book;
  return { ok: true, value: { ...msel.readMsel(book.value, day, mapping), files: book.value.files } };
}

function fromArchive(entries: Entries, day: string, mapping: msel.Mapping): msel.MselResult<ListFile> {
  return msel.readOpenAev(entries, day, mapping);
}

export interface Written {
  readonly lang: Lang;
  readonly title: string;
  /** The scenario's file but its list. */
  readonly frame?: string;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

const SHEET: Readonly<Record<Lang, string>> = { en: 'MSEL', ko: 'MSEL', ja: 'MSEL' };
const MARKING: Readonly<Record<Lang, string>> = { en: 'EXERCISE', ko: '연습 EXERCISE', ja: '演習 EXERCISE' };

/** A workbook in the columns of HSEEP's lists. Where a text is too long for a cell nothing is written. */
export function writeList(
  rows: readonly msel.MselRow[],
  { files, frame, lang, title }: Written,
): msel.MselResult<Uint8Array> {
  const { frame: own, list } = msel.writeMsel(rows, lang, SHEET[lang], frame);
  for (const [index, row] of list.rows.entries()) {
    const column = row.findIndex((text) => typeof text === 'string' && text.length > MAX_CELL);
    if (column < 0) continue;
    const { heading } = list.columns[column]!;
    const params = {
      inject: rows[index]!.serial,
      heading,
      length: String(row[column]).length,
      limit: MAX_CELL,
    };
    return msel.mselFault('cell-too-long', params);
  }
  const tables = own ? [list, own] : [list];
  return { ok: true, value: writeWorkbook({ tables, title, marking: MARKING[lang], files }) };
}
