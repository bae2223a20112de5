/** A reduced ordered binary decision diagram over numbered variables: what the rest of the kernel asks. */
import { Algebra, not } from './algebra.ts';
import { cubesOf } from './cubes.ts';
import { graphOf, levelsOf, sizeOf, type Graph } from './graph.ts';
import type { Meter } from './meter.ts';
import { NO, YES, type Ref } from './nodes.ts';
import { onePart } from './part.ts';
import { STEADY, type Pulse } from './pulse.ts';
import { exists, mirror, restrict } from './quantify.ts';
import { countSatisfying } from './swings.ts';
import type { Weight } from './quota.ts';
import { threshold } from './threshold.ts';

export type { Ref } from './nodes.ts';

export interface BddOptions {
  /** How many variables there are; they are numbered from 0. */
  readonly variables: number;
  /** Every variable once, the one to test first in front; as numbered by default. */
  readonly order?: readonly number[];
  /** How many nodes there may be at once. */
  readonly budget: number;
  /** Counts the steps; by default every operation has an allowance of its own. */
  readonly meter?: Meter;
}

/**
 * Within one diagram, equal functions have equal references. Every operation that makes functions may throw `BudgetSpent`:
 * do it inside `withinBudget`. A variable that isn't there is a `RangeError`.
 */
export class Bdd {
  readonly yes: Ref = YES;
  readonly no: Ref = NO;
  readonly variables: number;
  readonly #algebra: Algebra;
  readonly #variableAt: readonly number[];
  readonly #levelOf: readonly number[];

  constructor({ variables, order, budget, meter }: BddOptions) {
    this.variables = variables;
    this.#algebra = new Algebra(budget, meter);
    this.#variableAt = order ?? Array.from({ length: variables }, (_, index) => index);
    const levelOf: number[] = Array.from({ length: variables }, () => -1);
    for (const [level, variable] of this.#variableAt.entries()) levelOf[variable] = level;
    if (this.#variableAt.length !== variables || levelOf.length !== variables || levelOf.includes(-1)) {
      throw new RangeError('an order must have every variable once');
    }
    this.#levelOf = levelOf;
  }

  /** How many nodes there may be, and how many there are. */
  get budget(): number {
    return this.#algebra.nodes.budget;
  }

  get used(): number {
    return this.#algebra.nodes.used;
  }

  variable(index: number): Ref {
    return this.#algebra.node(this.levelOf(index), YES, NO);
  }

  not(f: Ref): Ref {
    return not(f);
  }

  and(f: Ref, g: Ref): Ref {
    return this.#begin().and(f, g);
  }

  or(f: Ref, g: Ref): Ref {
    return this.#begin().or(f, g);
  }

  xor(f: Ref, g: Ref): Ref {
    return this.#begin().xor(f, g);
  }

  /** `g` where `f` holds, `h` where it doesn't. */
  ite(f: Ref, g: Ref, h: Ref): Ref {
    return this.#begin().ite(f, g, h);
  }

  /** The level of the top node, from 0; below all variables for a constant. */
  topLevel(f: Ref): number {
    return this.#algebra.level(f);
  }

  /** Holds where all of them do. */
  all(refs: readonly Ref[]): Ref {
    const algebra = this.#begin();
    // From the bottom up: where the parts stand below one another, each step then only puts nodes on top.
    return refs
      .toSorted((f, g) => algebra.level(g) - algebra.level(f))
      .reduce((all, f) => algebra.and(all, f), this.yes);
  }

  /** Holds where one or more of them do. */
  any(refs: readonly Ref[]): Ref {
    return not(this.all(refs.map(not)));
  }

  /** Holds where at least `count` of them do; one that is named twice counts twice. */
  atLeast(count: number, refs: readonly Ref[]): Ref {
    return this.weighted(
      count,
      refs.map((of) => ({ weight: 1, of })),
    );
  }

  /** Holds where the weights of the parts that hold come to `quota` or more. @throws RangeError for weights that are no whole numbers */
  weighted(quota: number, parts: readonly Weight<Ref>[]): Ref {
    return threshold(this.#begin(), quota, parts);
  }

  /** `f` with some variables fixed. */
  restrict(f: Ref, fixed: ReadonlyMap<number, boolean>): Ref {
    const literals = new Map([...fixed].map(([variable, value]) => [this.levelOf(variable), value]));
    return restrict(this.#begin(), f, literals);
  }

  /** Whether `f` holds for some values of these variables. */
  exists(f: Ref, variables: ReadonlySet<number>): Ref {
    return exists(this.#begin(), f, new Set([...variables].map((variable) => this.levelOf(variable))));
  }

  /** Whether `f` holds for all values of these variables. */
  forall(f: Ref, variables: ReadonlySet<number>): Ref {
    return not(this.exists(not(f), variables));
  }

  /** The dual, not f(not x): it holds for those who can block `f`. */
  dual(f: Ref): Ref {
    return not(mirror(this.#begin(), f));
  }

  /** The value of `f` where each variable is as `holds` says. */
  evaluate(f: Ref, holds: (variable: number) => boolean): boolean {
    let at = f;
    while (at > NO) {
      at = holds(this.variableAt(this.#algebra.level(at))) ? this.#algebra.high(at) : this.#algebra.low(at);
    }
    return at === YES;
  }

  /** The variables on which `f` depends, ascending. */
  support(f: Ref): number[] {
    return levelsOf(this.graph(f))
      .map((level) => this.variableAt(level))
      .toSorted((a, b) => a - b);
  }

  /** How many nodes the diagram of `f` has, the terminal included. */
  size(f: Ref): number {
    return sizeOf(this.graph(f));
  }

  /** How many assignments to exactly these variables satisfy `f`. @throws RangeError when `f` depends on another one */
  count(f: Ref, variables: readonly number[]): bigint {
    const graph = this.graph(f);
    this.expectWithin(graph, variables);
    // What is counted over all variables is counted twice for each on which the function doesn't depend.
    const all = countSatisfying(onePart(this, f), STEADY);
    return all >> BigInt(this.variables - variables.length);
  }

  /** Disjoint cubes that together are `f`, one at a time: a variable that is not in one may have either value there. */
  *cubes(f: Ref): Generator<ReadonlyMap<number, boolean>> {
    for (const literals of cubesOf(this.graph(f))) {
      yield new Map(literals.map(([level, value]) => [this.variableAt(level), value]));
    }
  }

  /**
   * Forgets every node that none of `kept` rests on; gives their new references. Every other reference has lost its meaning, so
   * this is for whoever made the diagram and has given no reference away yet.
   */
  collect(kept: readonly Ref[]): Ref[] {
    return this.#algebra.collect(kept);
  }

  /** The diagram of `f` by itself, for an analysis; it costs no budget. */
  graph(f: Ref, pulse: Pulse = STEADY): Graph {
    return graphOf(this.#algebra.nodes, f, pulse);
  }

  variableAt(level: number): number {
    return this.#variableAt[level]!;
  }

  levelOf(variable: number): number {
    const level = this.#levelOf[variable];
    if (level === undefined) throw new RangeError(`there is no variable ${variable}`);
    return level;
  }

  /** @throws RangeError when the function depends on a variable outside `variables`, or one of those stands there twice */
  expectWithin(graph: Graph, variables: readonly number[]): void {
    const levels = new Set(variables.map((variable) => this.levelOf(variable)));
    if (levels.size !== variables.length) throw new RangeError('a variable is named twice');
    if (levelsOf(graph).some((level) => !levels.has(level))) {
      throw new RangeError('the function depends on other variables too');
    }
  }

  #begin(): Algebra {
    this.#algebra.begin();
    return this.#algebra;
  }
}
