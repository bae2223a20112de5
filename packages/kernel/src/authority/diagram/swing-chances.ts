/**
 * The chance that each variable swings the whole, when every other holds with the same chance p: asked for very many p, so all parts are put
 * into one run of nodes first. One pass up and one down for each p (see chance.ts).
 */
import { sizeOf } from './graph.ts';
import { variablesOf, type Parts } from './part.ts';
import { OFTEN, type Pulse } from './pulse.ts';

export class SwingChances {
  readonly variables: readonly number[];
  /** For each node what it asks for: a variable by its place, or after them a part. Node 0 is the terminal of all parts. */
  readonly #leaf: Int32Array;
  readonly #high: Int32Array;
  readonly #low: Int32Array;
  /** For each part the first node after it, and its root. */
  readonly #ends: Int32Array;
  readonly #roots: Int32Array;
  /** By reference, that is of each node and of its negation, the chance to hold: a difference from 1 would lose the digits of small ones. */
  readonly #holds: Float64Array;
  readonly #leafHolds: Float64Array;
  readonly #leafFails: Float64Array;
  /** By reference, the chance to pass it. */
  readonly #passing: Float64Array;
  readonly #derivatives: Float64Array;
  readonly #pulse: Pulse;

  constructor(parts: Parts, pulse: Pulse) {
    this.#pulse = pulse;
    this.variables = variablesOf(parts);
    const size = parts.reduce((sum, { graph }) => sum + sizeOf(graph) - 1, 1);
    const leaves = this.variables.length + parts.length;
    [this.#leaf, this.#high, this.#low] = [new Int32Array(size), new Int32Array(size), new Int32Array(size)];
    [this.#ends, this.#roots] = [new Int32Array(parts.length), new Int32Array(parts.length)];
    [this.#holds, this.#passing] = [new Float64Array(2 * size), new Float64Array(2 * size)];
    [this.#leafHolds, this.#leafFails, this.#derivatives] = [
      new Float64Array(leaves),
      new Float64Array(leaves),
      new Float64Array(leaves),
    ];
    this.#holds[0] = 1;
    const place = new Map(this.variables.map((variable, index) => [variable, index]));
    let base = 0;
    for (const [part, { graph, leaves }] of parts.entries()) {
      const moved = (ref: number): number => (ref <= 1 ? ref : ref + 2 * base);
      for (let node = 1; node < sizeOf(graph); node++) {
        if (node % OFTEN === 0) pulse();
        const leaf = leaves[graph.level[node]!]!;
        this.#leaf[base + node] =
          leaf.type === 'variable' ? place.get(leaf.variable)! : this.variables.length + leaf.module;
        this.#high[base + node] = moved(graph.high[node]!);
        this.#low[base + node] = moved(graph.low[node]!);
      }
      this.#roots[part] = moved(graph.root);
      base += sizeOf(graph) - 1;
      this.#ends[part] = base + 1;
    }
  }

  /** For each variable, in their order; the array is written over by the next call. */
  at(p: number): Float64Array {
    this.#up(p);
    this.#down();
    return this.#derivatives.subarray(0, this.variables.length);
  }

  #up(p: number): void {
    const [leafHolds, leafFails] = [this.#leafHolds, this.#leafFails];
    leafHolds.fill(p, 0, this.variables.length);
    leafFails.fill(1 - p, 0, this.variables.length);
    let node = 1;
    for (let part = 0; part < this.#ends.length; part++) {
      while (node < this.#ends[part]!) {
        const until = Math.min(this.#ends[part]!, node - (node % OFTEN) + OFTEN);
        this.#upThrough(node, until);
        node = until;
        if (node % OFTEN === 0) this.#pulse();
      }
      const root = this.#roots[part]!;
      leafHolds[this.variables.length + part] = this.#holds[root]!;
      leafFails[this.variables.length + part] = this.#holds[root ^ 1]!;
    }
  }

  /** Nothing is called in these two loops: otherwise the machine's compiler has to look up every array again at each node. */
  #upThrough(from: number, until: number): void {
    const [holds, leafHolds, leafFails] = [this.#holds, this.#leafHolds, this.#leafFails];
    const [leaves, highs, lows] = [this.#leaf, this.#high, this.#low];
    for (let node = from; node < until; node++) {
      const leaf = leaves[node]!;
      const high = highs[node]!;
      const low = lows[node]!;
      const then = leafHolds[leaf]!;
      const otherwise = leafFails[leaf]!;
      holds[2 * node] = then * holds[high]! + otherwise * holds[low]!;
      holds[2 * node + 1] = then * holds[high ^ 1]! + otherwise * holds[low ^ 1]!;
    }
  }

  #down(): void {
    const [passing, derivatives] = [this.#passing, this.#derivatives];
    passing.fill(0);
    derivatives.fill(0);
    derivatives[derivatives.length - 1] = 1;
    let until = this.#leaf.length;
    for (let part = this.#ends.length - 1; part >= 0; part--) {
      passing[this.#roots[part]!]! += derivatives[this.variables.length + part]!;
      const first = part === 0 ? 1 : this.#ends[part - 1]!;
      while (until > first) {
        const last = until - 1;
        const from = Math.max(first, last - (last % OFTEN));
        this.#downThrough(from, until);
        until = from;
        if (until % OFTEN === 0) this.#pulse();
      }
    }
  }

  #downThrough(from: number, until: number): void {
    const [passing, derivatives, holds] = [this.#passing, this.#derivatives, this.#holds];
    const [leafHolds, leafFails] = [this.#leafHolds, this.#leafFails];
    const [leaves, highs, lows] = [this.#leaf, this.#high, this.#low];
    for (let node = until - 1; node >= from; node--) {
      const leaf = leaves[node]!;
      const high = highs[node]!;
      const low = lows[node]!;
      const share = passing[2 * node]! - passing[2 * node + 1]!;
      // By how much more likely the one holds than the other; taken from whichever chances are small, since those are the exact ones.
      const then = holds[high]!;
      const more = then < 0.5 ? then - holds[low]! : holds[low ^ 1]! - holds[high ^ 1]!;
      derivatives[leaf]! += share * more;
      passing[high]! += share * leafHolds[leaf]!;
      passing[low]! += share * leafFails[leaf]!;
    }
  }
}
