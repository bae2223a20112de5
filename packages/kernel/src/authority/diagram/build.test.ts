import { describe, expect, test } from 'vitest';
import { Bdd } from './bdd.ts';
import { BudgetSpent, withinBudget } from './budget.ts';
import { build } from './build.ts';
import { Circuit, type Gate } from './circuit.ts';
import { minimalSets } from './minimal.ts';
import { built, meaning } from './testing/built.ts';
import { gateOf, random, randomFormula, tableOf } from './testing/formula.ts';

/** Every one of many random pairs needs one of its two: no order of the variables is good for that. */
function tangled(circuit: Circuit): Gate {
  const below = random(1);
  const variable = () => circuit.variable(below(circuit.variables));
  return circuit.and(
    Array.from({ length: 2 * circuit.variables }, () => circuit.or([variable(), variable()])),
  );
}

test('thousands of formulas mean the same as a diagram as by their truth tables', () => {
  for (let seed = 0; seed < 3000; seed++) {
    const below = random(seed);
    const variables = 1 + below(seed % 20 === 0 ? 12 : 8);
    const formula = randomFormula(below, { variables, depth: 4, negation: true });
    const { bdd, f } = built(formula, variables);
    expect(meaning(bdd, f, variables), `seed ${seed}`).toEqual(tableOf(formula, variables));
  }
});

test('several roots share one store, so that equal ones are equal references', () => {
  const circuit = new Circuit(3);
  const [a, b, c] = [0, 1, 2].map((index) => circuit.variable(index)) as [Gate, Gate, Gate];
  const left = circuit.and([a, circuit.or([b, c])]);
  const right = circuit.or([circuit.and([a, b]), circuit.and([a, c])]);
  const result = build(circuit, [left, right, circuit.not(left)], { budget: 100 });
  expect(result.ok && result.refs[0] === result.refs[1]).toBe(true);
  expect(result.ok && result.bdd.not(result.refs[0]!) === result.refs[2]).toBe(true);
});

describe('past the budget', () => {
  test('a hard function is refused, and the refusal says at which budget', () => {
    const circuit = new Circuit(200);
    for (const budget of [0, 10, 1_000, 100_000]) {
      expect(build(circuit, [tangled(circuit)], { budget })).toEqual({
        ok: false,
        refusal: { code: 'budget-spent', budget },
      });
    }
  });

  test('a later operation is refused too', () => {
    const circuit = new Circuit(60);
    const [first, second] = [tangled(circuit), circuit.atLeast(30, circuitVariables(circuit))];
    const result = build(circuit, [second], { budget: 3_000 });
    if (!result.ok) throw new Error('the first function is easy');
    const { bdd, refs } = result;
    const kind = circuit.kind(first);
    if (kind.type !== 'and') throw new Error('it is a conjunction');
    const work = () =>
      kind.of.reduce((f, gate) => {
        const pair = circuit.kind(gate);
        const parts = pair.type === 'or' ? pair.of : [gate];
        const either = bdd.any(
          parts.map((part) => {
            const variable = circuit.kind(part);
            return variable.type === 'variable' ? bdd.variable(variable.variable) : bdd.no;
          }),
        );
        return bdd.and(f, either);
      }, refs[0]!);
    expect(withinBudget(work)).toEqual({ ok: false, refusal: { code: 'budget-spent', budget: 3_000 } });
  });

  test('so are minimal sets', () => {
    const { bdd, f } = built(
      {
        type: 'atLeast',
        count: 6,
        of: Array.from({ length: 12 }, (_, index) => ({ type: 'variable', index })),
      },
      12,
    );
    const answer = withinBudget(() => minimalSets(bdd, f, { budget: 20 }));
    expect(answer).toEqual({ ok: false, refusal: { code: 'budget-spent', budget: 20 } });
  });

  test('a diagram never has more nodes than it may', () => {
    const bdd = new Bdd({ variables: 1_000, budget: 300 });
    expect(() => {
      for (let index = 0; index < 1_000; index++) bdd.variable(index);
    }).toThrow(BudgetSpent);
    expect(bdd.used - 1).toBe(300);
  });

  test('any other error stays an error', () => {
    expect(() =>
      withinBudget(() => {
        throw new RangeError('a fault of the caller');
      }),
    ).toThrow('a fault of the caller');
  });
});

function circuitVariables(circuit: Circuit): Gate[] {
  return Array.from({ length: circuit.variables }, (_, index) => circuit.variable(index));
}
