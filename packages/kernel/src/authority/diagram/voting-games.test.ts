/** Published voting games. `testdata/voting-games.json` says where its figures come from. */
import { describe, expect, test } from 'vitest';
import { build } from './build.ts';
import { Circuit, type Gate } from './circuit.ts';
import { add, fraction, show, toNumber, ZERO } from './fraction.ts';
import { banzhaf, shapleyShubik } from './indices.ts';
import { minimalBlockingSets, minimalSets } from './minimal.ts';
import games from './testdata/voting-games.json' with { type: 'json' };

const BUDGET = 1_000_000;

interface Game {
  readonly players: number;
  readonly rules: readonly { readonly quota: number; readonly weights: readonly number[] }[];
  readonly winningCoalitions: string;
  readonly totalSwings: string;
  readonly byWeight: readonly {
    readonly weight: readonly number[];
    readonly swings: string;
    readonly banzhafNormalised: string;
    readonly banzhafAbsolute: string;
    readonly shapleyShubik: string;
    readonly shapleyShubikDecimal: number;
  }[];
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}

function solve(circuit: Circuit, root: Gate) {
  const result = build(circuit, [root], { budget: BUDGET });
  if (!result.ok) throw new Error('refused');
  const { bdd } = result;
  const f = result.refs[0]!;
  const players = range(0, circuit.variables);
  return {
    banzhaf: () => banzhaf(bdd, f, players),
    shapleyShubik: () => shapleyShubik(bdd, f, players),
    coalitions: minimalSets(bdd, f, { budget: BUDGET }),
    blockers: minimalBlockingSets(bdd, f, { budget: BUDGET }),
  };
}

function gameOf(game: Game) {
  const circuit = new Circuit(game.players);
  const rules = game.rules.map(({ quota, weights }) =>
    circuit.weighted(
      quota,
      weights.map((weight, index) => ({ weight, of: circuit.variable(index) })),
    ),
  );
  return solve(circuit, circuit.and(rules));
}

describe.each(Object.entries<Game>(games.weighted))('%s', (_, game) => {
  const solution = gameOf(game);
  const known = range(0, game.players).map((player) => {
    const weights = game.rules.map((rule) => rule.weights[player]!);
    return game.byWeight.find((row) => row.weight.join() === weights.join())!;
  });

  test('Banzhaf, exactly', () => {
    const { winning, swings } = solution.banzhaf();
    const total = swings.reduce((sum, each) => sum + each, 0n);
    expect(String(winning)).toBe(game.winningCoalitions);
    expect(swings.map(String)).toEqual(known.map((row) => row.swings));
    expect(String(total)).toBe(game.totalSwings);
    expect(swings.map((each) => show(fraction(each, total)))).toEqual(
      known.map((row) => row.banzhafNormalised),
    );
    expect(swings.map((each) => show(fraction(each, 1n << BigInt(game.players - 1))))).toEqual(
      known.map((row) => row.banzhafAbsolute),
    );
  });

  test('Shapley–Shubik, exactly', () => {
    const values = solution.shapleyShubik();
    expect(values.map(show)).toEqual(known.map((row) => row.shapleyShubik));
    for (const [player, value] of values.entries()) {
      expect(toNumber(value)).toBeCloseTo(known[player]!.shapleyShubikDecimal, 12);
    }
  });
});

test('UN Security Council: minimal winning coalitions and blocking sets', () => {
  const known = games.weighted['un-security-council'];
  const { coalitions, blockers } = gameOf(known);
  expect(coalitions.count).toBe(BigInt(known.minimalWinningCoalitions));
  expect(blockers.count).toBe(BigInt(known.minimalBlockingSets));
  expect([...coalitions.smallestFirst()]).toHaveLength(known.minimalWinningCoalitions);
  // A veto first: a permanent member by itself.
  expect(blockers.smallestFirst().take(5).toArray()).toEqual([[0], [1], [2], [3], [4]]);
  expect([...blockers.smallestFirst()]).toHaveLength(known.minimalBlockingSets);
});

describe('two-person rule: both officers of 2 of 5 centres', () => {
  const circuit = new Circuit(10);
  const centres = range(0, 5).map((centre) =>
    circuit.and([circuit.variable(2 * centre), circuit.variable(2 * centre + 1)]),
  );
  const { coalitions, blockers } = solve(circuit, circuit.atLeast(2, centres));
  const known = games.compound['two-person-rule'];

  test('minimal coalitions and blocking sets', () => {
    expect(coalitions.count).toBe(BigInt(known.minimalCoalitions));
    expect(blockers.count).toBe(BigInt(known.minimalBlockingSets));
    expect(coalitions.bySize).toEqual([0n, 0n, 0n, 0n, 10n]);
    expect(blockers.bySize).toEqual([0n, 0n, 0n, 0n, 80n]);
  });
});

/** n over k. */
function choose(n: number, k: number): bigint {
  return range(0, k).reduce((product, index) => (product * BigInt(n - index)) / BigInt(index + 1), 1n);
}

/** How many sets of n have k members or more. */
function chooseAtLeast(n: number, k: number): bigint {
  return range(k, n + 1).reduce((sum, size) => sum + choose(n, size), 0n);
}

describe('federal legislation of the United States, 536 players', () => {
  const circuit = new Circuit(536);
  const of = (players: readonly number[]) => players.map((player) => circuit.variable(player));
  const [president, senate, house] = [circuit.variable(0), of(range(1, 101)), of(range(101, 536))];
  const solution = solve(
    circuit,
    circuit.or([
      circuit.and([president, circuit.atLeast(51, senate), circuit.atLeast(218, house)]),
      circuit.and([circuit.atLeast(67, senate), circuit.atLeast(290, house)]),
    ]),
  );

  test('Shapley–Shubik: the President’s as published, the whole exactly 1', () => {
    const values = solution.shapleyShubik();
    expect(toNumber(values[0]!)).toBeCloseTo(
      games.compound['us-federal-legislation'].presidentShapleyShubikDecimal,
      12,
    );
    expect(new Set(values.slice(1, 101).map(show)).size).toBe(1);
    expect(new Set(values.slice(101).map(show)).size).toBe(1);
    expect(show(values.reduce(add, ZERO))).toBe('1');
  });

  test('winning coalitions and the President’s swings, by binomials', () => {
    const majority = chooseAtLeast(100, 51) * chooseAtLeast(435, 218);
    const overriding = chooseAtLeast(100, 67) * chooseAtLeast(435, 290);
    const { winning, swings } = solution.banzhaf();
    expect(winning).toBe(majority + overriding);
    expect(swings[0]).toBe(majority - overriding);
  });

  test('minimal coalitions and blocking sets, by binomials', () => {
    const { coalitions, blockers } = solution;
    expect(coalitions.count).toBe(choose(100, 51) * choose(435, 218) + choose(100, 67) * choose(435, 290));
    expect(coalitions.bySize[270]).toBe(choose(100, 51) * choose(435, 218));
    // The President with a third of one chamber, or half of one chamber.
    expect(blockers.count).toBe(choose(100, 34) + choose(435, 146) + choose(100, 50) + choose(435, 218));
    expect(blockers.smallestFirst().next().value).toEqual(range(0, 35));
  });
});
