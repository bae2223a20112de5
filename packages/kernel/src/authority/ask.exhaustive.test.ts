/** The engine against a naive one that tries every combination of players and openings, on seeded random arrangements. */
import { describe, expect, test } from 'vitest';
import type { Act, Outcome } from '../arrangement/act.ts';
import type { Arrangement } from '../arrangement/model.ts';
import { ask } from './ask.ts';
import { show as showFraction, fraction } from './diagram/fraction.ts';
import { seatOf } from './players.ts';
import type { AnswerTo, Effect, Level, Question } from './question.ts';
import { doing } from './testing/doing.ts';
import { comesAbout, extentOf, minimal, subsets, worlds, type World } from './testing/exhaustive.ts';
import { randomArrangement } from './testing/random-arrangement.ts';
import { TODAY } from './testing/sketch.ts';

const SEEDS = Array.from({ length: 1500 }, (_, index) => index + 1);
const FRAME = { at: TODAY };

function answerTo<Q extends Question>(arrangement: Arrangement, question: Q): AnswerTo<Q> {
  const reply = ask(arrangement, FRAME, question);
  if (!reply.ok) throw new Error(`refused: ${JSON.stringify(reply.refusal)}`);
  return reply.answer;
}

function playersAt(arrangement: Arrangement, level: Exclude<Level, 'act'>): string[] {
  const offices = [...arrangement.offices.keys()];
  if (level === 'party') return [...arrangement.parties.keys()];
  return level === 'office'
    ? offices
    : [...new Set(offices.map((office) => seatOf(arrangement, office, TODAY)))];
}

interface Case {
  readonly arrangement: Arrangement;
  readonly outcome: Outcome;
  readonly level: Exclude<Level, 'act'>;
  readonly effect: Effect;
  readonly all: readonly World[];
  readonly players: readonly string[];
  readonly wins: (set: ReadonlySet<string>, world: World) => boolean;
}

function caseOf(seed: number): Case {
  const arrangement = randomArrangement(seed);
  const { kind, on } = [...arrangement.powers.values()].at(-1)!.act;
  const outcome: Outcome = { kind, on };
  const level = (['office', 'seat', 'party'] as const)[seed % 3]!;
  const effect = (['valid', 'proper'] as const)[seed % 2]!;
  const players = playersAt(arrangement, level);
  return {
    arrangement,
    outcome,
    level,
    effect,
    all: worlds(arrangement),
    players,
    wins: remembered(players, (set, world) =>
      comesAbout(arrangement, world, effect, outcome, doing(arrangement, level, set)),
    ),
  };
}

/** The same function, which works out each of its values once: all tests ask for most of them. */
function remembered(players: readonly string[], wins: Case['wins']): Case['wins'] {
  const known = new Map<World, Map<number, boolean>>();
  return (set, world) => {
    const members = players.reduce(
      (bits, player, place) => (set.has(player) ? bits | (1 << place) : bits),
      0,
    );
    const values = known.get(world) ?? new Map<number, boolean>();
    known.set(world, values);
    const value = values.get(members) ?? wins(set, world);
    values.set(members, value);
    return value;
  };
}

const cases = SEEDS.map(caseOf);
const sorted = (sets: readonly (readonly string[])[]): string[] =>
  sets.map((set) => set.toSorted((a, b) => (a < b ? -1 : 1)).join(' ')).toSorted((a, b) => (a < b ? -1 : 1));

describe('on random arrangements the engine answers as trying everything does', () => {
  test('canAlone and canBlock, in every, some or no reading', () => {
    for (const { arrangement, outcome, level, effect, all, players, wins } of cases) {
      const possible = all.map((world) => wins(new Set(players), world));
      for (const who of players) {
        const alone = extentOf(all.map((world) => wins(new Set([who]), world)));
        const others = new Set(players.filter((each) => each !== who));
        const blocks = extentOf(all.map((world, index) => possible[index]! && !wins(others, world)));
        expect(answerTo(arrangement, { ask: 'canAlone', who, outcome, level, effect }).extent).toBe(alone);
        expect(answerTo(arrangement, { ask: 'canBlock', who, outcome, level, effect }).extent).toBe(blocks);
      }
    }
  });

  test('minimal coalitions and blocking sets, in every reading and in some', () => {
    for (const { arrangement, outcome, level, effect, all, players, wins } of cases) {
      const everyone = new Set(players);
      const without = (set: ReadonlySet<string>): Set<string> =>
        new Set([...everyone].filter((each) => !set.has(each)));
      const coalitions = answerTo(arrangement, { ask: 'coalitions', outcome, level, effect, limit: 1000 });
      expect(sorted(coalitions.inEvery.sets)).toEqual(
        minimal(players, (set) => all.every((world) => wins(set, world))),
      );
      expect(sorted(coalitions.inSome.sets)).toEqual(
        minimal(players, (set) => all.some((world) => wins(set, world))),
      );
      expect(coalitions.inSome.count).toBe(BigInt(coalitions.inSome.sets.length));
      const blockers = answerTo(arrangement, { ask: 'blockers', outcome, level, effect, limit: 1000 });
      expect(sorted(blockers.inEvery.sets)).toEqual(
        minimal(players, (set) => all.every((world) => !wins(without(set), world))),
      );
      expect(sorted(blockers.inSome.sets)).toEqual(
        minimal(players, (set) => all.some((world) => !wins(without(set), world))),
      );
    }
  });

  test('needs', () => {
    for (const { arrangement, outcome, level, effect, all, players, wins } of cases) {
      const needed = players
        .map((player) => {
          const others = new Set(players.filter((each) => each !== player));
          return [
            player,
            extentOf(all.map((world) => wins(new Set(players), world) && !wins(others, world))),
          ] as const;
        })
        .filter(([, extent]) => extent !== 'none');
      const answer = answerTo(arrangement, { ask: 'needs', outcome, level, effect });
      expect(new Map(answer.players.map(({ player, extent }) => [player, extent]))).toEqual(new Map(needed));
    }
  });

  test('canBypass: valid and not proper with every act of, or towards, the one passed over left undone', () => {
    for (const { arrangement, outcome, all } of cases) {
      // Where nothing can be done in full propriety, nothing is passed over.
      const possible = all.map((world) => comesAbout(arrangement, world, 'proper', outcome, () => true));
      for (const who of [...arrangement.offices.keys(), ...arrangement.parties.keys()]) {
        const mine = (id: string): boolean => {
          const office = arrangement.offices.get(id);
          return id === who || (office?.answersTo.type === 'party' && office.answersTo.party === who);
        };
        const involved = (act: Act): boolean => mine(act.by) || (act.to !== undefined && mine(act.to));
        const expected = extentOf(
          all.map(
            (world, index) =>
              possible[index]! &&
              comesAbout(arrangement, world, 'valid', outcome, (act) => !involved(act)) &&
              !comesAbout(arrangement, world, 'proper', outcome, (act) => !involved(act)),
          ),
        );
        expect(answerTo(arrangement, { ask: 'canBypass', who, outcome }).extent).toBe(expected);
      }
    }
  });

  test('Banzhaf and Shapley–Shubik, exactly, in each circumstance', () => {
    for (const { arrangement, outcome, level, effect, all, players, wins } of cases) {
      const reply = ask(arrangement, FRAME, { ask: 'power', outcome, level, effect });
      if (!reply.ok) {
        expect(reply.refusal.code).toBe('too-open');
        continue;
      }
      for (const game of reply.answer.games) {
        const { readings, conditions, unknowns } = game.circumstance;
        const facts = { ...conditions, ...unknowns };
        const world = all.find(
          (each) =>
            Object.entries(readings).every(([id, alternative]) => each.readings[id] === alternative) &&
            Object.entries(facts).every(([id, value]) => each.facts[id] === value),
        )!;
        for (const { player, swings, shapleyShubik } of game.players) {
          const others = players.filter((each) => each !== player);
          const critical = subsets(others).filter(
            (set) => !wins(set, world) && wins(new Set([...set, player]), world),
          );
          const outside = players.length - game.players.length;
          expect(swings * 2n ** BigInt(outside)).toBe(BigInt(critical.length));
          const orders = critical.reduce(
            (sum, set) => sum + factorial(set.size) * factorial(players.length - set.size - 1),
            0n,
          );
          expect(shapleyShubik).toBe(showFraction(fraction(orders, factorial(players.length))));
        }
      }
    }
  });

  test('the circumstances named for "some" are exactly those in which it holds', () => {
    for (const { arrangement, outcome, level, effect, all, players, wins } of cases) {
      const who = players[0]!;
      const answer = answerTo(arrangement, { ask: 'canAlone', who, outcome, level, effect });
      if (answer.extent !== 'some') continue;
      for (const world of all) {
        const named = answer.where.some(
          ({ readings, conditions, unknowns }) =>
            Object.entries(readings).every(([id, alternative]) => world.readings[id] === alternative) &&
            Object.entries({ ...conditions, ...unknowns }).every(([id, value]) => world.facts[id] === value),
        );
        expect(named).toBe(wins(new Set([who]), world));
      }
    }
  });
});

function factorial(n: number): bigint {
  return n <= 1 ? 1n : BigInt(n) * factorial(n - 1);
}
