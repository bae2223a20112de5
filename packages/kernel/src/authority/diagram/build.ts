/** From a circuit to a diagram, by whichever order of the variables turns out to be good. */
import { Bdd, type Ref } from './bdd.ts';
import { withinBudget, type BudgetRefusal } from './budget.ts';
import type { Circuit, Gate } from './circuit.ts';
import { flatten } from './flatten.ts';
import { HEURISTICS, reachable, variableOrder } from './order.ts';

export type Built =
  | { readonly ok: true; readonly bdd: Bdd; readonly refs: readonly Ref[] }
  | { readonly ok: false; readonly refusal: BudgetRefusal };

/** The nodes that every order may use at first, and by how much more in each further round. */
const FIRST_ROUND = 20_000;
const MORE = 4;

/**
 * The diagrams of some outcomes, in one store. Every order is tried at a small budget before one is tried at a larger, so that a bad
 * order costs little; the first to succeed is taken. `budget` (nodes) bounds each attempt, and the diagram that results.
 */
export function build(from: Circuit, outcomes: readonly Gate[], { budget }: { budget: number }): Built {
  const { circuit, roots } = flatten(from, outcomes);
  const orders = distinct(HEURISTICS.map((heuristic) => variableOrder(circuit, roots, heuristic)));
  for (let round = Math.min(FIRST_ROUND, budget); ; round = Math.min(round * MORE, budget)) {
    for (const order of orders) {
      const built = withinBudget(() => {
        const bdd = new Bdd({ variables: circuit.variables, order, budget: round });
        return { bdd, refs: translate(circuit, roots, bdd) };
      });
      if (built.ok) {
        built.value.bdd.raiseBudget(budget);
        return { ok: true, ...built.value };
      }
    }
    if (round === budget) return { ok: false, refusal: { code: 'budget-spent', budget } };
  }
}

function distinct(orders: readonly (readonly number[])[]): readonly (readonly number[])[] {
  return [...new Map(orders.map((order) => [order.join(), order])).values()];
}

/** The diagrams of `roots`, gate by gate. @throws BudgetSpent */
function translate(circuit: Circuit, roots: readonly Gate[], bdd: Bdd): Ref[] {
  const done = new Map<number, Ref>();
  const refOf = (gate: Gate): Ref => {
    const ref = done.get(gate >> 1)!;
    return (gate & 1) === 1 ? bdd.not(ref) : ref;
  };
  for (const index of reachable(circuit, roots)) {
    const kind = circuit.kind((index << 1) as Gate);
    switch (kind.type) {
      case 'constant':
        done.set(index, bdd.yes);
        break;
      case 'variable':
        done.set(index, bdd.variable(kind.variable));
        break;
      case 'and':
        done.set(index, bdd.all(kind.of.map(refOf)));
        break;
      case 'or':
        done.set(index, bdd.any(kind.of.map(refOf)));
        break;
      case 'weighted':
        done.set(
          index,
          bdd.weighted(
            kind.quota,
            kind.of.map(({ weight, of }) => ({ weight, of: refOf(of) })),
          ),
        );
        break;
    }
  }
  return roots.map(refOf);
}
