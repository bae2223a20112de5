/** From a circuit to a diagram, by whichever order of the variables turns out to be good. */
import { Bdd, type Ref } from './bdd.ts';
import { withinBudget, type BudgetRefusal } from './budget.ts';
import type { Circuit, Gate } from './circuit.ts';
import { flatten } from './flatten.ts';
import { Meter } from './meter.ts';
import { HEURISTICS, variableOrder, type Heuristic } from './order.ts';
import { simplify } from './redundancy.ts';
import { translate } from './translate.ts';

export type Built =
  | { readonly ok: true; readonly bdd: Bdd; readonly refs: readonly Ref[]; readonly order: Heuristic }
  | { readonly ok: false; readonly refusal: BudgetRefusal };

export interface BuildOptions {
  /** How many nodes there may be at once, in an attempt and in the diagram that results. */
  readonly budget: number;
  /** Called at short intervals with the order that is being tried and the number of nodes; it ends the work by throwing. */
  readonly look?: (order: Heuristic, nodes: number) => void;
}

/** The steps that every order may take at first, and how many times as many in each further round. */
const FIRST_ROUND = 30_000;
const MORE = 4;
/** The steps that an order may take at most, for each node of the budget. */
const MOST = 8;
/** When so few orders are left, the one that got furthest may take all the steps there are; after it, the others. */
const FEW = 2;

/** The diagrams of some outcomes, in one store. */
export function build(from: Circuit, outcomes: readonly Gate[], options: BuildOptions): Built {
  const { circuit, roots } = flatten(from, outcomes);
  return tryOrders(circuit, roots, options);
}

/**
 * Every order is tried with few steps before one is tried with more, so that a bad order costs little; the first to succeed is
 * taken. Of those that fail the half that got furthest goes on: how many gates an order has made when its steps are spent says
 * well how it will fare. Before the last of them are given what it takes, the circuit is simplified; the orders stay those of the
 * circuit as it was written, in which its author's thoughts show.
 */
export function tryOrders(circuit: Circuit, roots: readonly Gate[], { budget, look }: BuildOptions): Built {
  const most = budget * MOST;
  let orders: Iterable<Named> = distinctOrders(circuit, roots, (name) => look?.(name, 0));
  let left = HEURISTICS.length;
  let written = { circuit, roots };
  for (let steps = FIRST_ROUND; ; steps *= MORE) {
    const last = left <= FEW;
    const allowed = last ? most : Math.min(steps, most);
    if (last) written = simplify(circuit, roots, () => look?.(HEURISTICS[0]!, 0));
    const fared: (Named & { readonly gates: number; readonly nodes: number })[] = [];
    for (const { name, order } of orders) {
      let gates = 0;
      const meter = new Meter(budget, (nodes) => look?.(name, nodes), allowed);
      const bdd = new Bdd({ variables: circuit.variables, order, budget, meter });
      const built = withinBudget(() => translate(written.circuit, written.roots, bdd, () => gates++));
      if (built.ok) {
        meter.renew();
        return { ok: true, bdd, refs: built.value, order: name };
      }
      fared.push({ name, order, gates, nodes: bdd.used });
    }
    if (allowed === most) return { ok: false, refusal: { code: 'budget-spent', budget } };
    orders = fared
      .toSorted((a, b) => b.gates - a.gates || a.nodes - b.nodes)
      .slice(0, Math.max(FEW, fared.length >> 1));
    left = Math.max(FEW, fared.length >> 1);
  }
}

interface Named {
  readonly name: Heuristic;
  readonly order: readonly number[];
}

/** Made one by one: an easy circuit needs the first only. */
function* distinctOrders(
  circuit: Circuit,
  roots: readonly Gate[],
  begin: (name: Heuristic) => void,
): Generator<Named> {
  const known = new Set<string>();
  for (const name of HEURISTICS) {
    begin(name);
    const order = variableOrder(circuit, roots, name);
    const key = order.join();
    if (!known.has(key)) yield { name, order };
    known.add(key);
  }
}
