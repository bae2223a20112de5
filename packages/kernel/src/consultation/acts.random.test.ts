/** The engine that runs acts against the naive one that reads the definitions literally, on random arrangements and random sequences of acts. */
import { describe, expect, test } from 'vitest';
import { showAct, type Act } from '../arrangement/act.ts';
import { ALWAYS, type Formula } from '../arrangement/formula.ts';
import type { Arrangement, Power } from '../arrangement/model.ts';
import { delegationsOf, needsNoPower, powersFor, successionTo } from '../authority/grants.ts';
import { seatOf } from '../authority/players.ts';
import type { Effect } from '../authority/question.ts';
import { randomFrom } from '../authority/random.ts';
import { comesAbout, subsets, worlds, type World } from '../authority/testing/exhaustive.ts';
import { randomArrangement } from '../authority/testing/random-arrangement.ts';
import { TODAY } from '../authority/testing/sketch.ts';
import { universe } from '../authority/universe.ts';
import { settled } from './circumstance.ts';
import { derived } from './derived.ts';
import { judge, ways } from './judge.ts';
import { knownTo } from './knowledge.ts';
import { EVERYBODY, Run } from './testing/run.ts';
import { seatViewer, viewers } from './viewer.ts';

const SEEDS = Array.from({ length: 250 }, (_, index) => index + 1);
const PROBE: Act = { kind: 'decide', by: 'probe', on: 'probe' };

/** Whether an act takes effect by the naive definitions: asked through a power of nobody's that needs just this act. */
function happens(
  arrangement: Arrangement,
  world: World,
  effect: Effect,
  act: Act,
  done: ReadonlySet<string>,
): boolean {
  const place = { file: 'probe', line: 1, column: 1 };
  const valid: Formula = { type: 'act', act, place };
  const any = [...arrangement.powers.values()][0]!;
  const probe: Power = { ...any, id: 'probe', act: PROBE, valid, proper: ALWAYS };
  const probed = { ...arrangement, powers: new Map([...arrangement.powers, ['probe', probe]]) };
  return comesAbout(probed, world, effect, PROBE, (each) => each.by === 'probe' || done.has(showAct(each)));
}

/** Whether an act needs a power and no power grants it: then it can take effect for somebody else alone. */
function isPowerless(arrangement: Arrangement, act: Act): boolean {
  return !needsNoPower(act.kind) && powersFor(arrangement, act).length === 0;
}

/** Whether doing an act takes effect, for the one who does it or for whom he stands in. */
function takesEffect(arrangement: Arrangement, world: World, act: Act, before: ReadonlySet<string>): boolean {
  const done = new Set([...before, showAct(act)]);
  const vacant = world.facts[`vacant-${act.by}`] === true;
  if (!vacant && !isPowerless(arrangement, act) && happens(arrangement, world, 'valid', act, done))
    return true;
  const others = [...arrangement.offices.keys(), ...arrangement.bodies.keys()].filter((by) => by !== act.by);
  return others.some((by) => {
    const theirs = { ...act, by };
    const standsIn =
      (delegationsOf(arrangement, theirs, TODAY).some(({ to }) => to === act.by) && !vacant) ||
      delegationsOf(arrangement, theirs, TODAY).some(
        ({ to }) => successionTo(arrangement, to, TODAY)?.order[0] === act.by && world.facts[`vacant-${to}`],
      ) ||
      (successionTo(arrangement, by, TODAY)?.order[0] === act.by && world.facts[`vacant-${by}`]);
    if (!standsIn || isPowerless(arrangement, theirs)) return false;
    const alone = new Set([...done].filter((each) => each !== showAct(theirs)));
    const bodies = new Map([...arrangement.bodies].filter(([id]) => id !== by));
    return happens({ ...arrangement, bodies }, world, 'valid', theirs, alone);
  });
}

interface Played {
  readonly run: Run;
  readonly world: World;
  readonly acts: readonly Act[];
  readonly relyingOn: { readonly unknowns: Readonly<Record<string, boolean>> };
  readonly random: () => number;
}

function begin(seed: number): Played {
  const arrangement = randomArrangement(seed);
  const random = randomFrom(seed);
  const all = worlds(arrangement);
  const chosen = all[Math.floor(random() * all.length)]!;
  const facts: Readonly<Record<string, boolean>> = {
    ...chosen.facts,
    ...(arrangement.successions.size > 0 ? { 'vacant-o0': random() < 0.5 } : {}),
  };
  const world = { readings: chosen.readings, facts };
  const unknowns = Object.fromEntries([...arrangement.unknowns.keys()].map((id) => [id, facts[id]!]));
  const given = Object.fromEntries([...arrangement.conditions.keys()].map((id) => [id, facts[id]!]));
  const acts = [...universe(arrangement).values()].filter(({ by }) => arrangement.offices.has(by));
  const run = new Run(arrangement);
  const opener = acts.find(({ by, on }) => run.opens(by, [on], { given, reading: world.readings }).ok);
  if (!opener) throw new Error('nobody may open');
  return { run, world, acts, relyingOn: { unknowns }, random };
}

/** Random acts, each sent as it is and, where `bold`, again with a reason to depart from a duty. */
function play(
  { acts, random, relyingOn, run }: Played,
  bold: boolean,
  each: (act: Act, valid: boolean) => void,
): void {
  for (let step = 0; step < 12; step += 1) {
    const act = acts[Math.floor(random() * acts.length)]!;
    const plainly = run.does(act, { relyingOn });
    const again = plainly.ok || !bold ? plainly : run.does(act, { relyingOn, departure: 'haste' });
    each(act, again.ok || again.refusal.code === 'not-proper');
  }
}

function recordedIn({ run }: Played): ReadonlySet<string> {
  return new Set(run.open.entries.flatMap(({ act }) => (act ? [showAct(act)] : [])));
}

describe('on random arrangements and sequences of acts', () => {
  test('an act is accepted exactly when the naive definition calls it valid', () => {
    let [accepted, refused] = [0, 0];
    for (const seed of SEEDS) {
      const played = begin(seed);
      let before = recordedIn(played);
      play(played, true, (act, valid) => {
        expect(valid, `${seed}: ${showAct(act)}`).toBe(
          takesEffect(played.run.arrangement, played.world, act, before),
        );
        before = recordedIn(played);
        if (valid) accepted += 1;
        else refused += 1;
      });
    }
    expect(accepted).toBeGreaterThan(1000);
    expect(refused).toBeGreaterThan(300);
  });

  test('what is in effect is what the naive definition says, of the acts of bodies and of those stood in for too', () => {
    for (const seed of SEEDS) {
      const played = begin(seed);
      const { run, world } = played;
      if (run.arrangement.unknowns.size > 0) continue;
      play(played, false, () => undefined);
      const done = recordedIn(played);
      const took = new Set(run.open.effected.map(({ act }) => showAct(act)));
      for (const [sentence, act] of universe(run.arrangement)) {
        if (isPowerless(run.arrangement, act)) continue;
        const expected = happens(run.arrangement, world, 'valid', act, done);
        expect(took.has(sentence), `${seed}: ${sentence}`).toBe(expected);
        expect(happens(run.arrangement, world, 'proper', act, done), `${seed}: ${sentence}`).toBe(expected);
      }
      expect(run.open.effected.every(({ standing }) => standing === 'proper')).toBe(true);
    }
  });

  test('nothing is left that could take effect, however little was looked at after each act', () => {
    for (const seed of SEEDS) {
      const played = begin(seed);
      const { run } = played;
      const all = [...universe(run.arrangement).values()];
      play(played, true, () => {
        for (const viewer of viewers(run.arrangement, TODAY)) {
          const done = knownTo(run.arrangement, run.open, viewer);
          expect(derived(run.arrangement, run.open, done, all), `${seed}`).toEqual([]);
        }
      });
    }
  });

  test('what was permitted stays permitted after more acts', () => {
    for (const seed of SEEDS) {
      const played = begin(seed);
      const { acts, relyingOn, run } = played;
      const permitted = (): ReadonlySet<string> =>
        new Set(
          acts
            .filter((act) => {
              const seat = seatOf(run.arrangement, act.by, TODAY);
              return judge(run.arrangement, run.open, seat, act, relyingOn).valid === 'every';
            })
            .map(showAct),
        );
      const first = permitted();
      play(played, true, () => undefined);
      expect(first.difference(permitted()), `${seed}`).toEqual(new Set());
    }
  });

  test('the shortest way is as short as any, and can be gone', () => {
    let gone = 0;
    for (const seed of SEEDS) {
      const played = begin(seed);
      const { acts, relyingOn, run, world } = played;
      const outcome = [...run.arrangement.powers.values()].at(-1)!.act;
      if (acts.length > 10) continue;
      const seat = seatOf(run.arrangement, acts[0]!.by, TODAY);
      const [way] = ways(
        run.arrangement,
        run.open,
        knownTo(run.arrangement, run.open, seatViewer(seat)),
        settled(run.arrangement, run.open, relyingOn),
        (reckoning) => reckoning.act(outcome, 'valid'),
      );
      const reaching = subsets(acts.map(showAct)).filter((set) =>
        happens(run.arrangement, world, 'valid', outcome, set),
      );
      const fewest = reaching.length === 0 ? undefined : Math.min(...reaching.map(({ size }) => size));
      expect(way?.length, `${seed}`).toBe(fewest);
      if (!way) continue;
      for (const act of way)
        expect(
          run.does(act, { relyingOn, departure: 'haste', marking: EVERYBODY }).ok,
          `${seed}: ${showAct(act)}`,
        ).toBe(true);
      gone += way.length;
    }
    expect(gone).toBeGreaterThan(50);
  });
});
