/** Counting the assignments that satisfy a function, exactly. */
import { sizeOf, type Graph } from './graph.ts';

/** A node's count, seen through a reference that may be negated; `all` is the count of the constant `yes`. */
export function through(ref: number, values: readonly bigint[], all: bigint): bigint {
  const value = values[ref >> 1]!;
  return (ref & 1) === 1 ? all - value : value;
}

/**
 * For each node how many of the 2^variables assignments satisfy it: the half of those of its then-branch and the half of
 * those of its else-branch, which don't depend on its own variable. Both are whole, as long as every variable is counted.
 */
export function halves(graph: Graph, variables: number): bigint[] {
  const all = 1n << BigInt(variables);
  const counts = [all];
  for (let node = 1; node < sizeOf(graph); node++) {
    const high = through(graph.high[node]!, counts, all);
    counts.push((high + through(graph.low[node]!, counts, all)) >> 1n);
  }
  return counts;
}

/** How many of the 2^variables assignments satisfy the whole, by the counts of its nodes. */
export function countOf(graph: Graph, counts: readonly bigint[], variables: number): bigint {
  return through(graph.root, counts, 1n << BigInt(variables));
}
