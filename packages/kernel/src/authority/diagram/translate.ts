/** A circuit translated into diagrams, gate by gate; what later gates don't need is forgotten on the way. */
import type { Bdd, Ref } from './bdd.ts';
import { partsOf, type Circuit, type Gate } from './circuit.ts';
import { reachable } from './reachable.ts';

/** So many nodes are let lie before there is a look at which are needed any more; later it is twice the number that was. */
const LET_LIE = 400_000;

/** The diagrams of `roots`, in a `bdd` that is empty. `made` is called after each gate. @throws BudgetSpent */
export function translate(circuit: Circuit, roots: readonly Gate[], bdd: Bdd, made: () => void): Ref[] {
  return new Translation(circuit, roots, bdd).run(made);
}

class Translation {
  readonly #circuit: Circuit;
  readonly #roots: readonly Gate[];
  readonly #bdd: Bdd;
  readonly #gates: readonly number[];
  /** The diagrams that are still needed, and in how many places, by index of the gate. */
  readonly #refs = new Map<number, Ref>();
  readonly #uses = new Map<number, number>();
  #collectAt = LET_LIE;

  constructor(circuit: Circuit, roots: readonly Gate[], bdd: Bdd) {
    this.#circuit = circuit;
    this.#roots = roots;
    this.#bdd = bdd;
    this.#gates = reachable(circuit, roots);
    for (const root of roots) this.#use(root);
    for (const index of this.#gates) for (const part of this.#parts(index)) this.#use(part);
  }

  run(made: () => void): Ref[] {
    for (const index of this.#gates) {
      this.#refs.set(index, this.#make(index));
      made();
      for (const part of this.#parts(index)) this.#release(part);
    }
    return this.#roots.map((root) => this.#refOf(root));
  }

  #make(index: number): Ref {
    const bdd = this.#bdd;
    const kind = this.#circuit.kind((index << 1) as Gate);
    switch (kind.type) {
      case 'constant':
        return bdd.yes;
      case 'variable':
        return bdd.variable(kind.variable);
      case 'and':
        return this.#all(kind.of);
      case 'or':
        return bdd.not(this.#all(kind.of.map((part) => this.#circuit.not(part))));
      case 'weighted':
        return bdd.weighted(
          kind.quota,
          kind.of.map(({ weight, of }) => ({ weight, of: this.#refOf(of) })),
        );
    }
  }

  /** From the bottom up: where the parts stand below one another, each step then only puts nodes on top. */
  #all(parts: readonly Gate[]): Ref {
    const bdd = this.#bdd;
    let all = bdd.yes;
    for (const part of parts.toSorted(
      (a, b) => bdd.topLevel(this.#refOf(b)) - bdd.topLevel(this.#refOf(a)),
    )) {
      all = bdd.and(all, this.#refOf(part));
      if (bdd.used > this.#collectAt) all = this.#collect(all);
    }
    return all;
  }

  /** Forgets all but `kept` and what gates to come need; gives the new reference of `kept`. */
  #collect(kept: Ref): Ref {
    const indices = [...this.#refs.keys()];
    const [moved, ...refs] = this.#bdd.collect([kept, ...this.#refs.values()]);
    for (const [place, index] of indices.entries()) this.#refs.set(index, refs[place]!);
    this.#collectAt = Math.max(LET_LIE, this.#bdd.used * 2);
    return moved!;
  }

  #parts(index: number): readonly Gate[] {
    return partsOf(this.#circuit.kind((index << 1) as Gate));
  }

  #refOf(gate: Gate): Ref {
    const ref = this.#refs.get(gate >> 1)!;
    return (gate & 1) === 1 ? this.#bdd.not(ref) : ref;
  }

  #use(gate: Gate): void {
    this.#uses.set(gate >> 1, (this.#uses.get(gate >> 1) ?? 0) + 1);
  }

  #release(gate: Gate): void {
    const uses = this.#uses.get(gate >> 1)! - 1;
    this.#uses.set(gate >> 1, uses);
    if (uses === 0) this.#refs.delete(gate >> 1);
  }
}
