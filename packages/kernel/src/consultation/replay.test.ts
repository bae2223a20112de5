import { describe, expect, test } from 'vitest';
import { decide } from './decide.ts';
import type { Event } from './event.ts';
import { evolve } from './evolve.ts';
import { append, fork, replay } from './replay.ts';
import type { State } from './state.ts';
import { ALLIANCE } from './testing/alliance.ts';
import { opened, Run } from './testing/run.ts';
import { told } from './testing/told.ts';
import { view } from './view.ts';
import { seatViewer } from './viewer.ts';

describe('replay', () => {
  function played(): Run {
    const run = opened(ALLIANCE);
    run.does('plan by a-minister on aid', { underSilence: true });
    run.does('concur by b-chief on strike');
    run.does('decide by a-chief on strike', { departure: 'no time' });
    run.tick(4000);
    run.by('a-chief', { type: 'adjourn' });
    return run;
  }

  test('the same events give the same state, byte for byte, at every step', () => {
    const run = played();
    expect(JSON.stringify(replay(run.events))).toBe(JSON.stringify(run.state));
    const stored = JSON.parse(JSON.stringify(run.events)) as typeof run.events;
    for (let steps = 0; steps <= stored.length; steps += 1)
      expect(JSON.stringify(replay(stored, steps))).toBe(JSON.stringify(replay(run.events.slice(0, steps))));
  });

  test('random consultations come to the same state, and the same commands to the same events, wherever they are replayed', () => {
    for (let seed = 1; seed <= 15; seed += 1) {
      const { run } = told(seed);
      const stored = JSON.parse(JSON.stringify(run.events)) as readonly Event[];
      expect(JSON.stringify(replay(stored))).toBe(JSON.stringify(run.state));
      let [state, again]: [State, Event[]] = [null, []];
      for (const event of stored) {
        if (event.type !== 'recorded') continue;
        // Read back from text, so that nothing remembered here is of any help.
        const afresh = JSON.parse(JSON.stringify(state)) as State;
        const decision = decide(ALLIANCE, afresh, event.entry.command);
        if (!decision.ok) throw new Error(decision.refusal.code);
        again = [...again, ...decision.events];
        state = decision.events.reduce(evolve, afresh);
      }
      expect(JSON.stringify(again), `${seed}`).toBe(JSON.stringify(stored));
    }
  });

  test('a fork says that it is none, and nothing of it can be appended to the record', () => {
    const run = played();
    const what = new Run(ALLIANCE);
    what.state = fork(run.events, 2);
    what.clock = 10;
    what.does('concur by b-minister on aid');
    expect(what.events.length).toBeGreaterThan(0);
    expect(what.events.every(({ whatIf }) => whatIf)).toBe(true);
    expect(view(ALLIANCE, what.open, seatViewer('b-chief'), what.now)?.whatIf).toBe(true);
    expect(append(run.events, what.events)).toBeUndefined();
    expect(append(run.events, [])).toEqual(run.events);
    expect(replay([...run.events, ...what.events])?.whatIf).toBe(true);
  });
});
