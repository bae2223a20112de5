/** A list of events as lines of JSON (https://jsonlines.org), for other programs. */
import type { MselRow } from './row.ts';

/** The first line says what this is, and that it belongs to an exercise; each further one is a row. */
export function mselLines(rows: readonly MselRow[], about: Readonly<Record<string, unknown>>): string {
  const head = { type: 'msel', marking: 'EXERCISE', rows: rows.length, ...about };
  return [head, ...rows].map((line) => `${JSON.stringify(line)}\n`).join('');
}
