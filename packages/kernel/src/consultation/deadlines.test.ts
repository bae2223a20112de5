import { describe, expect, test } from 'vitest';
import type { Duration } from '../arrangement/formula.ts';
import { ALLIANCE } from './testing/alliance.ts';
import { code, EVERYBODY, opened, second } from './testing/run.ts';
import { seenBy } from './view.ts';
import { seatViewer } from './viewer.ts';

const within = 60 as Duration;
const BOREA = { to: 'party', party: 'borea' } as const;

describe('a deadline', () => {
  test('that is missed is recorded once, by the next command or tick, at the first moment after it', () => {
    const run = opened(ALLIANCE);
    run.by('a-chief', { type: 'request', on: 'strike', to: 'b-chief', within, marking: EVERYBODY });
    const of = run.last;
    run.tick(60);
    expect(run.open.missed).toEqual([]);
    run.tick(1);
    run.tick(1000);
    run.does('concur by b-chief on strike');
    expect(run.open.missed).toMatchObject([{ what: 'answer', of, from: 'b-chief', at: second(62) + 1 }]);
    expect(seenBy(ALLIANCE, run.open, { as: 'public' }).missed).toHaveLength(1);
  });

  test('that is met is not, nor one that is not reached because the clock stands', () => {
    const run = opened(ALLIANCE);
    run.by('a-chief', { type: 'request', on: 'strike', to: 'b-chief', within, marking: EVERYBODY });
    run.by('b-chief', { type: 'answer', about: run.last, marking: EVERYBODY });
    run.by('a-chief', { type: 'request', on: 'strike', to: 'b-minister', within, marking: EVERYBODY });
    run.by('a-chief', { type: 'adjourn' });
    run.tick(10_000);
    expect(run.open.missed).toEqual([]);
    run.by('a-chief', { type: 'resume' });
    run.tick(58);
    expect(run.open.missed).toEqual([]);
    run.tick(1);
    run.tick(1);
    expect(run.open.missed).toMatchObject([{ from: 'b-minister' }]);
  });

  test('is missed for those who know of no answer, and they alone are told', () => {
    const run = opened(ALLIANCE);
    run.by('b-minister', { type: 'request', on: 'strike', to: 'b-chief', within, marking: EVERYBODY });
    run.by('b-chief', { type: 'answer', about: run.last, marking: BOREA });
    run.tick(100);
    expect(run.open.missed.map(({ viewers }) => viewers)).toEqual([
      ['seat:a-chief', 'seat:a-minister', 'seat:a-deputy', 'seat:general', 'party:arden', 'public'],
    ]);
    expect(seenBy(ALLIANCE, run.open, seatViewer('b-minister')).missed).toEqual([]);
  });

  test('of a duty after an act is missed too', () => {
    const run = opened(ALLIANCE);
    run.does('concur by b-chief on strike');
    run.does('consult by a-chief with b-minister on strike');
    run.does('decide by a-chief on strike');
    run.does('execute by general on strike');
    run.tick(10_000);
    expect(run.open.missed).toMatchObject([{ what: 'duty', of: 'reporting', from: 'general' }]);
  });

  test('and silence happen in the order of time', () => {
    const run = opened(ALLIANCE);
    run.by('a-chief', { type: 'request', on: 'strike', to: 'b-chief', within, marking: EVERYBODY });
    run.does('plan by a-minister on aid', { underSilence: true });
    const later = 9000 as Duration;
    run.by('a-chief', { type: 'request', on: 'strike', to: 'b-chief', within: later, marking: EVERYBODY });
    run.tick(10_000);
    const times = run.events.map(({ at }) => at);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(run.events.slice(-4).map(({ type }) => type)).toEqual([
      'deadline-missed',
      'silence-ended',
      'effected',
      'deadline-missed',
    ]);
  });
});

describe('a consultation whose convener is gone', () => {
  test('is conducted by who succeeds to the office in which he opened it', () => {
    const run = opened(ALLIANCE);
    expect(code(run.by('a-minister', { type: 'adjourn' }))).toBe('not-convener');
    run.by('a-chief', { type: 'absent', of: 'a-chief' });
    expect(code(run.by('a-deputy', { type: 'adjourn' }))).toBe('not-convener');
    expect(code(run.by('a-minister', { type: 'adjourn' }))).toBe('accepted');
    run.by('a-chief', { type: 'present', of: 'a-chief' });
    expect(code(run.by('a-minister', { type: 'resume' }))).toBe('not-convener');
    expect(code(run.by('a-chief', { type: 'resume' }))).toBe('accepted');
    run.declares('a-minister', 'vacant-a-chief', true);
    expect(code(run.by('a-chief', { type: 'close' }))).toBe('not-convener');
    expect(code(run.by('a-minister', { type: 'close' }))).toBe('accepted');
  });

  test('and whose successor is gone too, by any seat of the same party', () => {
    const run = opened(ALLIANCE);
    run.by('a-chief', { type: 'absent', of: 'a-chief' });
    run.by('a-minister', { type: 'absent', of: 'a-minister' });
    expect(code(run.by('b-chief', { type: 'close' }))).toBe('not-convener');
    expect(code(run.by('general', { type: 'close' }))).toBe('not-convener');
    expect(code(run.by('a-deputy', { type: 'close' }))).toBe('accepted');
  });
});
