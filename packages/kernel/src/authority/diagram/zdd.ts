/**
 * Families of sets as zero-suppressed decision diagrams.
 * Source: S. Minato, Zero-suppressed BDDs for set manipulation in combinatorial problems (1993).
 */
import { graphOf, type Graph } from './graph.ts';
import type { Meter } from './meter.ts';
import { NO, Nodes, YES, type Ref } from './nodes.ts';
import type { Pulse } from './pulse.ts';

/** The family of the empty set alone, and the family of no set. References of families are never negated. */
export const UNIT = YES;
export const EMPTY = NO;

export class Zdd {
  readonly nodes: Nodes;

  constructor(budget: number, meter: Meter) {
    this.nodes = new Nodes(budget, meter);
  }

  /** The sets of `high`, each with the element at `level`, and those of `low`. */
  node(level: number, high: Ref, low: Ref): Ref {
    return high === EMPTY ? low : ((this.nodes.intern(level, high, low) << 1) as Ref);
  }

  /** The diagram of a family by itself. */
  graph(family: Ref, pulse: Pulse): Graph {
    return graphOf(this.nodes, family, pulse);
  }
}
