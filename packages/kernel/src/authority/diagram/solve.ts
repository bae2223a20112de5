/** Everything that is asked of one function, under one budget, interruptible. */
import { BudgetSpent } from './budget.ts';
import { tryOrders } from './build.ts';
import { chanceOf, derivatives } from './chance.ts';
import { partsOf as partsOfGate, type Circuit, type Gate } from './circuit.ts';
import { flatten } from './flatten.ts';
import type { Fraction } from './fraction.ts';
import { banzhafOf, shapleyShubikDecimals, shapleyShubikOf, type Banzhaf } from './indices.ts';
import { Meter } from './meter.ts';
import { minimalSetsOf, type MinimalSets } from './minimal.ts';
import { modulesOf } from './modules.ts';
import { dualParts, sizeOfParts, type Part, type Parts } from './part.ts';
import { Aborted, outcomeOf, type Outcome } from './outcome.ts';
import type { Pulse } from './pulse.ts';
import { reachable } from './reachable.ts';

export { outcomeOf, type Outcome, type SolveRefusal } from './outcome.ts';

export interface SolveOptions {
  /** How many nodes may be in memory at once: 20 to 32 bytes each, and 8 MiB for results that are remembered. */
  readonly budget: number;
  /** Asked about every millisecond; once it says true, the work ends with the refusal `aborted`. */
  readonly signal?: () => boolean;
  /** Told about every millisecond how far the work is. */
  readonly progress?: (report: Progress) => void;
}

export type Phase = 'build' | 'minimal-sets' | 'blocking-sets' | 'probability' | 'indices';

export interface Progress {
  readonly phase: Phase;
  /** The order of variables that is being tried, in the phase `build`; else empty. */
  readonly order: string;
  /** How many nodes there are now, and how many there may be. */
  readonly nodes: number;
  readonly budget: number;
}

/** For each variable of the circuit the chance that the top holds where the variable does, and where it doesn't. */
export interface Conditional {
  readonly top: number;
  readonly ifHolds: readonly number[];
  readonly ifFails: readonly number[];
}

/** A function whose diagram is made. Chances are given for every variable of the circuit; results are for every one. */
export interface Solution {
  /** Whether no negation is left when constants and double negations are gone. */
  readonly coherent: boolean;
  /** How many modules the function fell into, and how many nodes their diagrams have together. */
  readonly modules: number;
  readonly nodes: number;
  /** The minimal sets of variables that make the function hold when no other variable does. */
  minimalSets(): Outcome<MinimalSets>;
  /** The minimal sets of variables without which it fails though all others hold. */
  minimalBlockingSets(): Outcome<MinimalSets>;
  /** The chance that it holds, when each variable does so independently with its chance `p`. */
  probability(p: readonly number[]): Outcome<number>;
  conditional(p: readonly number[]): Outcome<Conditional>;
  /** Exact. Of a function that is not monotone, losses are taken off the swings. */
  banzhaf(): Outcome<Banzhaf>;
  /** Exact: for games of hundreds of players with small diagrams. */
  shapleyShubik(): Outcome<readonly Fraction[]>;
  /** The same to about 12 digits, for diagrams of any size. */
  shapleyShubikDecimals(): Outcome<readonly number[]>;
}

/** Makes the diagram of a gate, module by module. */
export function solve(from: Circuit, outcome: Gate, options: SolveOptions): Outcome<Solution> {
  const work = new Work(options);
  return work.attempt('build', ({ pulse }) => {
    const { circuit, roots } = flatten(from, [outcome]);
    const root = roots[0]!;
    pulse();
    const parts = modulesOf(circuit, root, pulse).map(({ circuit, root, leaves }): Part => {
      const look = (order: string, nodes: number): void => work.look({ phase: 'build', order, nodes });
      const built = tryOrders(circuit, [root], { budget: options.budget, look });
      if (!built.ok) throw new BudgetSpent(built.refusal.budget);
      const { bdd, refs } = built;
      return {
        graph: bdd.graph(refs[0]!, pulse),
        leaves: leaves.map((_, level) => leaves[bdd.variableAt(level)]!),
      };
    });
    return new Diagrams(from.variables, parts, isCoherent(circuit, root), work);
  });
}

/** A circuit without need of negations has none, or at its root: see `Circuit`. */
function isCoherent(circuit: Circuit, root: Gate): boolean {
  const parts = reachable(circuit, [root]).flatMap((index) =>
    partsOfGate(circuit.kind((index << 1) as Gate)),
  );
  const constant = circuit.kind(root).type === 'constant';
  return constant || [root, ...parts].every((gate) => (gate & 1) === 0);
}

/** Does work under the options; what ends it early becomes a refusal. */
class Work {
  readonly #options: SolveOptions;

  constructor(options: SolveOptions) {
    this.#options = options;
  }

  get budget(): number {
    return this.#options.budget;
  }

  look(report: Omit<Progress, 'budget'>): void {
    this.#options.progress?.({ ...report, budget: this.budget });
    if (this.#options.signal?.() === true) throw new Aborted();
  }

  meter(phase: Phase): Meter {
    return new Meter(this.budget, (nodes) => this.look({ phase, order: '', nodes }));
  }

  attempt<T>(phase: Phase, work: (meter: Meter) => T): Outcome<T> {
    return outcomeOf(() => {
      this.look({ phase, order: '', nodes: 0 });
      return work(this.meter(phase));
    });
  }
}

class Diagrams implements Solution {
  readonly coherent: boolean;
  readonly modules: number;
  readonly nodes: number;
  readonly #parts: Parts;
  readonly #variables: readonly number[];
  readonly #work: Work;

  constructor(variables: number, parts: Parts, coherent: boolean, work: Work) {
    this.coherent = coherent;
    this.modules = parts.length;
    this.nodes = sizeOfParts(parts);
    this.#parts = parts;
    this.#variables = Array.from({ length: variables }, (_, index) => index);
    this.#work = work;
  }

  minimalSets(): Outcome<MinimalSets> {
    return this.#minimal('minimal-sets', () => this.#parts);
  }

  minimalBlockingSets(): Outcome<MinimalSets> {
    return this.#minimal('blocking-sets', (pulse) => dualParts(this.#parts, pulse));
  }

  probability(p: readonly number[]): Outcome<number> {
    return this.#attempt('probability', (pulse) => chanceOf(this.#parts, p, pulse));
  }

  conditional(p: readonly number[]): Outcome<Conditional> {
    return this.#attempt('probability', (pulse) => {
      const { top, by } = derivatives(this.#parts, p, pulse);
      const ifFails = this.#variables.map((variable) => {
        const rest = top - p[variable]! * by[variable]!;
        // A difference that has lost its digits is worked out from the start.
        return rest < LOST * top ? chanceOf(this.#parts, p.with(variable, 0), pulse) : rest;
      });
      const ifHolds = this.#variables.map((variable) => ifFails[variable]! + by[variable]!);
      return { top, ifHolds, ifFails };
    });
  }

  banzhaf(): Outcome<Banzhaf> {
    return this.#attempt('indices', (pulse) => banzhafOf(this.#parts, this.#variables, pulse));
  }

  shapleyShubik(): Outcome<readonly Fraction[]> {
    return this.#attempt('indices', (pulse) => shapleyShubikOf(this.#parts, this.#variables, pulse));
  }

  shapleyShubikDecimals(): Outcome<readonly number[]> {
    return this.#attempt('indices', (pulse) => shapleyShubikDecimals(this.#parts, this.#variables, pulse));
  }

  #minimal(phase: Phase, parts: (pulse: Pulse) => Parts): Outcome<MinimalSets> {
    if (!this.coherent) return { ok: false, refusal: { code: 'not-coherent' } };
    return this.#work.attempt(phase, (meter) => minimalSetsOf(parts(meter.pulse), this.#work.budget, meter));
  }

  #attempt<T>(phase: Phase, work: (pulse: Pulse) => T): Outcome<T> {
    return this.#work.attempt(phase, () =>
      work(() => this.#work.look({ phase, order: '', nodes: this.nodes })),
    );
  }
}

/** Below this share of what it was taken from, fewer than 10 digits of a difference are left. */
const LOST = 1e-6;
