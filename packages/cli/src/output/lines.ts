/** Running text and labelled lines for a terminal. */
import type { Shell } from '../shell.ts';
import { pad, width, wrap } from './width.ts';

/** Prints a text, indented, in lines of the screen's width where there is a screen. */
export function printText(shell: Shell, text: string, indent = 0): void {
  const { columns } = shell.out;
  const lines = columns === undefined ? [text] : wrap(text, Math.max(20, columns - indent));
  for (const line of lines) shell.out.print(' '.repeat(indent) + line);
}

/** Prints a bold heading after an empty line. */
export function printHeading(shell: Shell, text: string): void {
  shell.out.print();
  shell.out.print(shell.out.style('bold', text));
}

/** Prints labels with texts beside them, all texts from the same column on. */
export function printLabelled(shell: Shell, rows: readonly (readonly [label: string, text: string])[]): void {
  const wide = Math.max(0, ...rows.map(([label]) => width(label))) + 2;
  const { columns } = shell.out;
  for (const [label, text] of rows) {
    const lines = columns === undefined ? [text] : wrap(text, Math.max(20, columns - wide - 2));
    for (const [index, line] of lines.entries()) {
      const before =
        index === 0 ? shell.out.style('dim', label) + ' '.repeat(wide - width(label)) : pad('', wide);
      shell.out.print(`  ${before}${line}`);
    }
  }
}
