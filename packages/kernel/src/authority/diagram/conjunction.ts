/**
 * `and`, to which most of the work of a fault tree comes down; `or` is the same of negations.
 * It reads the store's cells itself, and each node once: what it will need on the way back stays on the stack, where it is near, while
 * the node may have to be fetched from afar. No array is made in the loop, not even to exchange two numbers: until the loop has run
 * for a while the machine's compiler doesn't see that it is of no use.
 */
import { UNKNOWN } from './cache.ts';
import { HIGH, LOW, NO, WIDTH, YES, type Ref } from './nodes.ts';
import { Stack } from './stack.ts';
import type { Store } from './store.ts';

/** In the third place of a cache's key: a reference there, which is never negative, makes it `if f then g else h`. */
const AND = -1;

/** What is kept of a step: both parts, their highest level, what both are on the low side, and the high result once it is known. */
const FRAME = 6;

export class Conjunction {
  readonly #store: Store;
  readonly #stack = new Stack();

  constructor(store: Store) {
    this.#store = store;
  }

  /**
   * Both branches, then a node of them: Shannon's expansion, depth first, on a stack of its own, since there may be more levels than
   * the machine's stack has room for.
   */
  of(first: Ref, second: Ref): Ref {
    const { nodes, cache, meter } = this.#store;
    let { cells } = nodes;
    let top = 0;
    let f: number = first;
    let g: number = second;
    for (;;) {
      let result = UNKNOWN;
      // The lesser first: one entry of the cache serves both ways round.
      if (f > g) {
        const greater = f;
        f = g;
        g = greater;
      }
      if (f <= NO) result = f === YES ? g : NO;
      else if (f >> 1 === g >> 1) result = f === g ? f : NO;
      else result = cache.find(f, g, AND);
      if (result === UNKNOWN) {
        meter.step(nodes.used);
        const stack = this.#stack.room(top, FRAME);
        const atF = (f >> 1) * WIDTH;
        const atG = (g >> 1) * WIDTH;
        const levelF = cells[atF]!;
        const levelG = cells[atG]!;
        stack[top] = f;
        stack[top + 1] = g;
        stack[top + 2] = levelF <= levelG ? levelF : levelG;
        stack[top + 3] = levelF <= levelG ? cells[atF + LOW]! ^ (f & 1) : f;
        stack[top + 4] = levelG <= levelF ? cells[atG + LOW]! ^ (g & 1) : g;
        stack[top + 5] = UNKNOWN;
        top += FRAME;
        if (levelF <= levelG) f = cells[atF + HIGH]! ^ (f & 1);
        if (levelG <= levelF) g = cells[atG + HIGH]! ^ (g & 1);
        continue;
      }
      // Back up, as far as both branches are known.
      for (;;) {
        if (top === 0) return result as Ref;
        const stack = this.#stack.cells;
        const at = top - FRAME;
        const high = stack[at + 5]!;
        if (high === UNKNOWN) {
          stack[at + 5] = result;
          f = stack[at + 3]!;
          g = stack[at + 4]!;
          break;
        }
        top = at;
        result = this.#store.node(stack[at + 2]!, high, result);
        // The store may have grown.
        cells = nodes.cells;
        cache.keep(stack[at]!, stack[at + 1]!, AND, result);
      }
    }
  }
}
