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

/** A node is four numbers, which lie together so that one look at memory gets them all: its level … */
const WIDTH = 4;
/** … its then-branch, its else-branch, and the index of the next node of the same hash, 0 after the last. */
const HIGH = 1;
const LOW = 2;
const NEXT = 3;

const FIRST_CAPACITY = 64;

/** A well-mixed 32-bit hash of three whole numbers. */
export function hash(a: number, b: number, c: number): number {
  let mixed = Math.imul(a, 0x9e37_79b1) ^ Math.imul(b, 0x85eb_ca6b) ^ Math.imul(c, 0xc2b2_ae35);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b_3c6d);
  return mixed ^ (mixed >>> 13);
}

/**
 * INVARIANT: the parts of a node were there before it, so an index is greater than those of all nodes below it.
 * Memory: 20 to 32 bytes for a node, as the room doubles.
 */
export class Nodes {
  /** How many there are, the terminal included. */
  used = 1;
  /** How many there may be. */
  budget: number;
  #cells = new Int32Array(FIRST_CAPACITY * WIDTH);
  #capacity = FIRST_CAPACITY;
  /** For each hash the index of the last node that has it, 0 for none: the terminal is never looked up. */
  #table = new Int32Array(FIRST_CAPACITY);

  constructor(budget: number) {
    this.budget = budget;
    this.#cells[0] = TERMINAL_LEVEL;
  }

  level(index: number): number {
    return this.#cells[index * WIDTH]!;
  }

  high(index: number): number {
    return this.#cells[index * WIDTH + HIGH]!;
  }

  low(index: number): number {
    return this.#cells[index * WIDTH + LOW]!;
  }

  /** The index of the node with these parts, made if need be. @throws BudgetSpent */
  intern(level: number, high: number, low: number): number {
    const cells = this.#cells;
    const slot = hash(level, high, low) & (this.#table.length - 1);
    const first = this.#table[slot]!;
    for (let index = first; index !== 0; index = cells[index * WIDTH + NEXT]!) {
      const at = index * WIDTH;
      if (cells[at + LOW] === low && cells[at + HIGH] === high && cells[at] === level) return index;
    }
    if (this.used > this.budget) throw new BudgetSpent(this.budget);
    const index = this.used++;
    if (index === this.#capacity) {
      this.#grow();
      this.#write(index, level, high, low);
      this.#link(index);
    } else {
      this.#write(index, level, high, low);
      cells[index * WIDTH + NEXT] = first;
      this.#table[slot] = index;
    }
    return index;
  }

  /**
   * Forgets the nodes that none of `roots` rests on, and moves the others together; gives the new references of the roots.
   * Every other reference has lost its meaning.
   */
  collect(roots: readonly Ref[]): Ref[] {
    const cells = this.#cells;
    /** First whether a node is kept, then where it went. */
    const places = new Int32Array(this.used);
    places[0] = 1;
    for (const root of roots) places[root >> 1] = 1;
    for (let index = this.used - 1; index > 0; index--) {
      if (places[index] === 0) continue;
      places[this.high(index) >> 1] = 1;
      places[this.low(index) >> 1] = 1;
    }
    const moved = (ref: number): number => (places[ref >> 1]! << 1) | (ref & 1);
    this.#table.fill(0);
    const before = this.used;
    this.used = 1;
    places[0] = 0;
    for (let index = 1; index < before; index++) {
      if (places[index] === 0) continue;
      const to = this.used++;
      places[index] = to;
      const at = index * WIDTH;
      this.#write(to, cells[at]!, moved(cells[at + HIGH]!), moved(cells[at + LOW]!));
      this.#link(to);
    }
    return roots.map((root) => moved(root) as Ref);
  }

  #write(index: number, level: number, high: number, low: number): void {
    const at = index * WIDTH;
    this.#cells[at] = level;
    this.#cells[at + HIGH] = high;
    this.#cells[at + LOW] = low;
  }

  /** Makes a node one that can be found. */
  #link(index: number): void {
    const slot = hash(this.level(index), this.high(index), this.low(index)) & (this.#table.length - 1);
    this.#cells[index * WIDTH + NEXT] = this.#table[slot]!;
    this.#table[slot] = index;
  }

  /** To twice the room, but never to more than the budget can use. */
  #grow(): void {
    const known = this.#capacity;
    this.#capacity = Math.min(known * 2, this.budget + 1);
    const old = this.#cells;
    this.#cells = new Int32Array(this.#capacity * WIDTH);
    this.#cells.set(old);
    this.#table = new Int32Array(this.#table.length * 2);
    for (let index = 1; index < known; index++) this.#link(index);
  }
}
