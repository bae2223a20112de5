/** `if f then g else h`, of which `xor` is a case. What comes down to an `and` on the way is left to that. */
import { UNKNOWN } from './cache.ts';
import type { Conjunction } from './conjunction.ts';
import { NO, YES, type Ref } from './nodes.ts';
import { Stack } from './stack.ts';
import type { Store } from './store.ts';

/** What is kept of a step: the test, both choices, whether the result is negated, the high result once it is known. */
const FRAME = 5;

export class Choice {
  readonly #store: Store;
  readonly #and: Conjunction;
  readonly #stack = new Stack();

  constructor(store: Store, and: Conjunction) {
    this.#store = store;
    this.#and = and;
  }

  /** Shannon's expansion, as in `Conjunction`. */
  of(test: Ref, holds: Ref, fails: Ref): Ref {
    const { nodes, cache, meter } = this.#store;
    let top = 0;
    let [f, g, h]: [number, number, number] = [test, holds, fails];
    for (;;) {
      // A test that isn't negated: one entry of the cache serves two triples.
      if ((f & 1) === 1) {
        f ^= 1;
        [g, h] = [h, g];
      }
      if (g >> 1 === f >> 1) g = g === f ? YES : NO;
      if (h >> 1 === f >> 1) h = h === f ? NO : YES;
      let negated = 0;
      let result = this.#simple(f, g, h);
      if (result === UNKNOWN) {
        // And a choice that isn't.
        negated = g & 1;
        g ^= negated;
        h ^= negated;
        result = cache.find(f, g, h);
      }
      if (result === UNKNOWN) {
        meter.step(nodes.used);
        const stack = this.#stack.room(top, FRAME);
        stack[top] = f;
        stack[top + 1] = g;
        stack[top + 2] = h;
        stack[top + 3] = negated;
        stack[top + 4] = UNKNOWN;
        top += FRAME;
        const level = this.#top(f, g, h);
        f = this.#branch(f, level, true);
        g = this.#branch(g, level, true);
        h = this.#branch(h, level, true);
        continue;
      }
      result ^= negated;
      // Back up, as far as both branches are known.
      for (;;) {
        if (top === 0) return result as Ref;
        const stack = this.#stack.cells;
        const at = top - FRAME;
        f = stack[at]!;
        g = stack[at + 1]!;
        h = stack[at + 2]!;
        const level = this.#top(f, g, h);
        const high = stack[at + 4]!;
        if (high === UNKNOWN) {
          stack[at + 4] = result;
          f = this.#branch(f, level, false);
          g = this.#branch(g, level, false);
          h = this.#branch(h, level, false);
          break;
        }
        top = at;
        const made = this.#store.node(level, high, result);
        cache.keep(f, g, h, made);
        result = made ^ stack[at + 3]!;
      }
    }
  }

  /** The result where nothing is to be tested, or one of the choices is a constant: then it is an `and`, in one of four ways. */
  #simple(f: number, g: number, h: number): number {
    if (f === YES || g === h) return g;
    if (g === YES) return this.#and.of((f ^ 1) as Ref, (h ^ 1) as Ref) ^ 1;
    if (g === NO) return this.#and.of((f ^ 1) as Ref, h as Ref);
    if (h === YES) return this.#and.of(f as Ref, (g ^ 1) as Ref) ^ 1;
    if (h === NO) return this.#and.of(f as Ref, g as Ref);
    return UNKNOWN;
  }

  /** The highest level of three references. */
  #top(f: number, g: number, h: number): number {
    const { nodes } = this.#store;
    return Math.min(nodes.level(f >> 1), nodes.level(g >> 1), nodes.level(h >> 1));
  }

  /** `f` where the variable at a level has a value; the level is not below that of `f`. */
  #branch(f: number, level: number, value: boolean): number {
    const { nodes } = this.#store;
    if (nodes.level(f >> 1) !== level) return f;
    return (value ? nodes.high(f >> 1) : nodes.low(f >> 1)) ^ (f & 1);
  }
}
