import { describe, expect, test } from 'vitest';
import { Compilation } from './compile.ts';
import { exactGames, gamesOf, largeGames } from './games.ts';
import { generateAlliance, SHAPES } from './generate/generate.ts';
import { closedCircuits } from './outcome-circuit.ts';
import type { Day } from '../arrangement/date.ts';
import { randomArrangement } from './testing/random-arrangement.ts';
import { TODAY } from './testing/sketch.ts';
import type { PowerIndices } from './question.ts';

/** A fraction or a decimal as a number. */
function numberOf(share: string): number {
  const [above, below] = share.split('/').map(Number) as [number, number | undefined];
  return above / (below ?? 1);
}

function expectAlike(large: PowerIndices['games'], exact: PowerIndices['games']): void {
  const shown = ({ circumstance }: PowerIndices['games'][number]): string => JSON.stringify(circumstance);
  for (const game of exact) {
    const other = large.find((each) => shown(each) === shown(game));
    if (!other) continue;
    for (const { player, swings, banzhaf, shapleyShubikDecimal } of game.players) {
      const same = other.players.find((each) => each.player === player)!;
      const outside = BigInt(other.players.length - game.players.length);
      expect(same.swings).toBe(swings << outside);
      expect(numberOf(same.banzhaf)).toBeCloseTo(numberOf(banzhaf), 10);
      expect(same.shapleyShubikDecimal).toBeCloseTo(shapleyShubikDecimal, 10);
    }
  }
}

test('module by module, in decimals, the power of players is what it is exactly', () => {
  let compared = 0;
  for (let seed = 1; seed <= 300; seed++) {
    const arrangement = randomArrangement(seed);
    const { kind, on } = [...arrangement.powers.values()].at(-1)!.act;
    const compilation = new Compilation(arrangement, { at: TODAY }, 'office');
    const gate = compilation.outcome({ kind, on }, 'valid')!;
    const closed = closedCircuits(compilation, gate);
    const exact = exactGames(compilation, gate);
    if (!closed || !exact.ok) continue;
    const large = largeGames(compilation, closed);
    if (!large.ok) throw new Error(large.refusal.code);
    expectAlike(large.value, exact.value);
    compared++;
  }
  expect(compared).toBeGreaterThan(200);
});

describe.each(SHAPES)('of a %s with hundreds of seats', (shape) => {
  test('the shares in each game add up to all the power there is', () => {
    const { arrangement, outcome } = generateAlliance(shape, 400);
    const compilation = new Compilation(arrangement, { at: '2026-01-01' as Day }, 'seat');
    const games = gamesOf(compilation, compilation.outcome(outcome, 'valid')!);
    if (!games.ok) throw new Error(games.refusal.code);
    for (const { players } of games.value) {
      const sum = (of: readonly number[]): number => of.reduce((all, each) => all + each, 0);
      expect(sum(players.map((each) => each.shapleyShubikDecimal))).toBeCloseTo(1, 10);
      expect(sum(players.map((each) => Number(each.banzhaf)))).toBeCloseTo(1, 8);
    }
  });
});
