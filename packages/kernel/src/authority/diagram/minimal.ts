/** The minimal sets that bring an outcome about, and those that block it: counted without being listed, listed one at a time. */
import type { Bdd, Ref } from './bdd.ts';
import { countOfSets, countsBySize } from './family.ts';
import type { Graph } from './graph.ts';
import { smallestFirst } from './listing.ts';
import { minimalSolutions } from './solutions.ts';

/** Sets of variables, none of which contains another. */
export interface MinimalSets {
  readonly count: bigint;
  /** How many have 0, 1, 2 … elements, up to the greatest that there is; their sum is `count`. */
  readonly bySize: readonly bigint[];
  /** Each set ascending; smaller sets first, those of one size in lexicographic order. */
  smallestFirst(): Generator<readonly number[]>;
}

/** Counts are worked out when they are first asked for. */
class Family implements MinimalSets {
  readonly #sets: Graph;
  readonly #variableAt: (level: number) => number;
  #count: bigint | undefined;
  #bySize: readonly bigint[] | undefined;

  constructor(sets: Graph, variableAt: (level: number) => number) {
    this.#sets = sets;
    this.#variableAt = variableAt;
  }

  get count(): bigint {
    return (this.#count ??= countOfSets(this.#sets));
  }

  get bySize(): readonly bigint[] {
    return (this.#bySize ??= countsBySize(this.#sets));
  }

  smallestFirst(): Generator<readonly number[]> {
    return smallestFirst(this.#sets, this.#variableAt);
  }
}

export interface MinimalOptions {
  /** How many nodes the diagram of the sets may have. */
  readonly budget: number;
}

/**
 * The minimal sets of variables that make `f` hold when no other variable does. `f` must be monotone.
 * @throws BudgetSpent
 */
export function minimalSets(bdd: Bdd, f: Ref, { budget }: MinimalOptions): MinimalSets {
  return new Family(minimalSolutions(bdd.graph(f), budget), (level) => bdd.variableAt(level));
}

/**
 * The minimal sets of variables without which `f` fails though all others hold: the minimal solutions of its dual.
 * `f` must be monotone. @throws BudgetSpent
 */
export function minimalBlockingSets(bdd: Bdd, f: Ref, options: MinimalOptions): MinimalSets {
  return minimalSets(bdd, bdd.dual(f), options);
}
