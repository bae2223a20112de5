/**
 * The chance that a player swings, as a polynomial in the chance p with which every other player takes part.
 * A polynomial is held in one whole number, its value at p = 2^stride, with a stride so great that the coefficients can be read
 * off it (Kronecker's substitution): then a node's value takes one shift and two sums.
 */
import { levelsOf, sizeOf, type Graph } from './graph.ts';

/** For each level on which the function depends, the polynomial's coefficients, the constant one first. Levels that are alike share one. */
export function swingPolynomials(graph: Graph): ReadonlyMap<number, readonly bigint[]> {
  const levels = levelsOf(graph);
  const classes = alike(graph, levels);
  const stride = strideFor(levels.length);
  const nodes = byLevel(graph);
  const watched = new Set(classes.map((each) => each[0]!));
  const changes = changesAt(graph, nodes, watched, stride);
  const found = new Map<number, readonly bigint[]>();
  for (const each of classes) {
    const total = derivative(graph, nodes, changes.get(each[0]!)!, each[0]!, stride);
    const coefficients = unpack(total, stride);
    for (const level of each) found.set(level, coefficients);
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

/** The nodes, deepest first. */
function byLevel(graph: Graph): readonly number[] {
  return Array.from({ length: sizeOf(graph) - 1 }, (_, index) => index + 1).toSorted(
    (a, b) => graph.level[b]! - graph.level[a]!,
  );
}

/**
 * Neighbouring levels that can be exchanged: every path tests both, and it makes no difference which of the two holds.
 * Only neighbours are compared, which takes one pass; a class that is missed only costs time.
 */
function alike(graph: Graph, levels: readonly number[]): readonly (readonly number[])[] {
  const next = new Map(levels.map((level, place) => [level, levels[place + 1]]));
  /** Levels that differ from the one above them. */
  const different = new Set<number | undefined>([levels[0]]);
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

/** For each watched level, and each of its nodes, what the variable there makes of a difference below it. */
function changesAt(
  graph: Graph,
  nodes: readonly number[],
  watched: ReadonlySet<number>,
  stride: bigint,
): ReadonlyMap<number, ReadonlyMap<number, bigint>> {
  const changes = new Map([...watched].map((level) => [level, new Map<number, bigint>()]));
  // A value is forgotten once the last node above it is done: together they would fill the memory.
  const waiting = parents(graph);
  const values = new Map<number, bigint>([[0, 1n]]);
  for (const node of nodes) {
    const high = read(values, waiting, graph.high[node]!, 1n);
    const low = read(values, waiting, graph.low[node]!, 1n);
    changes.get(graph.level[node]!)?.set(node, high - low);
    values.set(node, low + ((high - low) << stride));
  }
  return changes;
}

/** The whole's difference by the variable at a level, which makes the differences `changes` at the nodes there and none elsewhere. */
function derivative(
  graph: Graph,
  nodes: readonly number[],
  changes: ReadonlyMap<number, bigint>,
  level: number,
  stride: bigint,
): bigint {
  const waiting = parents(graph);
  const values = new Map(changes);
  for (const node of nodes) {
    if (graph.level[node]! >= level) continue;
    const high = read(values, waiting, graph.high[node]!, 0n);
    const low = read(values, waiting, graph.low[node]!, 0n);
    const value = low + ((high - low) << stride);
    if (value !== 0n) values.set(node, value);
  }
  return read(values, waiting, graph.root, 0n);
}

/** A value through a reference; `yes` is what a negated one is taken from: 1 for a chance, 0 for a difference. */
function read(values: Map<number, bigint>, waiting: Int32Array, ref: number, yes: bigint): bigint {
  const node = ref >> 1;
  const value = values.get(node) ?? 0n;
  waiting[node] = waiting[node]! - 1;
  if (waiting[node] === 0 && node !== 0) values.delete(node);
  return (ref & 1) === 1 ? yes - value : value;
}

/** The coefficients of a polynomial from its value at 2^stride. */
function unpack(value: bigint, stride: bigint): bigint[] {
  const coefficients: bigint[] = [];
  for (let rest = value; rest !== 0n; rest = (rest - coefficients.at(-1)!) >> stride) {
    coefficients.push(BigInt.asIntN(Number(stride), rest));
  }
  return coefficients;
}
