import type { Graph } from './graph.ts';
import type { Pulse } from './pulse.ts';
import { Stack } from './stack.ts';
import { EMPTY } from './zdd.ts';

/**
 * Makes the diagram of a family of sets, bottom up. Equal nodes are not shared: for families that only shrink it would not pay.
 * Nodes are rows of numbers and not objects: collecting millions of objects would hold up the next poll.
 */
export class GraphMaker {
  readonly #level = new Stack();
  readonly #high = new Stack();
  readonly #low = new Stack();
  /** Row 0 is the terminal. */
  #size = 1;

  node(level: number, high: number, low: number): number {
    if (high === EMPTY) return low;
    const at = this.#size++;
    this.#level.room(at, 1)[at] = level;
    this.#high.room(at, 1)[at] = high;
    this.#low.room(at, 1)[at] = low;
    return at << 1;
  }

  /** What `root` rests on; the maker may go on. `pulse` is for the inside of a loop. */
  graph(root: number, pulse: Pulse): Graph {
    const [level, high, low] = [this.#level.cells, this.#high.cells, this.#low.cells];
    const kept = new Uint8Array((root >> 1) + 1);
    kept[0] = kept[root >> 1] = 1;
    let size = 1;
    for (let node = root >> 1; node > 0; node--) {
      pulse();
      if (kept[node] === 0) continue;
      size++;
      kept[high[node]! >> 1] = kept[low[node]! >> 1] = 1;
    }
    const place = new Int32Array(kept.length);
    const moved = (ref: number): number => (place[ref >> 1]! << 1) | (ref & 1);
    const graph = {
      level: new Int32Array(size),
      high: new Int32Array(size),
      low: new Int32Array(size),
    };
    let at = 0;
    for (let node = 0; node < kept.length; node++) {
      pulse();
      if (kept[node] === 0) continue;
      place[node] = at;
      graph.level[at] = level[node]!;
      graph.high[at] = moved(high[node]!);
      graph.low[at] = moved(low[node]!);
      at++;
    }
    return { root: moved(root), ...graph };
  }
}
