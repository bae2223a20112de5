/** The published voting games of the ground truth, through the command as people use it. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SolveOutput } from '../../schema/solve.ts';
import { foedus } from '../../testing/foedus.ts';

interface Weighted {
  readonly rules: readonly { readonly quota: number; readonly weights: readonly number[] }[];
  readonly players: number;
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
  readonly minimalWinningCoalitions?: number;
  readonly minimalBlockingSets?: number;
}

interface Games {
  readonly weighted: Readonly<Record<string, Weighted>>;
  readonly compound: {
    readonly 'us-federal-legislation': { readonly presidentShapleyShubikDecimal: number };
  };
}

const truth = process.env['FOEDUS_GROUND_TRUTH'];
const games =
  truth === undefined
    ? undefined
    : (JSON.parse(readFileSync(join(truth, 'voting-games.json'), 'utf8')) as Games);

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'foedus-games-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function solved(name: string, content: string, ...args: readonly string[]): Promise<SolveOutput> {
  writeFileSync(join(folder, name), content);
  const run = await foedus(folder, 'solve', name, '--json', ...args);
  expect(run).toMatchObject({ exit: 0, err: '' });
  return JSON.parse(run.out) as SolveOutput;
}

describe.skipIf(games === undefined)('a published game', () => {
  test.each(Object.entries(games?.weighted ?? {}))('%s, exactly', async (name, game) => {
    const found = await solved(`${name}.json`, JSON.stringify({ rules: game.rules }));
    expect(found.winningCoalitions).toBe(game.winningCoalitions);
    expect(found.players).toHaveLength(game.players);
    const weights = found.players!.map((_, player) => game.rules.map((rule) => rule.weights[player]));
    const known = weights.map((each) => game.byWeight.find(({ weight }) => weight.join() === each.join())!);
    expect(
      found.players!.map(({ swings, banzhaf, banzhafAbsolute, shapleyShubik }) => ({
        swings,
        banzhaf,
        banzhafAbsolute,
        shapleyShubik,
      })),
    ).toEqual(
      known.map(({ swings, banzhafNormalised, banzhafAbsolute, shapleyShubik }) => ({
        swings,
        banzhaf: banzhafNormalised,
        banzhafAbsolute,
        shapleyShubik,
      })),
    );
    expect(found.players!.reduce((sum, { swings }) => sum + BigInt(swings), 0n)).toBe(
      BigInt(game.totalSwings),
    );
    if (game.minimalWinningCoalitions !== undefined)
      expect(found.minimalSets!.count).toBe(String(game.minimalWinningCoalitions));
    if (game.minimalBlockingSets !== undefined)
      expect(found.blockingSets!.count).toBe(String(game.minimalBlockingSets));
  });

  test('federal legislation of the United States, 536 players in nested thresholds', async () => {
    const found = await solved('legislation.xml', legislation(), '--power');
    const majority = atLeast(100, 51) * atLeast(435, 218);
    const overriding = atLeast(100, 67) * atLeast(435, 290);
    expect(found.winningCoalitions).toBe(String(majority + overriding));
    const president = found.players!.find(({ player }) => player === 'president')!;
    expect(president.swings).toBe(String(majority - overriding));
    expect(president.shapleyShubikDecimal).toBeCloseTo(
      games!.compound['us-federal-legislation'].presidentShapleyShubikDecimal,
      11,
    );
    expect(found.players!.reduce((sum, each) => sum + each.shapleyShubikDecimal, 0)).toBeCloseTo(1, 11);
    expect(found.minimalSets!.count).toBe(
      String(choose(100, 51) * choose(435, 218) + choose(100, 67) * choose(435, 290)),
    );
  });
});

// Electors of the fifty states and the District of Columbia by the census of 2020.
const ELECTORS = [
  54, 40, 30, 28, 19, 19, 17, 16, 16, 15, 14, 13, 12, 11, 11, 11, 11, 10, 10, 10, 10, 10, 9, 9, 8, 8, 8, 7, 7,
  6, 6, 6, 6, 6, 6, 5, 5, 4, 4, 4, 4, 4, 4, 4, 3, 3, 3, 3, 3, 3, 3,
];

test('the Electoral College of the United States, 51 players, as by counting coalitions by size and weight', async () => {
  expect([ELECTORS.length, ELECTORS.reduce((sum, each) => sum + each)]).toEqual([51, 538]);
  const found = await solved('college.json', JSON.stringify({ rules: [{ quota: 270, weights: ELECTORS }] }));
  const byWeight = new Map(
    [...new Set(ELECTORS)].map((weight) => [weight, swingsBySize(ELECTORS, weight, 270)]),
  );
  for (const [player, each] of found.players!.entries()) {
    const bySize = byWeight.get(ELECTORS[player]!)!;
    expect(each.swings).toBe(String(bySize.reduce((sum, count) => sum + count)));
    // Of the orders of all players, those in which so many come before: s! (n - s - 1)! for each coalition of s.
    const orders = bySize.reduce(
      (sum, count, size) => sum + count * factorial(size) * factorial(50 - size),
      0n,
    );
    const [numerator, denominator] = each.shapleyShubik!.split('/').map(BigInt) as [bigint, bigint];
    expect(numerator * factorial(51)).toBe(orders * denominator);
  }
});

/** By size, the coalitions of the others that a player of some weight lifts over the quota; by dynamic programming. */
function swingsBySize(weights: readonly number[], weight: number, quota: number): bigint[] {
  const others = weights.toSpliced(weights.indexOf(weight), 1);
  const counts = Array.from({ length: others.length + 1 }, () => Array.from({ length: quota }, () => 0n));
  counts[0]![0] = 1n;
  for (const [met, each] of others.entries()) {
    for (let size = met; size >= 0; size -= 1) {
      for (let sum = quota - 1 - each; sum >= 0; sum -= 1)
        counts[size + 1]![sum + each]! += counts[size]![sum]!;
    }
  }
  return counts.map((bySum) => bySum.slice(quota - weight).reduce((sum, each) => sum + each, 0n));
}

function factorial(n: number): bigint {
  return n <= 1 ? 1n : BigInt(n) * factorial(n - 1);
}

/** The President with a majority of both chambers, or two thirds of both, as an Open-PSA model. */
function legislation(): string {
  const chamber = (name: string, seats: number): string =>
    Array.from({ length: seats }, (_, seat) => `<basic-event name="${name}${seat}"/>`).join('');
  const [senate, house] = [chamber('senator', 100), chamber('representative', 435)];
  const both = (ofSenate: number, ofHouse: number): string =>
    `<atleast min="${ofSenate}">${senate}</atleast><atleast min="${ofHouse}">${house}</atleast>`;
  return `<opsa-mef><define-fault-tree name="legislation"><define-gate name="law"><or>
    <and><basic-event name="president"/>${both(51, 218)}</and><and>${both(67, 290)}</and>
  </or></define-gate></define-fault-tree></opsa-mef>`;
}

/** n over k. */
function choose(n: number, k: number): bigint {
  let ways = 1n;
  for (let index = 0; index < k; index += 1) ways = (ways * BigInt(n - index)) / BigInt(index + 1);
  return ways;
}

/** How many sets of n have k members or more. */
function atLeast(n: number, k: number): bigint {
  let sum = 0n;
  for (let size = k; size <= n; size += 1) sum += choose(n, size);
  return sum;
}
