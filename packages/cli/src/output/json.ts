/** JSON for programs. Counts without bound are decimal strings. */
import type { Shell } from '../shell.ts';

export function printJson(shell: Shell, value: unknown): void {
  const text = JSON.stringify(
    value,
    (_, each: unknown) => (typeof each === 'bigint' ? each.toString() : each),
    2,
  );
  shell.out.print(text);
}
