/** Counts the steps of some work: it ends work that takes too many, and lets the outside look in at short intervals. */
import { BudgetSpent } from './budget.ts';
import type { Pulse } from './pulse.ts';

/** Steps between two looks: a millisecond or two of work. */
export const BETWEEN_LOOKS = 4_096;

/** Steps that one operation may take for each node of the budget: a bound on time where the cache forgets too much. */
const STEPS_PER_NODE = 64;

/** Called at short intervals with the number of nodes there are. It ends the work by throwing. */
export type Look = (nodes: number) => void;

export class Meter {
  readonly #budget: number;
  readonly #look: Look;
  #left: number;
  #renewed: boolean;
  #untilLook = BETWEEN_LOOKS;
  #nodes = 0;

  /**
   * `budget` is in nodes, and what a refusal names. `allowed` is how many steps may be taken in all; where it isn't given, each
   * operation has an allowance of its own.
   */
  constructor(budget: number, look: Look = () => undefined, allowed?: number) {
    this.#budget = budget;
    this.#look = look;
    this.#renewed = allowed === undefined;
    this.#left = allowed ?? 0;
  }

  /** From here on each operation has an allowance of its own. */
  renew(): void {
    this.#renewed = true;
  }

  /** At the start of an operation. */
  begin(): void {
    if (this.#renewed) this.#left = this.#budget * STEPS_PER_NODE;
  }

  /** Counts a step, of work that has so many nodes now. @throws BudgetSpent */
  step(nodes: number): void {
    this.#left--;
    if (this.#left < 0) throw new BudgetSpent(this.#budget);
    this.pass(nodes);
  }

  /** Counts something that takes as long as a step but makes no node, such as moving one. */
  pass(nodes: number): void {
    if (--this.#untilLook > 0) return;
    this.#untilLook = BETWEEN_LOOKS;
    this.#nodes = nodes;
    this.#look(nodes);
  }

  /** A look at work that makes no nodes, between operations. */
  readonly pulse: Pulse = () => this.#look(this.#nodes);
}
