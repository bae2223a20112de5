/** When a case is looked at though nobody acts. */
import { describe, expect, test } from 'vitest';
import { ALLIANCE } from './testing/alliance.ts';
import { EVERYBODY, opened, second } from './testing/run.ts';
import type { Instant } from './clock.ts';
import { timePasses } from './decide.ts';
import { nextMoment } from './next-moment.ts';

describe('the next moment', () => {
  const next = (run: ReturnType<typeof opened>, from = run.open.now) => nextMoment(run.open, from);

  test('is none while nothing runs', () => {
    expect(next(opened(ALLIANCE))).toBeNull();
  });

  test('is when silence gives its consent', () => {
    const run = opened(ALLIANCE);
    run.does('plan by a-minister on aid', { underSilence: true });
    const moment = next(run)!;
    expect(moment).toBe(second(run.clock + 3600));
    expect(timePasses(ALLIANCE, run.open, (moment - 1) as Instant)).toEqual([]);
    expect(timePasses(ALLIANCE, run.open, moment)).not.toEqual([]);
  });

  test('is just after the day by which an answer was asked for, and none once that has been looked at', () => {
    const run = opened(ALLIANCE);
    run.by('a-chief', {
      type: 'request',
      on: 'strike',
      to: 'b-chief',
      within: 60 as never,
      marking: EVERYBODY,
    });
    const moment = next(run)!;
    expect(moment).toBe(second(run.clock + 60) + 1);
    expect(timePasses(ALLIANCE, run.open, (moment - 1) as Instant)).toEqual([]);
    expect(timePasses(ALLIANCE, run.open, moment)).toMatchObject([{ type: 'deadline-missed' }]);
    expect(next(run, moment)).toBeNull();
  });

  test('is none while the clock stands', () => {
    const run = opened(ALLIANCE);
    run.does('plan by a-minister on aid', { underSilence: true });
    run.by('a-chief', { type: 'adjourn' });
    expect(next(run)).toBeNull();
  });
});
