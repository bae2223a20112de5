/**
 * Boolean algebra on reduced ordered binary decision diagrams, by level.
 * Source: R. E. Bryant, Graph-based algorithms for Boolean function manipulation (1986); complement edges as in
 * K. S. Brace, R. L. Rudell and R. E. Bryant, Efficient implementation of a BDD package (1990).
 */
import { Cache, UNKNOWN } from './cache.ts';
import { Meter } from './meter.ts';
import { NO, Nodes, YES, type Ref } from './nodes.ts';
import { Stack } from './stack.ts';

/** In the place of the third part: `f and g`, `f xor g`. A reference there, which is never negative, makes it `if f then g else h`. */
const AND = -1;
const XOR = -2;

/** What is kept of an operation while its branches are worked out: its parts, whether its result is negated, its then-branch. */
const FRAME = 5;

export function not(f: Ref): Ref {
  return (f ^ 1) as Ref;
}

export class Algebra {
  readonly nodes: Nodes;
  readonly #cache = new Cache();
  readonly #meter: Meter;
  readonly #stack = new Stack();

  constructor(budget: number, meter: Meter = new Meter(budget)) {
    this.nodes = new Nodes(budget);
    this.#meter = meter;
  }

  /** At the start of an operation. */
  begin(): void {
    this.#meter.begin();
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

  /**
   * The one way in which nodes come to be. `level` must be above those of `high` and `low`.
   * INVARIANT: a then-branch is never negated, so that a function and its negation share one node.
   */
  node(level: number, high: Ref, low: Ref): Ref {
    if (high === low) return high;
    const negated = high & 1;
    const index = this.nodes.intern(level, high ^ negated, low ^ negated);
    if (this.nodes.used > this.#cache.entries) this.#cache.fit(this.nodes.used);
    return ((index << 1) | negated) as Ref;
  }

  and(f: Ref, g: Ref): Ref {
    return this.#apply(f, g, AND);
  }

  or(f: Ref, g: Ref): Ref {
    return not(this.#apply(not(f), not(g), AND));
  }

  xor(f: Ref, g: Ref): Ref {
    return this.#apply(f, g, XOR);
  }

  /** `g` where `f` holds, `h` where it doesn't. */
  ite(f: Ref, g: Ref, h: Ref): Ref {
    return this.#apply(f, g, h);
  }

  /** Forgets what none of `roots` rests on; gives the roots' new references. All others have lost their meaning. */
  collect(roots: readonly Ref[]): Ref[] {
    this.#cache.clear();
    return this.nodes.collect(roots);
  }

  /**
   * Both branches of an operation, then a node of them: Shannon's expansion, depth first, on a stack of its own, since there
   * may be more levels than the machine's stack has room for.
   */
  #apply(first: number, second: number, third: number): Ref {
    const stack = this.#stack;
    const base = stack.top;
    let [f, g, h] = [first, second, third];
    for (;;) {
      let negated = 0;
      let result = UNKNOWN;
      if (h >= 0) {
        // A test that isn't negated: one entry of the cache serves two triples.
        if ((f & 1) === 1) {
          f ^= 1;
          [g, h] = [h, g];
        }
        if (g >> 1 === f >> 1) g = g === f ? YES : NO;
        if (h >> 1 === f >> 1) h = h === f ? NO : YES;
        if (f === YES || g === h) result = g;
        else if (g <= NO || h <= NO) {
          // With a constant branch it is an `and`, in one of four ways.
          if (g === YES) [f, g, negated] = [f ^ 1, h ^ 1, 1];
          else if (g === NO) [f, g] = [f ^ 1, h];
          else if (h === YES) [g, negated] = [g ^ 1, 1];
          h = AND;
        } else if (g === (h ^ 1)) {
          g ^= 1;
          h = XOR;
        } else if ((g & 1) === 1) {
          g ^= 1;
          h ^= 1;
          negated = 1;
        }
      }
      if (result === UNKNOWN && h < 0) {
        if (h === XOR) {
          // Negation moves out: one entry of the cache serves four pairs.
          negated ^= (f ^ g) & 1;
          f &= ~1;
          g &= ~1;
        }
        if (f > g) [f, g] = [g, f];
        if (h === AND) {
          if (f === g || f === YES) result = g;
          else if (f === NO || f >> 1 === g >> 1) result = NO;
        } else if (f === g) result = NO;
        else if (f === YES) result = g ^ 1;
      }
      if (result === UNKNOWN) result = this.#cache.find(f, g, h);
      if (result === UNKNOWN) {
        this.#meter.step(this.nodes.used);
        stack.push(f, g, h, negated, UNKNOWN);
        const level = this.#top(f, g, h);
        f = this.#branch(f, level, true);
        g = this.#branch(g, level, true);
        if (h >= 0) h = this.#branch(h, level, true);
        continue;
      }
      result ^= negated;
      // Back up, as far as both branches are known.
      for (;;) {
        if (stack.top === base) return result as Ref;
        const { cells } = stack;
        const at = stack.top - FRAME;
        f = cells[at]!;
        g = cells[at + 1]!;
        h = cells[at + 2]!;
        const level = this.#top(f, g, h);
        const high = cells[at + 4]!;
        if (high === UNKNOWN) {
          cells[at + 4] = result;
          f = this.#branch(f, level, false);
          g = this.#branch(g, level, false);
          if (h >= 0) h = this.#branch(h, level, false);
          break;
        }
        stack.top = at;
        const made = this.node(level, high as Ref, result as Ref);
        this.#cache.keep(f, g, h, made);
        result = made ^ cells[at + 3]!;
      }
    }
  }

  /** The highest level of up to three references. */
  #top(f: number, g: number, h: number): number {
    const level = Math.min(this.nodes.level(f >> 1), this.nodes.level(g >> 1));
    return h < 0 ? level : Math.min(level, this.nodes.level(h >> 1));
  }

  /** `f` where the variable at a level has a value; the level is not below that of `f`. */
  #branch(f: number, level: number, value: boolean): number {
    if (this.nodes.level(f >> 1) !== level) return f;
    return (value ? this.nodes.high(f >> 1) : this.nodes.low(f >> 1)) ^ (f & 1);
  }
}
