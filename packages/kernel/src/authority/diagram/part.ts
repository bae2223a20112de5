/** A function in parts: the diagram of each module by itself, in which a level is a variable of the whole or an earlier module. */
import type { Bdd, Ref } from './bdd.ts';
import { sizeOf, type Graph } from './graph.ts';
import type { Leaf } from './modules.ts';
import { often, STEADY, type Pulse } from './pulse.ts';

export interface Part {
  readonly graph: Graph;
  /** What stands at each level. */
  readonly leaves: readonly Leaf[];
}

/**
 * Parts before wholes; the last one is the whole.
 * INVARIANT: a variable, and a module other than the whole, is a leaf of one part only and once.
 */
export type Parts = readonly Part[];

/** A function of which the diagram is one part. */
export function onePart(bdd: Bdd, f: Ref): Parts {
  const leaves = Array.from({ length: bdd.variables }, (_, level): Leaf => ({
    type: 'variable',
    variable: bdd.variableAt(level),
  }));
  return [{ graph: bdd.graph(f), leaves }];
}

/** The variables of the parts, in no particular order. */
export function variablesOf(parts: Parts): number[] {
  return parts.flatMap(({ leaves }) =>
    leaves.flatMap((leaf) => (leaf.type === 'variable' ? [leaf.variable] : [])),
  );
}

/** How many nodes the parts have together. */
export function sizeOfParts(parts: Parts): number {
  return parts.reduce((sum, { graph }) => sum + sizeOf(graph), 0);
}

/**
 * The dual of each part, hence of the whole: what blocks a whole of modules are the blocks of its modules. Both branches change places
 * and the terminal its value; a node's negation is dual to the negation of its dual, so that no other sign changes.
 */
export function dualParts(parts: Parts, each: Pulse = STEADY): Parts {
  const pulse = often(each);
  return parts.map(({ graph, leaves }) => ({ graph: dualGraph(graph, pulse), leaves }));
}

function dualGraph({ root, level, high, low }: Graph, pulse: Pulse): Graph {
  const dual = (ref: number): number => {
    pulse();
    return ref <= 1 ? ref ^ 1 : ref;
  };
  return { root: dual(root), level, high: low.map(dual), low: high.map(dual) };
}
