/** The budget: how much a diagram may grow. Past it there is a typed refusal, never a hang and never a full memory. */

/** Thrown inside the engine only; `withinBudget` and the like turn it into a value. */
export class BudgetSpent extends Error {
  readonly budget: number;

  constructor(budget: number) {
    super(`a diagram would need more than ${budget} nodes`);
    this.name = 'BudgetSpent';
    this.budget = budget;
  }
}

/** The question is too hard at this budget (in nodes). Nothing is known about its answer. */
export interface BudgetRefusal {
  readonly code: 'budget-spent';
  readonly budget: number;
}

export type Budgeted<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: BudgetRefusal };

/** Does `work`; a spent budget becomes a refusal, any other error stays an error. */
export function withinBudget<T>(work: () => T): Budgeted<T> {
  try {
    return { ok: true, value: work() };
  } catch (error) {
    if (error instanceof BudgetSpent) {
      return { ok: false, refusal: { code: 'budget-spent', budget: error.budget } };
    }
    throw error;
  }
}
