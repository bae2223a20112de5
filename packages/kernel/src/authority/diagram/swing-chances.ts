/**
 * The chance that each variable swings the whole, when every other holds with the same chance p: asked for very many p, so all parts are put
 * into one run of nodes first. One pass up and one down for each p (see chance.ts).
 */
import { sizeOf } from './graph.ts';
import { variablesOf, type Parts } from './part.ts';

export class SwingChances {
  readonly variables: readonly number[];
  /** For each node what it asks for: a variable by its place, or after them a part. Node 0 is the terminal of all parts. */
  readonly #leaf: Int32Array;
  readonly #high: Int32Array;
  readonly #low: Int32Array;
  /** For each part the first node after it, and its root. */
  readonly #ends: Int32Array;
  readonly #roots: Int32Array;
  /** By node and by leaf, the chance to hold and that to fail: a difference from 1 would lose the digits of small ones. */
  readonly #holds: Float64Array;
  readonly #fails: Float64Array;
  readonly #leafHolds: Float64Array;
  readonly #leafFails: Float64Array;
  readonly #passing: Float64Array;
  readonly #derivatives: Float64Array;

  constructor(parts: Parts) {
    this.variables = variablesOf(parts);
    const size = parts.reduce((sum, { graph }) => sum + sizeOf(graph) - 1, 1);
    const leaves = this.variables.length + parts.length;
    [this.#leaf, this.#high, this.#low] = [new Int32Array(size), new Int32Array(size), new Int32Array(size)];
    [this.#ends, this.#roots] = [new Int32Array(parts.length), new Int32Array(parts.length)];
    [this.#holds, this.#fails, this.#passing] = [
      new Float64Array(size),
      new Float64Array(size),
      new Float64Array(size),
    ];
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
    const [holds, fails] = [this.#holds, this.#fails];
    const [leafHolds, leafFails] = [this.#leafHolds, this.#leafFails];
    leafHolds.fill(p, 0, this.variables.length);
    leafFails.fill(1 - p, 0, this.variables.length);
    let node = 1;
    for (let part = 0; part < this.#ends.length; part++) {
      for (; node < this.#ends[part]!; node++) {
        const [leaf, high, low] = [this.#leaf[node]!, this.#high[node]!, this.#low[node]!];
        const [then, otherwise] = [leafHolds[leaf]!, leafFails[leaf]!];
        holds[node] = then * this.#holding(high) + otherwise * this.#holding(low);
        fails[node] = then * this.#holding(high ^ 1) + otherwise * this.#holding(low ^ 1);
      }
      const root = this.#roots[part]!;
      leafHolds[this.variables.length + part] = this.#holding(root);
      leafFails[this.variables.length + part] = this.#holding(root ^ 1);
    }
  }

  #down(): void {
    const [passing, derivatives] = [this.#passing, this.#derivatives];
    const [leafHolds, leafFails] = [this.#leafHolds, this.#leafFails];
    passing.fill(0);
    derivatives.fill(0);
    derivatives[derivatives.length - 1] = 1;
    const pass = (ref: number, share: number): void => {
      passing[ref >> 1]! += (ref & 1) === 1 ? -share : share;
    };
    let node = passing.length - 1;
    for (let part = this.#ends.length - 1; part >= 0; part--) {
      pass(this.#roots[part]!, derivatives[this.variables.length + part]!);
      const first = part === 0 ? 1 : this.#ends[part - 1]!;
      for (; node >= first; node--) {
        const [leaf, high, low] = [this.#leaf[node]!, this.#high[node]!, this.#low[node]!];
        const share = passing[node]!;
        derivatives[leaf]! += share * this.#difference(high, low);
        pass(high, share * leafHolds[leaf]!);
        pass(low, share * leafFails[leaf]!);
      }
    }
  }

  /** By how much more likely the one holds than the other; taken from whichever chances are small, since those are the exact ones. */
  #difference(high: number, low: number): number {
    const then = this.#holding(high);
    return then < 0.5 ? then - this.#holding(low) : this.#holding(low ^ 1) - this.#holding(high ^ 1);
  }

  #holding(ref: number): number {
    return (ref & 1) === 0 ? this.#holds[ref >> 1]! : this.#fails[ref >> 1]!;
  }
}
