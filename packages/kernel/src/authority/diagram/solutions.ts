/**
 * The minimal solutions of a monotone function, as a family of sets.
 * Source: A. Rauzy, New algorithms for fault trees analysis (1993), and Mathematical foundations of minimal cutsets (2001).
 * His `without` takes away sets that contain one of another family; here what is taken away are sets that satisfy a function,
 * which for a monotone one is the same and needs one descent where his needs two.
 */
import { Cache, UNKNOWN } from './cache.ts';
import type { Graph } from './graph.ts';
import type { Meter } from './meter.ts';
import { NO, YES, type Ref } from './nodes.ts';
import { neededRefs } from './quantify.ts';
import { Stack } from './stack.ts';
import { EMPTY, UNIT, Zdd } from './zdd.ts';

/** What is kept of a step of `losing` while its branches are worked out: family, function, what both are on the low side, the high result. */
const FRAME = 5;

/**
 * The sets of levels that satisfy the function and of which no proper part does.
 * The function must be monotone: it never ceases to hold when one more variable does. @throws BudgetSpent
 */
export function minimalSolutions(graph: Graph, budget: number, meter: Meter): Graph {
  const zdd = new Zdd(budget);
  return zdd.graph(new Solver(graph, zdd, meter).solve());
}

class Solver {
  readonly #graph: Graph;
  readonly #zdd: Zdd;
  readonly #meter: Meter;
  readonly #cache = new Cache();
  readonly #stack = new Stack();

  constructor(graph: Graph, zdd: Zdd, meter: Meter) {
    this.#graph = graph;
    this.#zdd = zdd;
    this.#meter = meter;
  }

  /** Either a minimal solution needs no top variable, or with it solves what is not solved without it. */
  solve(): Ref {
    const { root, level, high, low } = this.#graph;
    const needed = neededRefs(this.#graph);
    const solved = new Int32Array(needed.length);
    solved[YES] = UNIT;
    solved[NO] = EMPTY;
    for (let f = NO + 1; f < needed.length; f++) {
      if (needed[f] === 0) continue;
      const otherwise = low[f >> 1]! ^ (f & 1);
      const withIt = this.#losing(solved[high[f >> 1]! ^ (f & 1)]! as Ref, otherwise);
      solved[f] = this.#zdd.node(level[f >> 1]!, withIt, solved[otherwise]! as Ref);
    }
    return solved[root]! as Ref;
  }

  /** The sets of a family that don't satisfy a function; on a stack of its own, as deep as there are levels. */
  #losing(fromFamily: Ref, from: number): Ref {
    const zdd = this.#zdd;
    const stack = this.#stack;
    this.#meter.begin();
    let [family, f] = [fromFamily, this.#below(from, fromFamily)];
    for (;;) {
      let result = UNKNOWN as Ref;
      if (family === EMPTY || f === YES) result = EMPTY;
      // A monotone function that isn't always so does not hold for the empty set.
      else if (family === UNIT || f === NO) result = family;
      else result = this.#cache.find(family, f, UNKNOWN) as Ref;
      if (result === UNKNOWN) {
        this.#meter.step(zdd.nodes.used);
        const tested = zdd.level(family) === this.#graph.level[f >> 1];
        const low = zdd.low(family);
        const otherwise = tested ? this.#graph.low[f >> 1]! ^ (f & 1) : f;
        stack.push(family, f, low, this.#below(otherwise, low), UNKNOWN);
        family = zdd.high(family);
        f = this.#below(tested ? this.#graph.high[f >> 1]! ^ (f & 1) : f, family);
        continue;
      }
      // Back up, as far as both branches are known.
      for (;;) {
        if (stack.top === 0) return result;
        const { cells } = stack;
        const at = stack.top - FRAME;
        const high = cells[at + 4]! as Ref;
        if (high === UNKNOWN) {
          cells[at + 4] = result;
          family = cells[at + 2]! as Ref;
          f = cells[at + 3]!;
          break;
        }
        stack.top = at;
        const whole = cells[at]! as Ref;
        result = zdd.node(zdd.level(whole), high, result);
        this.#cache.keep(whole, cells[at + 1]!, UNKNOWN, result);
        if (zdd.nodes.used > this.#cache.entries) this.#cache.fit(zdd.nodes.used);
      }
    }
  }

  /** A function where the variables above those of a family fail. */
  #below(from: number, family: Ref): number {
    const { level, low } = this.#graph;
    const top = this.#zdd.level(family);
    let f = from;
    while (f > NO && level[f >> 1]! < top) f = low[f >> 1]! ^ (f & 1);
    return f;
  }
}
