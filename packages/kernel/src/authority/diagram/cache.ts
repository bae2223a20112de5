/** The operation cache: results of earlier operations, direct-mapped and lossy. What it forgets is only worked out again. */
import { placeOf } from './nodes.ts';

/** No result: no reference is negative. */
export const UNKNOWN = -1;

const WIDTH = 4;
const FIRST_ENTRIES = 1 << 6;
/** 16 bytes an entry. Beyond this, what is remembered more costs more in reaching it than in working it out again. */
const MOST_ENTRIES = 1 << 19;

export class Cache {
  /** How many results it can hold now. */
  entries = FIRST_ENTRIES;
  /** Four numbers an entry: the three of the key and the result. */
  #cells = new Int32Array(FIRST_ENTRIES * WIDTH).fill(UNKNOWN);

  find(a: number, b: number, c: number): number {
    const cells = this.#cells;
    const at = (placeOf(a, b, c) & (this.entries - 1)) * WIDTH;
    return cells[at] === a && cells[at + 1] === b && cells[at + 2] === c ? cells[at + 3]! : UNKNOWN;
  }

  keep(a: number, b: number, c: number, result: number): void {
    const cells = this.#cells;
    const at = (placeOf(a, b, c) & (this.entries - 1)) * WIDTH;
    cells[at] = a;
    cells[at + 1] = b;
    cells[at + 2] = c;
    cells[at + 3] = result;
  }

  clear(): void {
    this.#cells.fill(UNKNOWN);
  }

  /** Grows along with a diagram of `nodes` nodes, and keeps what it knows. */
  fit(nodes: number): void {
    if (nodes <= this.entries || this.entries >= MOST_ENTRIES) return;
    const old = this.#cells;
    while (this.entries < nodes && this.entries < MOST_ENTRIES) this.entries *= 2;
    this.#cells = new Int32Array(this.entries * WIDTH).fill(UNKNOWN);
    for (let at = 0; at < old.length; at += WIDTH) {
      if (old[at] !== UNKNOWN) this.keep(old[at]!, old[at + 1]!, old[at + 2]!, old[at + 3]!);
    }
  }
}
