import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { disturb, disturbances, OVER, randomScenario, toTheEnd } from '../testing/random.ts';
import { Play, real } from '../testing/stage.ts';
import { elapsedAt } from './clock.ts';
import { nextMoment } from './decide.ts';

test('pauses, rates, jumps, steps, restarts and death lose nothing, double nothing and change no order: each inject comes at its own time', () => {
  fc.assert(
    fc.property(randomScenario(8), disturbances, (scenario, events) => {
      const calm = new Play(scenario);
      calm.directs({ type: 'startex' });
      calm.wait(OVER);
      const play = new Play(scenario);
      play.directs({ type: 'startex' });
      for (const each of events) disturb(play, each);
      toTheEnd(play);
      expect(play.sent).toEqual(calm.sent);
      expect(new Set(play.sent).size).toBe(play.sent.length);
      expect([...play.state.verdicts]).toEqual([...calm.state.verdicts].map(([id, each]) => [id, each]));
    }),
    { numRuns: 300 },
  );
});

test('nothing comes before it is due, and a tick at the foreseen moment finds what was foreseen', () => {
  fc.assert(
    fc.property(randomScenario(6), disturbances, (scenario, events) => {
      const play = new Play(scenario);
      play.directs({ type: 'startex' });
      for (const each of events) {
        disturb(play, each);
        const limit = elapsedAt(play.state.clock, real(play.clock));
        for (const event of play.events) expect(event.elapsed).toBeLessThanOrEqual(limit);
        const next = nextMoment(play.stage, play.state);
        if (next === null || next > real(play.clock + 100_000)) continue;
        const before = play.events.length;
        play.clock = (next - real(0)) / 1000 - 0.001;
        play.wait(0);
        expect(play.events).toHaveLength(before);
        play.wait(0.001);
        expect(play.events.length).toBeGreaterThan(before);
      }
    }),
    { numRuns: 150 },
  );
});

test('time never goes back in the record, and the record alone makes the state', () => {
  fc.assert(
    fc.property(randomScenario(6), disturbances, (scenario, events) => {
      const play = new Play(scenario);
      play.directs({ type: 'startex' });
      for (const each of events) disturb(play, each);
      const moments = play.events.map(({ elapsed }) => elapsed);
      expect(moments).toEqual(moments.toSorted((a, b) => a - b));
      const { state } = play;
      play.restart();
      expect(play.state).toEqual(state);
    }),
    { numRuns: 150 },
  );
});
