import type { Graph } from './graph.ts';
import type { Pulse } from './pulse.ts';
import { EMPTY } from './zdd.ts';

/** Makes the diagram of a family of sets, bottom up. Equal nodes are not shared: for families that only shrink it would not pay. */
export class GraphMaker {
  readonly #level: number[] = [0];
  readonly #high: number[] = [0];
  readonly #low: number[] = [0];

  node(level: number, high: number, low: number): number {
    if (high === EMPTY) return low;
    this.#level.push(level);
    this.#high.push(high);
    this.#low.push(low);
    return (this.#level.length - 1) << 1;
  }

  /** What `root` rests on; the maker may go on. `pulse` is for the inside of a loop. */
  graph(root: number, pulse: Pulse): Graph {
    const kept = new Uint8Array((root >> 1) + 1);
    kept[0] = kept[root >> 1] = 1;
    for (let node = root >> 1; node > 0; node--) {
      pulse();
      if (kept[node] === 0) continue;
      kept[this.#high[node]! >> 1] = kept[this.#low[node]! >> 1] = 1;
    }
    const place = new Int32Array(kept.length);
    const [level, high, low]: [number[], number[], number[]] = [[], [], []];
    const moved = (ref: number): number => (place[ref >> 1]! << 1) | (ref & 1);
    for (let node = 0; node < kept.length; node++) {
      pulse();
      if (kept[node] === 0) continue;
      place[node] = level.length;
      level.push(this.#level[node]!);
      high.push(moved(this.#high[node]!));
      low.push(moved(this.#low[node]!));
    }
    return {
      root: moved(root),
      level: Int32Array.from(level),
      high: Int32Array.from(high),
      low: Int32Array.from(low),
    };
  }
}
