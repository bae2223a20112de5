import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { disturb, disturbances, randomScenario } from '../testing/random.ts';
import { Play } from '../testing/stage.ts';
import { Outlook, outlookOf } from './outlook.ts';

test('what is carried on from state to state is what is found by looking at everything', () => {
  fc.assert(
    fc.property(randomScenario(8), disturbances, (scenario, events) => {
      const play = new Play(scenario);
      play.directs({ type: 'startex' });
      for (const each of events) {
        disturb(play, each);
        const afresh = Outlook.of(play.stage, { ...play.state });
        expect(outlookOf(play.stage, play.state).next).toEqual(afresh.next);
      }
    }),
    { numRuns: 150 },
  );
});
