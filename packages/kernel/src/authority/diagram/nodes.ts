/** The node store of a decision diagram: every node stands in it once, so that equal functions have equal references. */
import { BudgetSpent } from './budget.ts';
import { Meter } from './meter.ts';

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
export const WIDTH = 4;
/** … its then-branch, its else-branch, and the index of the next node in the same place of the table, 0 after the last. */
export const HIGH = 1;
export const LOW = 2;
const NEXT = 3;

const FIRST_CAPACITY = 64;

/** Places among which what belongs together is spread: 1 KiB of a table or 4 of a cache, which the processor has at hand. */
const NEIGHBOURHOOD = 256;

/**
 * Where a table has its entry for three numbers of a diagram (its length has still to be taken off). Diagrams are made and walked depth
 * first: what is looked up one after the other mostly rests on nodes that were made one after the other. So the place goes by how old these
 * are, and a look-up finds near at hand what the last ones fetched; were it anywhere in the table, each would wait for the memory. It goes
 * by the sum of them, since everything that rests on a node that is used much would else have to find room in one neighbourhood.
 */
export function placeOf(a: number, b: number, c: number): number {
  return (a >> 1) + (b >> 1) + (c >> 1) + (hash(a, b, c) & (NEIGHBOURHOOD - 1));
}

/** A well-mixed 32-bit hash of three whole numbers. */
function hash(a: number, b: number, c: number): number {
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
  /** All nodes one after another; for reading only, and until the next node is made: when the store grows, there are others. */
  cells = new Int32Array(FIRST_CAPACITY * WIDTH);
  readonly #meter: Meter;
  #capacity = FIRST_CAPACITY;
  /** For each place the index of the last node that has it, 0 for none: the terminal is never looked up. */
  #table = new Int32Array(FIRST_CAPACITY);

  constructor(budget: number, meter: Meter = new Meter(budget)) {
    this.budget = budget;
    this.#meter = meter;
    this.cells[0] = TERMINAL_LEVEL;
  }

  level(index: number): number {
    return this.cells[index * WIDTH]!;
  }

  high(index: number): number {
    return this.cells[index * WIDTH + HIGH]!;
  }

  low(index: number): number {
    return this.cells[index * WIDTH + LOW]!;
  }

  /** The index of the node with these parts, made if need be. @throws BudgetSpent */
  intern(level: number, high: number, low: number): number {
    const place = placeOf(level, high, low);
    const { cells } = this;
    for (let index = this.#table[place & (this.#table.length - 1)]!; index !== 0;) {
      const at = index * WIDTH;
      if (cells[at + LOW] === low && cells[at + HIGH] === high && cells[at] === level) return index;
      index = cells[at + NEXT]!;
    }
    if (this.used > this.budget) throw new BudgetSpent(this.budget);
    if (this.used === this.#capacity) this.#grow();
    const index = this.used++;
    write(this.cells, index, level, high, low);
    link(this.cells, this.#table, index, place);
    return index;
  }

  /**
   * Forgets the nodes that none of `roots` rests on, and moves the others together; gives the new references of the roots.
   * Every other reference has lost its meaning; where a look from outside ends it on the way, these have, too.
   */
  collect(roots: readonly Ref[]): Ref[] {
    const { cells } = this;
    const table = this.#table;
    const before = this.used;
    /** First whether a node is kept, then where it went. */
    const places = new Int32Array(before);
    places[0] = 1;
    for (const root of roots) places[root >> 1] = 1;
    for (let index = before - 1; index > 0; index--) {
      this.#meter.pass(before);
      if (places[index] === 0) continue;
      places[this.high(index) >> 1] = 1;
      places[this.low(index) >> 1] = 1;
    }
    const moved = (ref: number): number => (places[ref >> 1]! << 1) | (ref & 1);
    table.fill(0);
    this.used = 1;
    places[0] = 0;
    for (let index = 1; index < before; index++) {
      this.#meter.pass(before);
      if (places[index] === 0) continue;
      const to = this.used++;
      places[index] = to;
      const at = index * WIDTH;
      write(cells, to, cells[at]!, moved(cells[at + HIGH]!), moved(cells[at + LOW]!));
      link(cells, table, to, placeOfNode(cells, to));
    }
    return roots.map((root) => moved(root) as Ref);
  }

  /**
   * To twice the room, but never to more than the budget can use. Nodes are copied and linked by and by, so that there can be a look
   * from outside in between; what is new takes the place of the old at the end, so that a look may throw.
   */
  #grow(): void {
    const { used } = this;
    const capacity = Math.min(this.#capacity * 2, this.budget + 1);
    const cells = new Int32Array(capacity * WIDTH);
    const table = new Int32Array(this.#table.length * 2);
    for (let from = 0; from < used; from += MOVED_AT_ONCE) {
      const to = Math.min(from + MOVED_AT_ONCE, used);
      cells.set(this.cells.subarray(from * WIDTH, to * WIDTH), from * WIDTH);
      for (let index = Math.max(from, 1); index < to; index++) {
        this.#meter.pass(used);
        link(cells, table, index, placeOfNode(cells, index));
      }
    }
    this.#capacity = capacity;
    this.cells = cells;
    this.#table = table;
  }
}

const MOVED_AT_ONCE = 4_096;

function write(cells: Int32Array, index: number, level: number, high: number, low: number): void {
  const at = index * WIDTH;
  cells[at] = level;
  cells[at + HIGH] = high;
  cells[at + LOW] = low;
}

function placeOfNode(cells: Int32Array, index: number): number {
  const at = index * WIDTH;
  return placeOf(cells[at]!, cells[at + HIGH]!, cells[at + LOW]!);
}

/** Makes a node one that can be found, by its place. */
function link(cells: Int32Array, table: Int32Array, index: number, place: number): void {
  const slot = place & (table.length - 1);
  cells[index * WIDTH + NEXT] = table[slot]!;
  table[slot] = index;
}
