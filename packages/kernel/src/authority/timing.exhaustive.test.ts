/**
 * Timing against a clock: from event to event, every act begins that the naive engine allows by what is done so far. Seeded random
 * arrangements, most acts of which take a declared time.
 */
import { expect, test } from 'vitest';
import { showAct, type Act, type Outcome } from '../arrangement/act.ts';
import type { Duration } from '../arrangement/formula.ts';
import type { Arrangement, Pace } from '../arrangement/model.ts';
import { plain } from '../text/catalogue.ts';
import { randomFrom } from './random.ts';
import type { Effect } from './question.ts';
import { canHappen, worlds, type World } from './testing/exhaustive.ts';
import { randomArrangement } from './testing/random-arrangement.ts';
import { TODAY } from './testing/sketch.ts';
import { Timing } from './timing.ts';
import { universe } from './universe.ts';

const SEEDS = Array.from({ length: 400 }, (_, index) => index + 1);

/** A few short whole durations, so that acts often end together. */
function withPaces(arrangement: Arrangement, seed: number): Arrangement {
  const random = randomFrom(seed);
  const below = (n: number): number => Math.floor(random() * n);
  const paces = [...universe(arrangement).values()]
    .filter(() => random() < 0.7)
    .map((act, index): Pace => {
      const least = below(6) as Duration;
      return {
        type: 'pace',
        id: `pace-${index}`,
        name: plain('pace'),
        status: 'text',
        sources: [],
        place: { file: 'sketch', line: 1, column: 1 },
        act,
        least,
        likely: (least + 1) as Duration,
        most: (least + 2) as Duration,
        assumed: false,
      };
    });
  return { ...arrangement, paces: new Map(paces.map((pace) => [pace.id, pace])) };
}

interface Clocked {
  readonly begun: number;
  readonly done: number;
}

/** When each act begins and is done, by its sentence, when all do what they may as soon as they may. */
function clocked(
  arrangement: Arrangement,
  world: World,
  effect: Effect,
  spent: (pace: Pace) => number,
): ReadonlyMap<string, Clocked> {
  const paces = new Map([...arrangement.paces.values()].map((pace) => [showAct(pace.act), spent(pace)]));
  const times = new Map<string, Clocked>();
  for (let now = 0; now < Infinity; now = nextAfter(now, times)) {
    const isDone = (act: Act): boolean => (times.get(showAct(act))?.done ?? Infinity) <= now;
    const mayBegin = (act: Act): boolean =>
      !times.has(showAct(act)) && canHappen(arrangement, world, effect, act, () => true, isDone);
    // What takes no time may let others begin at once.
    for (let begin = beginnings(); begin.length > 0; begin = beginnings()) {
      for (const act of begin) {
        const sentence = showAct(act);
        times.set(sentence, { begun: now, done: now + (paces.get(sentence) ?? 0) });
      }
    }

    function beginnings(): Act[] {
      return [...universe(arrangement).values()].filter(mayBegin);
    }
  }
  return times;
}

function nextAfter(now: number, times: ReadonlyMap<string, Clocked>): number {
  return Math.min(...[...times.values()].map(({ done }) => done).filter((done) => done > now));
}

/** Worlds in which what nobody knows is so: no rule of these arrangements asks that it is not. */
function kindWorlds(arrangement: Arrangement): readonly World[] {
  return worlds(arrangement).filter((world) =>
    [...arrangement.unknowns.keys()].every((unknown) => world.facts[unknown]),
  );
}

test('an outcome is done when a clock says, and its path is what the clock has seen, without gaps', () => {
  const seen = { never: 0, atOnce: 0, later: 0, longPaths: 0 };
  for (const seed of SEEDS) {
    const arrangement = withPaces(randomArrangement(seed), seed);
    const powers = [...arrangement.powers.values()].map((power) => power.act);
    const { kind, on } = powers.at(-1)!;
    const outcome: Outcome = { kind, on };
    const effect = (['valid', 'proper'] as const)[seed % 2]!;
    for (const world of kindWorlds(arrangement)) {
      const frame = { at: TODAY, given: world.facts, reading: world.readings };
      const timing = new Timing(arrangement, frame, effect, outcome);
      // Timed twice: the second timing must not remember the first.
      for (const spent of [(pace: Pace): number => pace.most, (pace: Pace): number => pace.least]) {
        const times = clocked(arrangement, world, effect, spent);
        const { at, path } = timing.path(spent);
        const acts = powers.filter((act) => act.kind === kind && act.on === on);
        const expected = Math.min(...acts.map((act) => times.get(showAct(act))?.done ?? Infinity));
        expect({ seed, world, at }).toEqual({ seed, world, at: expected });
        expect(path.map(({ act, start, end }) => [showAct(act), { begun: start, done: end }])).toEqual(
          path.map(({ act }) => [showAct(act), times.get(showAct(act))]),
        );
        if (at === Infinity) expect(path).toEqual([]);
        else {
          expect(path.map(({ start }) => start)).toEqual([0, ...path.slice(0, -1).map(({ end }) => end)]);
          expect(path.at(-1)!.end).toBe(at);
        }
        seen[at === Infinity ? 'never' : at === 0 ? 'atOnce' : 'later']++;
        if (path.filter(({ start, end }) => end > start).length > 2) seen.longPaths++;
      }
    }
  }
  expect(Object.values(seen).every((count) => count > 20)).toBe(true);
});
