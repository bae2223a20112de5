/** Random scenarios and disturbances, for laws. */
import * as fc from 'fast-check';
import type { Duration } from '../../arrangement/formula.ts';
import type { Elapsed } from '../run/clock.ts';
import { elapsedAt } from '../run/clock.ts';
import type { Condition } from '../scenario/condition.ts';
import type { Inject, Scenario } from '../scenario/model.ts';
import { at, expectation, inject, PLACE, RESERVE, scenario, sent, TALKS, when } from './scenario.ts';
import { real, type Play } from './stage.ts';

/** The last moment for which anything is planned, and a while after which nothing comes any more. Scenario seconds. */
const LAST = 300;
export const OVER = 10_000;

/** What depends on injects and on time alone, so that only the course of the clock decides. */
function condition(serials: readonly string[]): fc.Arbitrary<Condition> {
  const leaf = fc.constantFrom(...serials).map(sent);
  return fc.letrec<{ all: Condition }>((tie) => ({
    all: fc.oneof(
      { maxDepth: 3 },
      leaf,
      fc.record({ type: fc.constant('not' as const), of: tie('all') }),
      fc.record({
        type: fc.constant('for' as const),
        span: fc.integer({ min: 0, max: 60 }).map((span) => span as Duration),
        of: tie('all'),
      }),
      fc.record({
        type: fc.constantFrom('allOf' as const, 'anyOf' as const),
        of: fc.array(tie('all'), { minLength: 1, maxLength: 3 }),
      }),
      fc.record({
        type: fc.constant('condition' as const),
        condition: fc.constant('emergency'),
        place: fc.constant(PLACE),
      }),
    ),
  })).all;
}

export function randomScenario(count: number): fc.Arbitrary<Scenario> {
  const serials = Array.from({ length: count }, (_, index) => `i-${index + 1}`);
  const due = fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 0, max: LAST }).map(at) },
    {
      weight: 3,
      arbitrary: fc
        .tuple(condition(serials), fc.integer({ min: 0, max: 30 }))
        .map(([of, delay]) => when(of, delay)),
    },
    { weight: 1, arbitrary: fc.constant(RESERVE) },
  );
  const to = fc.subarray(['arden-cell', 'borea-cell', 'a-chief', 'b-minister'], { minLength: 1 });
  const one = (id: string): fc.Arbitrary<Inject> =>
    fc
      .record({
        due,
        to,
        holds: fc.boolean(),
        changes: fc.nat(4),
        met: condition(serials),
        within: fc.option(fc.nat(60), { nil: undefined }),
        status: fc.constantFrom('ready' as const, 'ready' as const, 'ready' as const, 'draft' as const),
      })
      .map(({ changes, due: moment, holds, met, status, to: cells, within }) =>
        inject(id, moment, {
          to: cells,
          status,
          effects: changes === 0 ? [{ type: 'condition', condition: 'emergency', holds, place: PLACE }] : [],
          expected: [
            expectation(`${id}-done`, {
              met,
              ...(within === undefined ? {} : { within: within as Duration }),
            }),
          ],
        }),
      );
  return fc
    .tuple(...serials.map(one))
    .map((injects) =>
      scenario(injects, { consultations: new Map([['talks', { ...TALKS, convened: 40 as Duration }]]) }),
    );
}

export type Disturbance =
  | { readonly type: 'wait' | 'jump' | 'die'; readonly seconds: number }
  | { readonly type: 'rate'; readonly rate: number }
  | { readonly type: 'pause' | 'resume' | 'step' | 'restart' };

export const disturbances: fc.Arbitrary<readonly Disturbance[]> = fc.array(
  fc.oneof(
    fc.record({
      type: fc.constantFrom('wait' as const, 'wait' as const, 'jump' as const, 'die' as const),
      seconds: fc.double({ min: 0, max: 90, noNaN: true }),
    }),
    fc.record({ type: fc.constant('rate' as const), rate: fc.constantFrom(0.1, 0.3, 0.5, 1, 3, 60) }),
    fc.record({
      type: fc.constantFrom('pause' as const, 'resume' as const, 'step' as const, 'restart' as const),
    }),
  ),
  { maxLength: 25 },
);

/** What comes to an exercise from outside. A command that does not fit the phase is refused, which disturbs as well. */
export function disturb(play: Play, each: Disturbance): void {
  const seconds = 'seconds' in each ? Math.round(each.seconds * 1000) / 1000 : 0;
  switch (each.type) {
    case 'wait':
      play.wait(seconds);
      break;
    case 'jump': {
      const now = elapsedAt(play.state.clock, real(play.clock));
      play.directs({ type: 'jump', to: (now + seconds * 1000) as Elapsed, passed: 'send' });
      break;
    }
    case 'rate':
      play.directs({ type: 'set-rate', rate: each.rate });
      break;
    case 'die':
      // The process dies now, and another takes over from the events after a while.
      play.restart();
      play.clock += seconds;
      play.send({ type: 'recover', at: real(play.clock), alive: real(play.clock - seconds) });
      play.directs({ type: 'resume' });
      break;
    case 'restart':
      play.restart();
      break;
    case 'pause':
    case 'resume':
    case 'step':
      play.directs({ type: each.type });
      break;
  }
}

/** The rest of the exercise without any disturbance. */
export function toTheEnd(play: Play): void {
  play.directs({ type: 'resume' });
  play.directs({ type: 'set-rate', rate: 100 });
  play.wait(OVER / 100);
}
