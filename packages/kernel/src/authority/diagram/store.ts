/** What the operations on decision diagrams share: the nodes, the results of earlier operations, and the count of steps. */
import { Cache } from './cache.ts';
import type { Meter } from './meter.ts';
import { Nodes, type Ref } from './nodes.ts';

export class Store {
  readonly nodes: Nodes;
  readonly cache: Cache;
  readonly meter: Meter;

  constructor(budget: number, meter: Meter) {
    this.nodes = new Nodes(budget, meter);
    this.cache = new Cache();
    this.meter = meter;
  }

  /**
   * The one way in which nodes come to be. `level` must be above those of `high` and `low`.
   * INVARIANT: a then-branch is never negated, so that a function and its negation share one node.
   */
  node(level: number, high: number, low: number): Ref {
    if (high === low) return high as Ref;
    const negated = high & 1;
    const index = this.nodes.intern(level, high ^ negated, low ^ negated);
    if (this.nodes.used > this.cache.entries) this.cache.fit(this.nodes.used);
    return ((index << 1) | negated) as Ref;
  }
}
