/** The node store of a decision diagram: every node stands in it once, so that equal functions have equal references. */
import { BudgetSpent } from './budget.ts';

/**
 * A diagram: its top node's index and, in the lowest bit, whether it is negated.
 * Index 0 is the only terminal, so that two references are constant: `YES` and its negation `NO`.
 */
export type Ref = number & { readonly __ref: true };

export const YES = 0 as Ref;
export const NO = 1 as Ref;

/** The terminal stands below every variable. */
export const TERMINAL_LEVEL = 0x7fff_ffff;

const FIRST_CAPACITY = 256;

/** A well-mixed 32-bit hash of three whole numbers. */
export function hash(a: number, b: number, c: number): number {
  let mixed = Math.imul(a, 0x9e37_79b1) ^ Math.imul(b, 0x85eb_ca6b) ^ Math.imul(c, 0xc2b2_ae35);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b_3c6d);
  return mixed ^ (mixed >>> 13);
}

/**
 * Append-only. Nodes lie in three typed arrays and are found through an open-addressed table.
 * INVARIANT: the parts of a node were there before it, so an index is greater than those of all nodes below it.
 */
export class Nodes {
  /** Level, then-branch and else-branch of each node, by index. */
  level: Int32Array;
  high: Int32Array;
  low: Int32Array;
  /** How many there are, the terminal included. */
  used = 1;
  /** How many there may be. */
  budget: number;
  /** Indices by hash; 0 is free, since the terminal is never looked up. At most half full. */
  #table: Int32Array;

  constructor(budget: number) {
    this.budget = budget;
    this.level = new Int32Array(FIRST_CAPACITY);
    this.high = new Int32Array(FIRST_CAPACITY);
    this.low = new Int32Array(FIRST_CAPACITY);
    this.level[0] = TERMINAL_LEVEL;
    this.#table = new Int32Array(2 * FIRST_CAPACITY);
  }

  /** The index of the node with these parts, made if need be. @throws BudgetSpent */
  intern(level: number, high: number, low: number): number {
    const table = this.#table;
    const mask = table.length - 1;
    let slot = hash(level, high, low) & mask;
    for (let index = table[slot]!; index !== 0; index = table[slot]!) {
      if (this.low[index] === low && this.high[index] === high && this.level[index] === level) return index;
      slot = (slot + 1) & mask;
    }
    if (this.used > this.budget) throw new BudgetSpent(this.budget);
    const index = this.used++;
    table[slot] = index;
    if (index === this.level.length) this.#grow();
    this.level[index] = level;
    this.high[index] = high;
    this.low[index] = low;
    if (this.used * 2 > table.length) this.#rehash(table.length * 2);
    return index;
  }

  /** To twice the room, but never to more than the budget can use. */
  #grow(): void {
    const capacity = Math.min(this.level.length * 2, this.budget + 1);
    const widen = (old: Int32Array): Int32Array => {
      const wide = new Int32Array(capacity);
      wide.set(old);
      return wide;
    };
    this.level = widen(this.level);
    this.high = widen(this.high);
    this.low = widen(this.low);
  }

  #rehash(length: number): void {
    const table = new Int32Array(length);
    const mask = length - 1;
    for (let index = 1; index < this.used; index++) {
      let slot = hash(this.level[index]!, this.high[index]!, this.low[index]!) & mask;
      while (table[slot] !== 0) slot = (slot + 1) & mask;
      table[slot] = index;
    }
    this.#table = table;
  }
}
