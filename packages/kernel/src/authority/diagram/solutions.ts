/**
 * The minimal solutions of a monotone function, as a family of sets.
 * Sources: A. Rauzy, New algorithms for fault trees analysis (1993), for solutions of a diagram by those of its branches; D. E. Knuth,
 * The Art of Computer Programming 4A (2011), section 7.1.4, for the difference in the place of Rauzy's `without` (see `solve`).
 */
import { Cache, UNKNOWN } from './cache.ts';
import type { Graph } from './graph.ts';
import type { Meter } from './meter.ts';
import { NO, YES, type Ref } from './nodes.ts';
import { neededRefs } from './quantify.ts';
import { Stack } from './stack.ts';
import { EMPTY, UNIT, Zdd } from './zdd.ts';

/** What is kept of a step of `difference` while its branches are worked out: both families, what both are on the low side, the high result. */
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

  /**
   * Either a minimal solution does without the top variable, and solves the low branch; or it has it, and the rest solves the high
   * branch but not the low one. A minimal solution of the high branch that solves the low one is minimal there, too: what solves the low
   * branch solves the high one, since the function is monotone. So it is enough to take away the low branch's minimal solutions.
   */
  solve(): Ref {
    const { root, level, high, low } = this.#graph;
    const needed = neededRefs(this.#graph);
    const solved = new Int32Array(needed.length);
    solved[YES] = UNIT;
    solved[NO] = EMPTY;
    for (let f = NO + 1; f < needed.length; f++) {
      if (needed[f] === 0) continue;
      const without = solved[low[f >> 1]! ^ (f & 1)]! as Ref;
      const withIt = this.#difference(solved[high[f >> 1]! ^ (f & 1)]! as Ref, without);
      solved[f] = this.#zdd.node(level[f >> 1]!, withIt, without);
    }
    return solved[root]! as Ref;
  }

  /** The sets of one family that aren't in another; on a stack of its own, as deep as there are levels. */
  #difference(from: Ref, less: Ref): Ref {
    const zdd = this.#zdd;
    const stack = this.#stack;
    this.#meter.begin();
    let [family, other] = [from, less];
    for (;;) {
      let result = UNKNOWN as Ref;
      const level = zdd.level(family);
      // Sets with an element above all of the family's are none of its.
      while (zdd.level(other) < level) other = zdd.low(other);
      if (family === EMPTY || family === other) result = EMPTY;
      else if (other === EMPTY) result = family;
      else result = this.#cache.find(family, other, UNKNOWN) as Ref;
      if (result === UNKNOWN) {
        this.#meter.step(zdd.nodes.used);
        const [high, low] = [zdd.high(family), zdd.low(family)];
        if (zdd.level(other) === level) {
          stack.push(family, other, low, zdd.low(other), UNKNOWN);
          family = high;
          other = zdd.high(other);
        } else {
          stack.push(family, other, low, other, high);
          family = low;
        }
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
          other = cells[at + 3]! as Ref;
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
}
