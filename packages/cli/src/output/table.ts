/** Tables of columns for a terminal. */
import { cut, pad, width } from './width.ts';

export interface TableOptions {
  /** Columns of the screen; absent: nothing is shortened. */
  readonly columns?: number | undefined;
  readonly indent?: number;
}

const GAP = 2;

/**
 * Lines of a table. Every column is as wide as its widest cell; the last one is shortened to what the screen has left.
 * Cells may carry colour codes, but not the last one of a row that needs shortening.
 */
export function table(rows: readonly (readonly string[])[], options: TableOptions = {}): string[] {
  const indent = ' '.repeat(options.indent ?? 0);
  const count = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: count }, (_, column) =>
    Math.max(...rows.map((row) => width(row[column] ?? ''))),
  );
  const before = widths.slice(0, -1).reduce((sum, each) => sum + each + GAP, indent.length);
  const left = options.columns === undefined ? Infinity : Math.max(20, options.columns - before);
  return rows.map((row) => {
    const cells = row.map((cell, column) =>
      column === count - 1 ? (left === Infinity ? cell : cut(cell, left)) : pad(cell, widths[column]!),
    );
    return (indent + cells.join(' '.repeat(GAP))).trimEnd();
  });
}
