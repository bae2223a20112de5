/** A formula built into a diagram, for tests. */
import type { Bdd, Ref } from '../bdd.ts';
import { build } from '../build.ts';
import { Circuit } from '../circuit.ts';
import { gateOf, type Formula, type Table } from './formula.ts';

export const BUDGET = 100_000;

export function built(formula: Formula, variables: number): { bdd: Bdd; f: Ref } {
  const circuit = new Circuit(variables);
  const result = build(circuit, [gateOf(circuit, formula)], { budget: BUDGET });
  if (!result.ok) throw new Error('a small formula spent the budget');
  return { bdd: result.bdd, f: result.refs[0]! };
}

/** The value of a diagram in every world. */
export function meaning(bdd: Bdd, f: Ref, variables: number): Table {
  return Array.from({ length: 2 ** variables }, (_, world) =>
    bdd.evaluate(f, (index) => ((world >> index) & 1) === 1),
  );
}
