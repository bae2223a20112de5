/** The minimal sets that bring an outcome about, and those that block it: counted without being listed, listed one at a time. */
import type { Bdd, Ref } from './bdd.ts';
import { expand } from './expand.ts';
import { fewest } from './fewest.ts';
import { countOfSets, valueOf } from './family.ts';
import { smallestFirst } from './listing.ts';
import { Meter } from './meter.ts';
import { dualParts, onePart, type Parts } from './part.ts';
import type { Pulse } from './pulse.ts';
import { minimalSolutions } from './solutions.ts';

/**
 * Sets of variables, none of which contains another. Sizes and lists are worked out when they are asked for, and end by throwing `Aborted`
 * when the outside says so: `outcomeOf` makes that a refusal.
 */
export interface MinimalSets {
  readonly count: bigint;
  /** How many have 0, 1, 2 … elements, up to the greatest that there is; their sum is `count`. */
  readonly bySize: readonly bigint[];
  /** Each set ascending; smaller sets first, those of one size in lexicographic order. */
  smallestFirst(): Generator<readonly number[]>;
  /** So many of the smallest, however large they are; where there are more than `SORTED` sets, those of one size in no particular order. */
  fewest(limit: number): readonly (readonly number[])[];
}

/** Of more sets than these the first in lexicographic order are not looked for: sets of thousands of elements would take too long. */
const SORTED = 1024n;

export interface MinimalOptions {
  /** How many nodes the diagram of the sets may have. */
  readonly budget: number;
}

/**
 * The minimal sets of variables that make `f` hold when no other variable does. `f` must be monotone.
 * @throws BudgetSpent
 */
export function minimalSets(bdd: Bdd, f: Ref, { budget }: MinimalOptions): MinimalSets {
  return minimalSetsOf(onePart(bdd, f), budget, new Meter(budget));
}

/**
 * The minimal sets of variables without which `f` fails though all others hold: the minimal solutions of its dual.
 * `f` must be monotone. @throws BudgetSpent
 */
export function minimalBlockingSets(bdd: Bdd, f: Ref, { budget }: MinimalOptions): MinimalSets {
  return minimalSetsOf(dualParts(onePart(bdd, f)), budget, new Meter(budget));
}

/** The minimal sets of a function in parts, each of which is monotone. The budget is for each part. @throws BudgetSpent */
export function minimalSetsOf(parts: Parts, budget: number, meter: Meter): MinimalSets {
  const families = parts.map(({ graph, leaves }) => ({
    graph: minimalSolutions(graph, budget, meter),
    leaves,
  }));
  return new Family(families, meter.pulse);
}

/** Sets of which an element may stand for the sets of a module. Counts by size are worked out when they are first asked for. */
class Family implements MinimalSets {
  readonly #families: Parts;
  readonly #pulse: Pulse;
  readonly count: bigint;
  #bySize: readonly bigint[] | undefined;

  constructor(families: Parts, pulse: Pulse) {
    this.#families = families;
    this.#pulse = pulse;
    this.count = this.#through(countOfSets, 1n);
  }

  get bySize(): readonly bigint[] {
    return (this.#bySize ??= this.#sizes());
  }

  *smallestFirst(): Generator<readonly number[]> {
    const { sets, variables } = expand(this.#families, this.#pulse);
    yield* smallestFirst(sets, (level) => variables[level]!, this.#pulse);
  }

  fewest(limit: number): readonly (readonly number[])[] {
    return this.count <= SORTED ? this.smallestFirst().take(limit).toArray() : fewest(this.#families, limit);
  }

  /** Something about the whole, by what it is for each module; `ofVariable` is what it is for a variable. */
  #through(
    of: (sets: Parts[number]['graph'], leaf: (level: number) => bigint, pulse: Pulse) => bigint,
    ofVariable: bigint,
  ): bigint {
    const results: bigint[] = [];
    for (const { graph, leaves } of this.#families) {
      results.push(
        of(
          graph,
          (level) => {
            const leaf = leaves[level]!;
            return leaf.type === 'variable' ? ofVariable : results[leaf.module]!;
          },
          this.#pulse,
        ),
      );
    }
    return results.at(-1)!;
  }

  /**
   * The counts by size are the coefficients of a polynomial in which a variable is z, held in one whole number: its value at a
   * power of 2 that is above them all (Kronecker's substitution).
   */
  #sizes(): readonly bigint[] {
    const stride = this.count.toString(2).length;
    const counts: bigint[] = [];
    for (let rest = this.#through(valueOf, 1n << BigInt(stride)); rest > 0n; rest >>= BigInt(stride)) {
      counts.push(BigInt.asUintN(stride, rest));
    }
    return counts;
  }
}
