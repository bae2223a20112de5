import { expect, test } from 'vitest';
import { evolve } from './evolve.ts';
import { knowledgeOf } from './knowledge.ts';
import type { State } from './state.ts';
import { ALLIANCE } from './testing/alliance.ts';
import { opened } from './testing/run.ts';
import { told, VIEWERS } from './testing/told.ts';

/** What is known, as data. */
function known(state: NonNullable<State>, viewer: (typeof VIEWERS)[string]): unknown {
  const { facts, items } = knowledgeOf(ALLIANCE, state, viewer);
  const { delegated, given, gone, own, taken } = facts;
  return {
    items,
    delegated: new Set(delegated.map((each) => JSON.stringify(each))),
    given,
    gone,
    own,
    taken,
  };
}

test('what is carried on from state to state is what is gathered afresh', () => {
  for (let seed = 1; seed <= 40; seed += 1) {
    const { run } = told(seed);
    let state: State = null;
    for (const event of run.events) {
      state = evolve(state, event)!;
      // A copy has no descent, so that nothing can be carried on to it.
      const copy = { ...state };
      for (const [id, viewer] of Object.entries(VIEWERS))
        expect(known(state, viewer), `${seed}: ${id}`).toEqual(known(copy, viewer));
    }
  }
});

test('so it is in a consultation longer than what is kept', () => {
  const run = opened(ALLIANCE);
  for (let step = 0; step < 300; step += 1) {
    run.does('advise by a-chief on strike', {
      marking: step % 3 === 0 ? { to: 'all' } : { to: 'party', party: 'arden' },
    });
    if (step === 150) run.does('concur by b-chief on strike');
  }
  for (const viewer of Object.values(VIEWERS))
    expect(known(run.open, viewer)).toEqual(known({ ...run.open }, viewer));
});
