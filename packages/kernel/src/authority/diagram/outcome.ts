/** What comes of work under a budget that the outside may end: a value, or why there is none. */
import { BudgetSpent } from './budget.ts';

export type SolveRefusal =
  | { readonly code: 'budget-spent'; readonly budget: number }
  | { readonly code: 'aborted' }
  /** Minimal sets are asked of a function that is written with negations. */
  | { readonly code: 'not-coherent' };

export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: SolveRefusal };

/** Thrown where the outside said that the work should end; `outcomeOf` makes it a refusal. */
export class Aborted extends Error {}

/** Does work; what ends it early becomes a refusal, any other error stays an error. */
export function outcomeOf<T>(work: () => T): Outcome<T> {
  try {
    return { ok: true, value: work() };
  } catch (error) {
    if (error instanceof BudgetSpent) {
      return { ok: false, refusal: { code: 'budget-spent', budget: error.budget } };
    }
    if (error instanceof Aborted) return { ok: false, refusal: { code: 'aborted' } };
    throw error;
  }
}
