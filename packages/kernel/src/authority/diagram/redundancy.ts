/**
 * Parts that make no difference where they stand. What an `or` has as a part matters below it only where that part fails: `a or (a and b)`
 * is `a`, and `a or (not a and b)` is `a or b`. A tree that was written by a program, or that lists exclusive cases, is full of such parts.
 * Source of the idea: I. Niemelä, On simplification of large fault trees, Reliability Engineering and System Safety 44 (1994).
 */
import { Circuit, partsOf, type Gate } from './circuit.ts';
import { flatten, type Flattened } from './flatten.ts';
import { often, STEADY, type Pulse } from './pulse.ts';
import { reachable } from './reachable.ts';

/** An equal circuit, flattened, in which no part is known from a gate that all ways to it from the roots go through. */
export function simplify(from: Circuit, outcomes: readonly Gate[], each: Pulse = STEADY): Flattened {
  const pulse = often(each);
  for (let flat = flatten(from, outcomes); ;) {
    const simpler = new Walk(flat, pulse).run();
    if (simpler === undefined) return flat;
    flat = flatten(simpler.circuit, simpler.roots);
  }
}

/** What one gate may assume at most, which keeps the walk linear where wide gates share parts in many places. */
const ASSUMED = 1_024;

/** How a gate is known to be where a walk is. */
const UNKNOWN = 0;
const HOLDS = 1;
const FAILS = 2;

/**
 * One walk down the tree of dominators. A gate _dominates_ another when all ways from the root to that go through it; what happens there
 * then only matters where it matters for the dominator. So below an `or` each part of it may be taken to fail, and below an `and` to hold,
 * as well as the parts of these from which that follows: all but in the one place from which it is known.
 *
 * INVARIANT: what is known at a gate rests on arrows that stay as they are. Such an arrow leads away from a gate whose
 * dominators dominate the gate that assumed, too; so it would only be replaced where the assumption was known before, and not made.
 */
class Walk {
  readonly #circuit: Circuit;
  readonly #roots: readonly Gate[];
  /** Stands for what uses the roots: an index above all others. */
  readonly #outside: number;
  readonly #gates: readonly number[];
  readonly #pulse: Pulse;
  readonly #known: Uint8Array;
  /** The gate by which it is known. */
  readonly #by: Int32Array;
  /** What became known, in order, so that it can be forgotten again. */
  readonly #trail: number[] = [];
  /** The parts of each gate, with constants for those that make no difference. */
  readonly #parts = new Map<number, readonly Gate[]>();
  #replaced = 0;

  constructor({ circuit, roots }: Flattened, pulse: Pulse) {
    this.#circuit = circuit;
    this.#roots = roots;
    this.#gates = reachable(circuit, roots);
    this.#pulse = pulse;
    this.#outside = this.#gates.at(-1)! + 1;
    this.#known = new Uint8Array(this.#outside);
    this.#by = new Int32Array(this.#outside);
  }

  /** A simpler circuit with constants for some parts; `undefined` where every part makes a difference. */
  run(): Flattened | undefined {
    const dominated = this.#dominated();
    const open: { index: number; forget: number }[] = [];
    const enter = (index: number): void => {
      for (const each of dominated.get(index) ?? []) open.push({ index: each, forget: -1 });
    };
    enter(this.#outside);
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const { index, forget } = next;
      if (forget >= 0) {
        while (this.#trail.length > forget) this.#known[this.#trail.pop()!] = UNKNOWN;
        continue;
      }
      open.push({ index, forget: this.#trail.length });
      this.#settle(index);
      enter(index);
    }
    return this.#replaced > 0 ? this.#rebuilt() : undefined;
  }

  /** The gates with parts that each gate dominates immediately: the last ones that all ways to them have in common. */
  #dominated(): ReadonlyMap<number, readonly number[]> {
    const last = new Int32Array(this.#outside).fill(-1);
    for (const root of this.#roots) last[root >> 1] = this.#outside;
    const dominated = new Map<number, number[]>();
    for (const index of this.#gates.toReversed()) {
      const parts = this.#partsOf(index);
      if (parts.length === 0) continue;
      const dominator = last[index]!;
      const others = dominated.get(dominator);
      if (others === undefined) dominated.set(dominator, [index]);
      else others.push(index);
      for (const part of parts) last[part >> 1] = this.#common(last, last[part >> 1]!, index);
    }
    return dominated;
  }

  /** The lowest gate that dominates two, or the other where one is -1: none. Dominators have higher indices. */
  #common(last: Int32Array, first: number, second: number): number {
    let [a, b] = [first < 0 ? second : first, second];
    while (a !== b) {
      this.#pulse();
      if (a < b) a = last[a]!;
      else b = last[b]!;
    }
    return a;
  }

  #settle(index: number): void {
    const parts = this.#partsOf(index).map((part) => this.#settled(part, index));
    this.#parts.set(index, parts);
    const { type } = this.#circuit.kind((index << 1) as Gate);
    if (type === 'and' || type === 'or') this.#assume(index, type === 'and');
  }

  /** A part of a gate; a constant where it is known, unless by this part itself. */
  #settled(part: Gate, of: number): Gate {
    this.#pulse();
    const known = this.#known[part >> 1]!;
    if (known === UNKNOWN || this.#by[part >> 1] === of) return part;
    this.#replaced++;
    return this.#circuit.constant((known === HOLDS) !== ((part & 1) === 1));
  }

  /** The parts of a gate hold, or fail, as far as that is not known yet; and theirs, as far as that follows. */
  #assume(index: number, value: boolean): void {
    const from = this.#trail.length;
    this.#learn(index, value);
    for (let at = from; at < this.#trail.length && this.#trail.length < from + ASSUMED; at++) {
      const each = this.#trail[at]!;
      const holds = this.#known[each] === HOLDS;
      const { type } = this.#circuit.kind((each << 1) as Gate);
      if ((type === 'and' && holds) || (type === 'or' && !holds)) this.#learn(each, holds);
    }
  }

  #learn(by: number, value: boolean): void {
    for (const part of this.#partsOf(by)) {
      this.#pulse();
      if (this.#known[part >> 1] !== UNKNOWN) continue;
      this.#known[part >> 1] = value === ((part & 1) === 0) ? HOLDS : FAILS;
      this.#by[part >> 1] = by;
      this.#trail.push(part >> 1);
    }
  }

  #partsOf(index: number): readonly Gate[] {
    return partsOf(this.#circuit.kind((index << 1) as Gate));
  }

  #rebuilt(): Flattened {
    const circuit = new Circuit(this.#circuit.variables);
    // Index 0 is that of the constants in any circuit.
    const moved = new Map<number, Gate>([[0, circuit.constant(true)]]);
    const move = (gate: Gate): Gate => (moved.get(gate >> 1)! ^ (gate & 1)) as Gate;
    for (const index of this.#gates) {
      const kind = this.#circuit.kind((index << 1) as Gate);
      const parts = this.#parts.get(index) ?? [];
      let place = 0;
      // A gate asks for each of its parts once, in order.
      moved.set(
        index,
        circuit.remake(kind, () => move(parts[place++]!)),
      );
    }
    return { circuit, roots: this.#roots.map(move) };
  }
}
