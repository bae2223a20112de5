/** A workbook as a reader of spreadsheets gives it: sheets of cells, each with the text that a person sees in it. */

export interface Book {
  readonly sheets: readonly Sheet[];
  /** Files that were kept in the workbook's own package: attachments, by their paths. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

export interface Sheet {
  readonly name: string;
  /** Rows that have a cell, from the top. */
  readonly lines: readonly Line[];
  /** Cells that are shown as one; its text stands in the first. */
  readonly merged: readonly Area[];
}

export interface Line {
  /** From 1, as a spreadsheet counts. */
  readonly number: number;
  /** By column from 0; empty cells are absent. */
  readonly cells: ReadonlyMap<number, Cell>;
}

export interface Cell {
  /** Dates and times by ISO 8601 (`2026-11-22 09:05`), numbers in their shortest form, all else as it stands. */
  readonly text: string;
  /** What the cell holds: the cached value of a formula, an error of one (`#REF!`). */
  readonly of: 'text' | 'number' | 'moment' | 'truth' | 'error';
  readonly formula?: true;
}

/** Rows from 1, columns from 0, the last included. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** `A`, `Z`, `AA`: the name of a column, which is counted from 0. */
export function columnName(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? columnName(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}

/** `B7`. */
export function cellName(column: number, row: number): string {
  return `${columnName(column)}${row}`;
}

/** The column, from 0, and the row of `B7`; `undefined` where it is no such name. */
export function placeOfCell(name: string): { readonly column: number; readonly row: number } | undefined {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(name) ?? [];
  if (letters === undefined || digits === undefined) return undefined;
  const column = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { column, row: Number(digits) };
}
