/** One diagram by itself, copied out of its store into dense arrays, so that every analysis is a plain loop over them. */
import type { Nodes } from './nodes.ts';
import { often, STEADY, type Pulse } from './pulse.ts';

/**
 * Node 0 is the terminal. References are as in the store: an index and, in the lowest bit, negation.
 * INVARIANT: the parts of a node stand before it; the root's node is the last one.
 */
export interface Graph {
  readonly root: number;
  readonly level: Int32Array;
  readonly high: Int32Array;
  readonly low: Int32Array;
}

/** How many nodes there are, the terminal included. */
export function sizeOf(graph: Graph): number {
  return graph.level.length;
}

/** The diagram of one reference, by itself. */
export function graphOf(nodes: Nodes, root: number, each: Pulse = STEADY): Graph {
  const pulse = often(each);
  const top = root >> 1;
  // Parts have lower indices than the whole, so one walk down the indices reaches all.
  const reached = new Uint8Array(top + 1);
  reached[0] = reached[top] = 1;
  for (let index = top; index > 0; index--) {
    pulse();
    if (reached[index] === 0) continue;
    reached[nodes.high(index) >> 1] = 1;
    reached[nodes.low(index) >> 1] = 1;
  }
  const place = new Int32Array(top + 1);
  let size = 0;
  for (let index = 0; index <= top; index++) {
    pulse();
    if (reached[index] === 1) place[index] = size++;
  }
  const moved = (ref: number): number => (place[ref >> 1]! << 1) | (ref & 1);
  const graph = {
    root: moved(root),
    level: new Int32Array(size),
    high: new Int32Array(size),
    low: new Int32Array(size),
  };
  graph.level[0] = nodes.level(0);
  for (let index = 1; index <= top; index++) {
    pulse();
    if (reached[index] === 0) continue;
    const at = place[index]!;
    graph.level[at] = nodes.level(index);
    graph.high[at] = moved(nodes.high(index));
    graph.low[at] = moved(nodes.low(index));
  }
  return graph;
}

/** The levels on which a diagram depends, ascending. */
export function levelsOf(graph: Graph, each: Pulse = STEADY): number[] {
  const pulse = often(each);
  const levels = new Set<number>();
  for (let node = 1; node < sizeOf(graph); node++) {
    pulse();
    levels.add(graph.level[node]!);
  }
  return [...levels].toSorted((a, b) => a - b);
}
