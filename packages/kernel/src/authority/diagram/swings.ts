/** Counting, exactly, the coalitions that win and those that win with a player but not without it. */
import { sizeOf, type Graph } from './graph.ts';
import type { Parts } from './part.ts';
import { seldom, type Pulse } from './pulse.ts';

/** Of the assignments to the variables below a leaf: how many make it hold, and how many there are as a power of 2. */
interface Worth {
  readonly holds: bigint;
  readonly bits: number;
}

export interface Counted {
  /** How many variables the parts have. */
  readonly variables: number;
  /** How many assignments to them satisfy the whole. */
  readonly satisfying: bigint;
  /** For each variable, how many assignments to the others satisfy the whole with it, less those that do without it. */
  readonly swings: ReadonlyMap<number, bigint>;
}

/** One pass up and one down for all variables. */
export function countSwings(parts: Parts, each: Pulse): Counted {
  const pulse = seldom(each);
  const counts = countUp(parts, pulse);
  const swings = new Map<number, bigint>();
  /** For each part, the swings of its root in the whole. */
  const ofPart = parts.map(() => 0n);
  ofPart[parts.length - 1] = 1n;
  for (let index = parts.length - 1; index >= 0; index--) {
    const within = counts[index]!.swings(pulse);
    for (const [level, leaf] of parts[index]!.leaves.entries()) {
      const swing = within[level]! * ofPart[index]!;
      if (leaf.type === 'variable') swings.set(leaf.variable, swing);
      else ofPart[leaf.module] = swing;
    }
  }
  const { satisfying, bits } = counts.at(-1)!;
  return { variables: bits, satisfying, swings };
}

/** How many assignments to the variables of the parts satisfy the whole. */
export function countSatisfying(parts: Parts, pulse: Pulse): bigint {
  return countUp(parts, pulse).at(-1)!.satisfying;
}

function countUp(parts: Parts, pulse: Pulse): readonly PartCounts[] {
  const counts: PartCounts[] = [];
  for (const { graph, leaves } of parts) {
    const worths = leaves.map((leaf): Worth => {
      if (leaf.type === 'variable') return { holds: 1n, bits: 1 };
      const { satisfying, bits } = counts[leaf.module]!;
      return { holds: satisfying, bits };
    });
    counts.push(new PartCounts(graph, worths, pulse));
  }
  return counts;
}

/** How many assignments satisfy each node of one diagram. */
class PartCounts {
  readonly #graph: Graph;
  readonly #leaves: readonly Worth[];
  /** For each level the number of variables at and below it, as bits of a count. */
  readonly #from: Int32Array;
  /** For each node the assignments to the variables at and below its level that satisfy it. */
  readonly #counts: bigint[] = [1n];

  constructor(graph: Graph, leaves: readonly Worth[], pulse: Pulse) {
    this.#graph = graph;
    this.#leaves = leaves;
    this.#from = new Int32Array(leaves.length + 1);
    for (let level = leaves.length - 1; level >= 0; level--) {
      this.#from[level] = this.#from[level + 1]! + leaves[level]!.bits;
    }
    for (let node = 1; node < sizeOf(graph); node++) {
      pulse();
      const level = graph.level[node]!;
      const { holds, bits } = leaves[level]!;
      const high = this.#through(graph.high[node]!, level + 1);
      const low = this.#through(graph.low[node]!, level + 1);
      this.#counts.push(high * holds + low * ((1n << BigInt(bits)) - holds));
    }
  }

  /** How many variables there are. */
  get bits(): number {
    return this.#from[0]!;
  }

  get satisfying(): bigint {
    return this.#through(this.#graph.root, 0);
  }

  /** For each level the swings of its leaf, by assignments to what is below the other leaves. */
  swings(pulse: Pulse): bigint[] {
    const graph = this.#graph;
    const swings = this.#leaves.map(() => 0n);
    /** Assignments to the variables above a node's level that lead to it; those that lead to it negated count against it. */
    const passing = this.#counts.map(() => 0n);
    const pass = (ref: number, share: bigint, level: number): void => {
      const count = share << BigInt(this.#from[level]! - this.#from[this.#levelOf(ref)]!);
      passing[ref >> 1] = passing[ref >> 1]! + ((ref & 1) === 1 ? -count : count);
    };
    pass(graph.root, 1n, 0);
    for (let node = sizeOf(graph) - 1; node > 0; node--) {
      pulse();
      const level = graph.level[node]!;
      const { holds, bits } = this.#leaves[level]!;
      const [high, low, share] = [graph.high[node]!, graph.low[node]!, passing[node]!];
      pass(high, share * holds, level + 1);
      pass(low, share * ((1n << BigInt(bits)) - holds), level + 1);
      const change = this.#through(high, level + 1) - this.#through(low, level + 1);
      swings[level] = swings[level]! + share * change;
    }
    return swings;
  }

  /** The assignments to the variables at and below a level that satisfy a reference, which is not above it. */
  #through(ref: number, level: number): bigint {
    const at = this.#from[this.#levelOf(ref)]!;
    const count = this.#counts[ref >> 1]!;
    return ((ref & 1) === 1 ? (1n << BigInt(at)) - count : count) << BigInt(this.#from[level]! - at);
  }

  /** The terminal stands below all levels. */
  #levelOf(ref: number): number {
    return ref >> 1 === 0 ? this.#leaves.length : this.#graph.level[ref >> 1]!;
  }
}
