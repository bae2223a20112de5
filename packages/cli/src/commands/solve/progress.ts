/** One line on the terminal that tells how far the engine is, written over until it is taken away. */
import type { Progress } from '@foedus/kernel/fault-tree';
import type { Lang } from '@foedus/kernel/text';
import { saySolve } from './words.ts';

export class ProgressLine {
  readonly #lang: Lang;
  #wide = 0;

  constructor(lang: Lang) {
    this.#lang = lang;
  }

  show({ phase, order, nodes, budget }: Progress, seconds: number): void {
    const percent = Math.floor((100 * nodes) / budget);
    const line = saySolve('progress', { phase: saySolve(`phase-${phase}`), order, nodes, percent, seconds });
    process.stderr.write(`\r${line[this.#lang].padEnd(this.#wide)}`);
    this.#wide = line[this.#lang].length;
  }

  end(): void {
    if (this.#wide > 0) process.stderr.write(`\r${' '.repeat(this.#wide)}\r`);
    this.#wide = 0;
  }
}
