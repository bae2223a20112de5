/**
 * Boolean algebra on reduced ordered binary decision diagrams, by level.
 * Source: R. E. Bryant, Graph-based algorithms for Boolean function manipulation (1986); complement edges as in
 * K. S. Brace, R. L. Rudell and R. E. Bryant, Efficient implementation of a BDD package (1990).
 */
import { Choice } from './choice.ts';
import { Conjunction } from './conjunction.ts';
import { Meter } from './meter.ts';
import type { Nodes, Ref } from './nodes.ts';
import { Store } from './store.ts';

export function not(f: Ref): Ref {
  return (f ^ 1) as Ref;
}

export class Algebra {
  readonly nodes: Nodes;
  readonly #store: Store;
  readonly #conjunction: Conjunction;
  readonly #choice: Choice;

  constructor(budget: number, meter: Meter = new Meter(budget)) {
    this.#store = new Store(budget, meter);
    this.nodes = this.#store.nodes;
    this.#conjunction = new Conjunction(this.#store);
    this.#choice = new Choice(this.#store, this.#conjunction);
  }

  /** At the start of an operation. */
  begin(): void {
    this.#store.meter.begin();
  }

  level(f: Ref): number {
    return this.nodes.level(f >> 1);
  }

  /** `f` where the variable of its top node holds. */
  high(f: Ref): Ref {
    return (this.nodes.high(f >> 1) ^ (f & 1)) as Ref;
  }

  /** `f` where the variable of its top node doesn't hold. */
  low(f: Ref): Ref {
    return (this.nodes.low(f >> 1) ^ (f & 1)) as Ref;
  }

  /** `high` where the variable at a level holds, `low` where it doesn't; the level must be above those of both. */
  node(level: number, high: Ref, low: Ref): Ref {
    return this.#store.node(level, high, low);
  }

  and(f: Ref, g: Ref): Ref {
    return this.#conjunction.of(f, g);
  }

  or(f: Ref, g: Ref): Ref {
    return not(this.#conjunction.of(not(f), not(g)));
  }

  xor(f: Ref, g: Ref): Ref {
    return this.#choice.of(f, not(g), g);
  }

  /** `g` where `f` holds, `h` where it doesn't. */
  ite(f: Ref, g: Ref, h: Ref): Ref {
    return this.#choice.of(f, g, h);
  }

  /** Forgets what none of `roots` rests on; gives the roots' new references. All others have lost their meaning. */
  collect(roots: readonly Ref[]): Ref[] {
    this.#store.cache.clear();
    return this.nodes.collect(roots);
  }
}
