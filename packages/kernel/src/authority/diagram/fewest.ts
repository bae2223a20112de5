/**
 * Some of the smallest sets of a family in modules, in one pass from parts to wholes: each node keeps its own smallest ones. The modules are not
 * put into each other, so that the time is linear in the diagrams, however many the sets are and however large.
 */
import { sizeOf, type Graph } from './graph.ts';
import type { Parts } from './part.ts';
import { EMPTY, UNIT } from './zdd.ts';

/** A set as what it is put together of; shared with the sets that it is a part of. */
interface Made {
  readonly size: number;
  readonly of: number | readonly [Made, Made] | undefined;
}

const NOTHING: Made = { size: 0, of: undefined };

/**
 * So many of the smallest sets, each ascending; smaller ones first. Where not all of one size are asked for, those come that have elements of
 * upper levels. `families` are parts whose diagrams are families of sets.
 */
export function fewest(families: Parts, limit: number): readonly (readonly number[])[] {
  const found: (readonly Made[])[] = [];
  for (const { graph, leaves } of families) {
    const ofLeaf = leaves.map((leaf): readonly Made[] =>
      leaf.type === 'variable' ? [{ size: 1, of: leaf.variable }] : found[leaf.module]!,
    );
    found.push(ofGraph(graph, ofLeaf, limit));
  }
  return found.at(-1)!.map(elements);
}

function ofGraph(graph: Graph, ofLeaf: readonly (readonly Made[])[], limit: number): readonly Made[] {
  const ofNode: (readonly Made[])[] = [[NOTHING]];
  const ofRef = (ref: number): readonly Made[] =>
    ref === EMPTY ? [] : ref === UNIT ? [NOTHING] : ofNode[ref >> 1]!;
  for (let node = 1; node < sizeOf(graph); node++) {
    const withIt = together(ofLeaf[graph.level[node]!]!, ofRef(graph.high[node]!), limit);
    ofNode.push(smallestOf([...withIt, ...ofRef(graph.low[node]!)], limit));
  }
  return smallestOf(ofRef(graph.root), limit);
}

/** Each of some sets with each of others, both smallest first, as far as they can be among the smallest. */
function together(some: readonly Made[], others: readonly Made[], limit: number): readonly Made[] {
  return some.flatMap((left, place) =>
    // As many sets as there are pairs up to this one are no greater.
    others.slice(0, Math.ceil(limit / (place + 1))).map((right): Made => {
      if (right === NOTHING) return left;
      return left === NOTHING ? right : { size: left.size + right.size, of: [left, right] };
    }),
  );
}

function smallestOf(sets: readonly Made[], limit: number): readonly Made[] {
  return sets.toSorted((a, b) => a.size - b.size).slice(0, limit);
}

function elements(set: Made): readonly number[] {
  const found: number[] = [];
  const open = [set.of];
  while (open.length > 0) {
    const of = open.pop();
    if (typeof of === 'number') found.push(of);
    else if (of !== undefined) open.push(of[0].of, of[1].of);
  }
  return found.toSorted((a, b) => a - b);
}
