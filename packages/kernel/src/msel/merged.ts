/** Merged cells: what is shown beside several rows is said of each of them. */
import type { Cell, Line, Sheet } from './book.ts';

/** The rows of a sheet with the text of merged cells in each row that they cover, in their first column. */
export function unmerge({ lines, merged }: Sheet): readonly Line[] {
  const tall = merged.filter(({ bottom, top }) => bottom > top);
  if (tall.length === 0) return lines;
  const known = new Map(lines.map((line) => [line.number, line]));
  const filled = new Map<number, Map<number, Cell>>();
  for (const { bottom, left, top } of tall) {
    const cell = known.get(top)?.cells.get(left);
    if (!cell) continue;
    for (let row = top + 1; row <= bottom; row += 1) {
      // Rows that have nothing of their own stay empty.
      if (!known.has(row)) continue;
      const cells = filled.get(row) ?? new Map<number, Cell>();
      filled.set(row, cells.set(left, cell));
    }
  }
  return lines.map((line) => {
    const more = filled.get(line.number);
    return more ? { ...line, cells: new Map([...more, ...line.cells]) } : line;
  });
}
