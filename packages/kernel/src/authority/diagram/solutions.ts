/**
 * The minimal solutions of a monotone function, as a family of sets.
 * Source: A. Rauzy, New algorithms for fault trees analysis (1993), and Mathematical foundations of minimal cutsets (2001).
 * His `without` takes away sets that contain one of another family; here what is taken away are sets that satisfy a function,
 * which for a monotone one is the same and needs one descent where his needs two.
 */
import { BudgetSpent } from './budget.ts';
import { Cache, UNKNOWN } from './cache.ts';
import type { Graph } from './graph.ts';
import { NO, YES, type Ref } from './nodes.ts';
import { EMPTY, UNIT, Zdd } from './zdd.ts';

const STEPS_PER_NODE = 64;

/**
 * The sets of levels that satisfy the function and of which no proper part does.
 * The function must be monotone: it never ceases to hold when one more variable does. @throws BudgetSpent
 */
export function minimalSolutions(graph: Graph, budget: number): Graph {
  const zdd = new Zdd(budget);
  return zdd.graph(new Solver(graph, zdd).solve(graph.root));
}

class Solver {
  readonly #graph: Graph;
  readonly #zdd: Zdd;
  readonly #solved: Int32Array;
  readonly #cache = new Cache();
  #steps: number;

  constructor(graph: Graph, zdd: Zdd) {
    this.#graph = graph;
    this.#zdd = zdd;
    this.#solved = new Int32Array(graph.level.length * 2).fill(UNKNOWN);
    this.#steps = zdd.nodes.budget * STEPS_PER_NODE;
  }

  /** Either a minimal solution needs no top variable, or with it solves what is not solved without it. */
  solve(f: number): Ref {
    if (f <= NO) return f === YES ? UNIT : EMPTY;
    const known = this.#solved[f]!;
    if (known !== UNKNOWN) return known as Ref;
    const low = this.#graph.low[f >> 1]! ^ (f & 1);
    const without = this.solve(low);
    const withIt = this.#losing(this.solve(this.#graph.high[f >> 1]! ^ (f & 1)), low);
    const result = this.#zdd.node(this.#graph.level[f >> 1]!, withIt, without);
    this.#solved[f] = result;
    return result;
  }

  /** The sets of a family that don't satisfy `f`. */
  #losing(family: Ref, f: number): Ref {
    if (family === EMPTY || f === YES) return EMPTY;
    // A monotone function that isn't always so does not hold for the empty set.
    if (family === UNIT || f === NO) return family;
    const zdd = this.#zdd;
    const top = zdd.level(family);
    let at = f;
    while (at > NO && this.#graph.level[at >> 1]! < top) at = this.#graph.low[at >> 1]! ^ (at & 1);
    if (at <= NO) return at === YES ? EMPTY : family;
    const known = this.#cache.find(family, at, UNKNOWN);
    if (known !== UNKNOWN) return known as Ref;
    if (--this.#steps < 0) throw new BudgetSpent(zdd.nodes.budget);
    const tested = top === this.#graph.level[at >> 1];
    const high = this.#losing(zdd.high(family), tested ? this.#graph.high[at >> 1]! ^ (at & 1) : at);
    const low = this.#losing(zdd.low(family), tested ? this.#graph.low[at >> 1]! ^ (at & 1) : at);
    const result = zdd.node(top, high, low);
    this.#cache.keep(family, at, UNKNOWN, result);
    this.#cache.fit(zdd.nodes.used);
    return result;
  }
}
