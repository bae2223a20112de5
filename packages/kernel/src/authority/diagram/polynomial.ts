/**
 * The chance that a player swings, as a polynomial in the chance p with which every other player takes part.
 * A polynomial is held in one whole number, its value at p = 2^stride, with a stride so great that the coefficients can be read
 * off it (Kronecker's substitution): then a node's value takes one shift and two sums.
 */
import { levelsOf, sizeOf, type Graph } from './graph.ts';
import { variablesOf, type Parts } from './part.ts';
import type { Pulse } from './pulse.ts';

/** What stands at a level: its own chance, held in one whole number; absent for a variable, whose chance is p. */
type ChanceAt = (level: number) => bigint | undefined;

/**
 * For each variable on which the whole depends, the polynomial's coefficients, the constant one first. Variables that are alike
 * share one.
 */
export function swingPolynomials(parts: Parts, pulse: Pulse): ReadonlyMap<number, readonly bigint[]> {
  const stride = strideFor(variablesOf(parts).length);
  const roots: bigint[] = [];
  const diagrams = parts.map(({ graph, leaves }) => {
    const chanceAt: ChanceAt = (level) => {
      const leaf = leaves[level]!;
      return leaf.type === 'variable' ? undefined : roots[leaf.module]!;
    };
    const diagram = new Diagram(graph, chanceAt, stride, pulse);
    roots.push(diagram.chance());
    return diagram;
  });
  /** For each part how the whole's chance changes with that of the part. */
  const ofPart = parts.map(() => 0n);
  ofPart[parts.length - 1] = 1n;
  const found = new Map<number, readonly bigint[]>();
  for (let index = parts.length - 1; index >= 0; index--) {
    const { leaves } = parts[index]!;
    for (const { levels, change } of diagrams[index]!.changes()) {
      const total = change * ofPart[index]!;
      const first = leaves[levels[0]!]!;
      if (first.type === 'module') ofPart[first.module] = total;
      else {
        const coefficients = unpack(total, stride);
        for (const level of levels) {
          const leaf = leaves[level]!;
          if (leaf.type === 'variable') found.set(leaf.variable, coefficients);
        }
      }
    }
  }
  return found;
}

/**
 * Bits for one coefficient. On n variables a function is a sum of at most C(n,j) products p^j (1-p)^(n-j), of which each adds at
 * most C(n-j,k-j) to the coefficient of p^k: that makes at most C(n,k) 2^k, less than 3^n; a swing is the difference of two
 * such, and has a sign.
 */
function strideFor(variables: number): bigint {
  return BigInt(Math.ceil(variables * Math.log2(3)) + 3);
}

/** One diagram, and the chances of its nodes as polynomials. */
class Diagram {
  readonly #graph: Graph;
  readonly #chanceAt: ChanceAt;
  readonly #stride: bigint;
  readonly #pulse: Pulse;
  /** The nodes, deepest first. */
  readonly #nodes: readonly number[];
  readonly #classes: readonly (readonly number[])[];

  constructor(graph: Graph, chanceAt: ChanceAt, stride: bigint, pulse: Pulse) {
    this.#graph = graph;
    this.#chanceAt = chanceAt;
    this.#stride = stride;
    this.#pulse = pulse;
    this.#nodes = Array.from({ length: sizeOf(graph) - 1 }, (_, index) => index + 1).toSorted(
      (a, b) => graph.level[b]! - graph.level[a]!,
    );
    this.#classes = alike(graph, levelsOf(graph), chanceAt);
  }

  /** Of the whole diagram. */
  chance(): bigint {
    return this.#pass(
      new Map([[0, 1n]]),
      1n,
      () => true,
      () => undefined,
    );
  }

  /** For each class of levels that are alike, how the chance changes with that of one of them. */
  *changes(): Generator<{ readonly levels: readonly number[]; readonly change: bigint }> {
    const ofNodes = this.#changesAt(new Set(this.#classes.map((levels) => levels[0]!)));
    for (const levels of this.#classes) {
      const level = levels[0]!;
      // Differences at the nodes of the level, and none elsewhere.
      const change = this.#pass(
        new Map(ofNodes.get(level)),
        0n,
        (node) => this.#graph.level[node]! < level,
        () => undefined,
      );
      yield { levels, change };
    }
  }

  /** For each watched level, and each of its nodes, what the variable there makes of a difference below it. */
  #changesAt(watched: ReadonlySet<number>): ReadonlyMap<number, ReadonlyMap<number, bigint>> {
    const changes = new Map([...watched].map((level) => [level, new Map<number, bigint>()]));
    this.#pass(
      new Map([[0, 1n]]),
      1n,
      () => true,
      (node, change) => changes.get(this.#graph.level[node]!)?.set(node, change),
    );
    return changes;
  }

  /**
   * The root's value, from values of some nodes: a node's is that of its else-branch and, by the chance of its level, what its
   * then-branch has more. `yes` is what a negated reference is taken from: 1 for a chance, 0 for a difference.
   */
  #pass(
    values: Map<number, bigint>,
    yes: bigint,
    goesInto: (node: number) => boolean,
    told: (node: number, change: bigint) => void,
  ): bigint {
    const { high, low, level, root } = this.#graph;
    // A value is forgotten once the last node above it is done: together they would fill the memory.
    const waiting = parents(this.#graph);
    const read = (ref: number): bigint => {
      const node = ref >> 1;
      const value = values.get(node) ?? 0n;
      waiting[node] = waiting[node]! - 1;
      if (waiting[node] === 0 && node !== 0) values.delete(node);
      return (ref & 1) === 1 ? yes - value : value;
    };
    for (const node of this.#nodes) {
      if (!goesInto(node)) continue;
      this.#pulse();
      const then = read(high[node]!);
      const otherwise = read(low[node]!);
      const change = then - otherwise;
      told(node, change);
      const chance = this.#chanceAt(level[node]!);
      const value = otherwise + (chance === undefined ? change << this.#stride : change * chance);
      if (value !== 0n) values.set(node, value);
    }
    return read(root);
  }
}

/**
 * Neighbouring levels that can be exchanged: every path tests both, and it makes no difference which of the two holds.
 * Only neighbours are compared, which takes one pass; a class that is missed only costs time.
 */
function alike(graph: Graph, levels: readonly number[], chanceAt: ChanceAt): readonly (readonly number[])[] {
  const next = new Map(levels.map((level, place) => [level, levels[place + 1]]));
  /** Levels that differ from the one above them. */
  const different = new Set<number | undefined>([levels[0]]);
  for (const [place, level] of levels.entries()) {
    if (chanceAt(level) === undefined) continue;
    different.add(level);
    different.add(levels[place + 1]);
  }
  const enter = (ref: number, from: number): void => {
    const level = graph.level[ref >> 1]!;
    if (next.get(from) !== level) different.add(level);
  };
  if (sizeOf(graph) > 1) enter(graph.root, -1);
  for (let node = 1; node < sizeOf(graph); node++) {
    const from = graph.level[node]!;
    const high = graph.high[node]!;
    const low = graph.low[node]!;
    enter(high, from);
    enter(low, from);
    const to = next.get(from);
    if (to !== undefined && branch(graph, high, to, false) !== branch(graph, low, to, true))
      different.add(to);
  }
  const classes: number[][] = [];
  for (const level of levels) {
    if (different.has(level)) classes.push([level]);
    else classes.at(-1)!.push(level);
  }
  return classes;
}

/** What is left of a reference where the variable at a level has a value. */
function branch(graph: Graph, ref: number, level: number, value: boolean): number {
  const node = ref >> 1;
  if (graph.level[node] !== level) return ref;
  return (value ? graph.high[node]! : graph.low[node]!) ^ (ref & 1);
}

/** How many branches lead to each node. */
function parents(graph: Graph): Int32Array {
  const counts = new Int32Array(sizeOf(graph));
  for (let node = 1; node < counts.length; node++) {
    for (const ref of [graph.high[node]!, graph.low[node]!]) counts[ref >> 1] = counts[ref >> 1]! + 1;
  }
  return counts;
}

/** The coefficients of a polynomial from its value at 2^stride. */
function unpack(value: bigint, stride: bigint): bigint[] {
  const coefficients: bigint[] = [];
  for (let rest = value; rest !== 0n; rest = (rest - coefficients.at(-1)!) >> stride) {
    coefficients.push(BigInt.asIntN(Number(stride), rest));
  }
  return coefficients;
}
