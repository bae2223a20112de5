import { describe, expect, test } from 'vitest';
import { Bdd } from './bdd.ts';
import { BudgetSpent, withinBudget } from './budget.ts';
import { build } from './build.ts';
import { Circuit, type Gate } from './circuit.ts';
import { minimalSets } from './minimal.ts';
import { built, meaning } from './testing/built.ts';
import { random, randomFormula, tableOf } from './testing/formula.ts';

/** Many random pairs of variables. That one of each holds is hard to say: no order of the variables is good for all pairs. */
function pairs(variables: number): readonly (readonly [number, number])[] {
  const below = random(1);
  return Array.from({ length: 2 * variables }, () => [below(variables), below(variables)]);
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
    const either = pairs(200).map((pair) => circuit.or(pair.map((index) => circuit.variable(index))));
    for (const budget of [0, 10, 1_000, 100_000]) {
      expect(build(circuit, [circuit.and(either)], { budget })).toEqual({
        ok: false,
        refusal: { code: 'budget-spent', budget },
      });
    }
  });

  test('a later operation is refused too', () => {
    const circuit = new Circuit(60);
    const result = build(circuit, [circuit.variable(0)], { budget: 3_000 });
    if (!result.ok) throw new Error('one variable is easy');
    const { bdd } = result;
    const work = () => bdd.all(pairs(60).map((pair) => bdd.any(pair.map((index) => bdd.variable(index)))));
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
