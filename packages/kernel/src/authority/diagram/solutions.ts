/**
 * The minimal solutions of a monotone function, as a family of sets.
 * Sources: A. Rauzy, New algorithms for fault trees analysis (1993), for solutions of a diagram by those of its branches; D. E. Knuth,
 * The Art of Computer Programming 4A (2011), section 7.1.4, for the difference in the place of Rauzy's `without` (see `solve`).
 */
import { Cache, UNKNOWN } from './cache.ts';
import type { Graph } from './graph.ts';
import type { Meter } from './meter.ts';
import { HIGH, LOW, NO, WIDTH, YES, type Ref } from './nodes.ts';
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
  const zdd = new Zdd(budget, meter);
  return zdd.graph(new Solver(graph, zdd, meter).solve(), meter.pulse);
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
    const needed = neededRefs(this.#graph, this.#meter.pulse);
    const solved = new Int32Array(needed.length);
    solved[YES] = UNIT;
    solved[NO] = EMPTY;
    this.#meter.begin();
    for (let f = NO + 1; f < needed.length; f++) {
      this.#meter.pass(this.#zdd.nodes.used);
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
    const cache = this.#cache;
    const { nodes } = zdd;
    let { cells } = nodes;
    let top = 0;
    let family: number = from;
    let other: number = less;
    for (;;) {
      let result = UNKNOWN;
      const at = (family >> 1) * WIDTH;
      const level = cells[at]!;
      // Sets with an element above all of the family's are none of its.
      while (cells[(other >> 1) * WIDTH]! < level) other = cells[(other >> 1) * WIDTH + LOW]!;
      if (family === EMPTY || family === other) result = EMPTY;
      else if (other === EMPTY) result = family;
      else result = cache.find(family, other, UNKNOWN);
      if (result === UNKNOWN) {
        this.#meter.step(nodes.used);
        const stack = this.#stack.room(top, FRAME);
        const atOther = (other >> 1) * WIDTH;
        const both = cells[atOther] === level;
        stack[top] = family;
        stack[top + 1] = other;
        stack[top + 2] = cells[at + LOW]!;
        stack[top + 3] = both ? cells[atOther + LOW]! : other;
        stack[top + 4] = both ? UNKNOWN : cells[at + HIGH]!;
        top += FRAME;
        family = both ? cells[at + HIGH]! : cells[at + LOW]!;
        if (both) other = cells[atOther + HIGH]!;
        continue;
      }
      // Back up, as far as both branches are known.
      for (;;) {
        if (top === 0) return result as Ref;
        const stack = this.#stack.cells;
        const frame = top - FRAME;
        const high = stack[frame + 4]!;
        if (high === UNKNOWN) {
          stack[frame + 4] = result;
          family = stack[frame + 2]!;
          other = stack[frame + 3]!;
          break;
        }
        top = frame;
        const whole = stack[frame]!;
        result = zdd.node(cells[(whole >> 1) * WIDTH]!, high as Ref, result as Ref);
        // The store may have grown.
        cells = nodes.cells;
        cache.keep(whole, stack[frame + 1]!, UNKNOWN, result);
        if (nodes.used > cache.entries) cache.fit(nodes.used);
      }
    }
  }
}
