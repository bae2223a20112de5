/**
 * Boolean algebra on reduced ordered binary decision diagrams, by level.
 * Source: R. E. Bryant, Graph-based algorithms for Boolean function manipulation (1986); complement edges as in
 * K. S. Brace, R. L. Rudell and R. E. Bryant, Efficient implementation of a BDD package (1990).
 */
import { BudgetSpent } from './budget.ts';
import { Cache, UNKNOWN } from './cache.ts';
import { NO, Nodes, YES, type Ref } from './nodes.ts';

/** The third number of a cache key says which operation it is; `ite` has a reference there, which is never negative. */
export const OPERATION = { and: -1, xor: -2, exists: -3, restrict: -4, mirror: -5 } as const;

/** Steps that one operation may take for each node of the budget: a bound on time where the cache forgets too much. */
const STEPS_PER_NODE = 64;

export function not(f: Ref): Ref {
  return (f ^ 1) as Ref;
}

export class Algebra {
  readonly nodes: Nodes;
  readonly cache = new Cache();
  #steps = 0;

  constructor(budget: number) {
    this.nodes = new Nodes(budget);
  }

  /** Gives one operation its whole allowance of steps. */
  begin(): void {
    this.#steps = this.nodes.budget * STEPS_PER_NODE;
  }

  /** Counts a step. @throws BudgetSpent when one operation has taken more than its allowance. */
  step(): void {
    if (--this.#steps < 0) throw new BudgetSpent(this.nodes.budget);
  }

  level(f: Ref): number {
    return this.nodes.level[f >> 1]!;
  }

  /** `f` where the variable of its top node holds. */
  high(f: Ref): Ref {
    return (this.nodes.high[f >> 1]! ^ (f & 1)) as Ref;
  }

  /** `f` where the variable of its top node doesn't hold. */
  low(f: Ref): Ref {
    return (this.nodes.low[f >> 1]! ^ (f & 1)) as Ref;
  }

  /**
   * The one way in which nodes come to be. `level` must be above those of `high` and `low`.
   * INVARIANT: a then-branch is never negated, so that a function and its negation share one node.
   */
  node(level: number, high: Ref, low: Ref): Ref {
    if (high === low) return high;
    const negated = high & 1;
    const index = this.nodes.intern(level, high ^ negated, low ^ negated);
    if (this.nodes.used > this.cache.entries) this.cache.fit(this.nodes.used);
    return ((index << 1) | negated) as Ref;
  }

  and(f: Ref, g: Ref): Ref {
    if (f === g || g === YES) return f;
    if (f === YES) return g;
    if (f === NO || g === NO || f === not(g)) return NO;
    if (f > g) return this.#and(g, f);
    return this.#and(f, g);
  }

  /** Neither is constant, and `f` < `g`. */
  #and(f: Ref, g: Ref): Ref {
    const known = this.cache.find(f, g, OPERATION.and);
    if (known !== UNKNOWN) return known as Ref;
    this.step();
    const ofF = this.level(f);
    const ofG = this.level(g);
    const top = ofF < ofG ? ofF : ofG;
    const high = this.and(ofF === top ? this.high(f) : f, ofG === top ? this.high(g) : g);
    const low = this.and(ofF === top ? this.low(f) : f, ofG === top ? this.low(g) : g);
    const result = this.node(top, high, low);
    this.cache.keep(f, g, OPERATION.and, result);
    return result;
  }

  or(f: Ref, g: Ref): Ref {
    return not(this.and(not(f), not(g)));
  }

  xor(f: Ref, g: Ref): Ref {
    if (f === g) return NO;
    if (f === not(g)) return YES;
    if (f <= NO) return (g ^ f ^ NO) as Ref;
    if (g <= NO) return (f ^ g ^ NO) as Ref;
    // Negation moves out: one entry of the cache serves four pairs.
    const negated = (f ^ g) & 1;
    const first = (f & ~1) as Ref;
    const second = (g & ~1) as Ref;
    const result = first < second ? this.#xor(first, second) : this.#xor(second, first);
    return (result ^ negated) as Ref;
  }

  #xor(f: Ref, g: Ref): Ref {
    const known = this.cache.find(f, g, OPERATION.xor);
    if (known !== UNKNOWN) return known as Ref;
    this.step();
    const top = Math.min(this.level(f), this.level(g));
    const [f1, f0] = this.split(f, top);
    const [g1, g0] = this.split(g, top);
    const result = this.node(top, this.xor(f1, g1), this.xor(f0, g0));
    this.cache.keep(f, g, OPERATION.xor, result);
    return result;
  }

  /** `g` where `f` holds, `h` where it doesn't. */
  ite(f: Ref, g: Ref, h: Ref): Ref {
    if (f === YES || g === h) return g;
    if (f === NO) return h;
    if (g === YES || g === f) return this.or(f, h);
    if (g === NO || g === not(f)) return this.and(not(f), h);
    if (h === NO || h === f) return this.and(f, g);
    if (h === YES || h === not(f)) return this.or(not(f), g);
    if (g === not(h)) return this.xor(f, h);
    // A test that isn't negated, and a first branch that isn't: one entry of the cache serves four triples.
    if ((f & 1) === 1) return this.ite(not(f), h, g);
    if ((g & 1) === 1) return not(this.#ite(f, not(g), not(h)));
    return this.#ite(f, g, h);
  }

  #ite(f: Ref, g: Ref, h: Ref): Ref {
    const known = this.cache.find(f, g, h);
    if (known !== UNKNOWN) return known as Ref;
    this.step();
    const top = Math.min(this.level(f), this.level(g), this.level(h));
    const [f1, f0] = this.split(f, top);
    const [g1, g0] = this.split(g, top);
    const [h1, h0] = this.split(h, top);
    const result = this.node(top, this.ite(f1, g1, h1), this.ite(f0, g0, h0));
    this.cache.keep(f, g, h, result);
    return result;
  }

  /** `f` where the variable at a level holds and where it doesn't; the level is not below that of `f`. */
  split(f: Ref, level: number): [Ref, Ref] {
    return this.level(f) === level ? [this.high(f), this.low(f)] : [f, f];
  }
}
