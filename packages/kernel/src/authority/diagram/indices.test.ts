import { describe, expect, test } from 'vitest';
import { Bdd } from './bdd.ts';
import { add, fraction, show, ZERO, type Fraction } from './fraction.ts';
import { banzhaf, shapleyShubik } from './indices.ts';
import { built } from './testing/built.ts';
import { membersOf, random, randomFormula, tableOf, type Table } from './testing/formula.ts';

function factorial(of: number): bigint {
  return of <= 1 ? 1n : BigInt(of) * factorial(of - 1);
}

/** The sizes of the coalitions without a player in which it makes the difference: both indices by definition. */
function swingSizes(table: Table, player: number, variables: number): number[] {
  return table.flatMap((value, world) =>
    value || ((world >> player) & 1) === 1 || !table[world | (1 << player)]!
      ? []
      : [membersOf(world, variables).length],
  );
}

function shapleyByDefinition(table: Table, player: number, variables: number): Fraction {
  const orders = swingSizes(table, player, variables).reduce(
    (sum, size) => sum + factorial(size) * factorial(variables - size - 1),
    0n,
  );
  return fraction(orders, factorial(variables));
}

test('both indices of thousands of games, against their definitions', () => {
  for (let seed = 0; seed < 3000; seed++) {
    const below = random(seed);
    const variables = 1 + below(seed % 20 === 0 ? 12 : 8);
    const formula = randomFormula(below, { variables, depth: 3, negation: false });
    const { bdd, f } = built(formula, variables);
    const table = tableOf(formula, variables);
    const players = membersOf(2 ** variables - 1, variables).toReversed();
    const { winning, swings } = banzhaf(bdd, f, players);
    expect(winning, `seed ${seed}`).toBe(BigInt(table.filter(Boolean).length));
    expect(swings, `seed ${seed}`).toEqual(
      players.map((player) => BigInt(swingSizes(table, player, variables).length)),
    );
    expect(shapleyShubik(bdd, f, players), `seed ${seed}`).toEqual(
      players.map((player) => shapleyByDefinition(table, player, variables)),
    );
  }
});

describe('players', () => {
  const bdd = new Bdd({ variables: 4, budget: 100 });
  const f = bdd.and(bdd.variable(1), bdd.or(bdd.variable(2), bdd.variable(3)));

  test('a null player has no power, and changes nothing of the others’', () => {
    expect(shapleyShubik(bdd, f, [0, 1, 2, 3]).map(show)).toEqual(['0', '2/3', '1/6', '1/6']);
    expect(shapleyShubik(bdd, f, [1, 2, 3]).map(show)).toEqual(['2/3', '1/6', '1/6']);
    expect(banzhaf(bdd, f, [0, 1, 2, 3])).toEqual({ winning: 6n, swings: [0n, 6n, 2n, 2n] });
    expect(banzhaf(bdd, f, [1, 2, 3])).toEqual({ winning: 3n, swings: [3n, 1n, 1n] });
  });

  test('must include everyone on whom the function depends', () => {
    expect(() => banzhaf(bdd, f, [1, 2])).toThrow(RangeError);
    expect(() => shapleyShubik(bdd, f, [1, 2])).toThrow(RangeError);
  });
});

/** Swings by dynamic programming over sums, which knows nothing of diagrams. */
function swingsBySums(weights: readonly number[], quota: number, player: number): bigint {
  let coalitions = [1n];
  for (const weight of weights.filter((_, other) => other !== player)) {
    const sums = Array.from({ length: coalitions.length + weight }, () => 0n);
    for (const [sum, count] of coalitions.entries()) {
      sums[sum] = sums[sum]! + count;
      sums[sum + weight] = sums[sum + weight]! + count;
    }
    coalitions = sums;
  }
  return coalitions
    .slice(Math.max(0, quota - weights[player]!), quota)
    .reduce((sum, count) => sum + count, 0n);
}

describe('weighted games of 30 players', () => {
  test('swings agree with a count of sums, and Shapley–Shubik values sum to 1', () => {
    for (let seed = 0; seed < 20; seed++) {
      const below = random(seed);
      const weights = Array.from({ length: 30 }, () => 1 + below(40)).toSorted((a, b) => b - a);
      const quota = Math.ceil(weights.reduce((sum, weight) => sum + weight) * 0.6);
      const bdd = new Bdd({ variables: 30, budget: 1_000_000 });
      const parts = weights.map((weight, index) => ({ weight, of: bdd.variable(index) }));
      const f = bdd.weighted(quota, parts);
      const players = weights.map((_, index) => index);
      expect(banzhaf(bdd, f, players).swings).toEqual(
        players.map((player) => swingsBySums(weights, quota, player)),
      );
      expect(show(shapleyShubik(bdd, f, players).reduce(add, ZERO))).toBe('1');
    }
  });
});
