import { describe, expect, test } from 'vitest';
import type { Duration } from '../arrangement/formula.ts';
import { due } from './due.ts';
import { ALLIANCE } from './testing/alliance.ts';
import { code, EVERYBODY, inEffect, opened, type Run, second } from './testing/run.ts';
import { seatViewer } from './viewer.ts';

const ARDEN = { to: 'party', party: 'arden' } as const;

describe('silence and time', () => {
  const until = (run: Run): number[] =>
    due(ALLIANCE, run.open, seatViewer('general'), run.now).map((each) => (each.until ?? NaN) - second(0));

  test('silence that nobody breaks gives what was asked', () => {
    const run = opened(ALLIANCE);
    run.does('plan by a-minister on aid', { underSilence: true });
    expect(until(run)).toEqual([3_602_000, 3_602_000]);
    run.tick(3599);
    expect(inEffect(run)).not.toContain('decide by council on aid (proper)');
    run.tick(1);
    expect(inEffect(run)).toContain('decide by council on aid (proper)');
    expect(until(run)).toEqual([]);
  });

  test('any later command finds it given, at the moment it ended', () => {
    const run = opened(ALLIANCE);
    run.does('plan by a-minister on aid', { underSilence: true });
    run.clock += 9000;
    run.does('concur by b-chief on strike');
    expect(run.open.effected.find(({ act }) => act.by === 'council')?.at).toBe(second(3602));
  });

  test('broken silence gives nothing, and can be broken only by whose it is, in time', () => {
    const run = opened(ALLIANCE);
    run.does('plan by a-minister on aid', { underSilence: true });
    const about = run.last;
    expect(code(run.by('b-chief', { type: 'break-silence', about }))).toBe('no-silence');
    expect(code(run.by('b-minister', { type: 'break-silence', about }))).toBe('accepted');
    run.tick(9000);
    expect(inEffect(run)).not.toContain('decide by council on aid (proper)');
    expect(code(run.by('a-minister', { type: 'break-silence', about }))).toBe('no-silence');
  });

  test('silence binds nobody who was not told', () => {
    const run = opened(ALLIANCE);
    run.does('plan by a-minister on aid', { underSilence: true, marking: ARDEN });
    expect(run.open.silences.map(({ act }) => act.by)).toEqual(['a-minister']);
  });

  test('while adjourned the clock stands and nothing falls due; resuming loses and doubles nothing', () => {
    const run = opened(ALLIANCE);
    run.does('plan by a-minister on aid', { underSilence: true });
    expect(code(run.by('b-chief', { type: 'adjourn' }))).toBe('not-convener');
    run.tick(598);
    run.by('a-chief', { type: 'adjourn' });
    expect(code(run.does('concur by b-chief on strike'))).toBe('adjourned');
    run.tick(100_000);
    expect(until(run)).toEqual([NaN, NaN]);
    run.by('a-chief', { type: 'resume' });
    expect(code(run.by('a-chief', { type: 'resume' }))).toBe('not-adjourned');
    const left = 3600 - 600;
    run.clock -= 1;
    expect(until(run)).toEqual([(run.clock + left) * 1000, (run.clock + left) * 1000]);
    run.tick(left - 1);
    expect(run.open.silences.map(({ state }) => state)).toEqual(['running', 'running']);
    run.tick(1);
    expect(run.open.silences.map(({ state }) => state)).toEqual(['given', 'given']);
    expect(run.open.effected.filter(({ act }) => act.by === 'council')).toHaveLength(1);
  });

  test('an answer is due until who was asked has answered', () => {
    const run = opened(ALLIANCE);
    const within = 60 as Duration;
    run.by('a-chief', { type: 'request', on: 'strike', to: 'b-chief', within, marking: EVERYBODY });
    const about = run.last;
    expect(due(ALLIANCE, run.open, seatViewer('general'), second(62))).toMatchObject([
      { of: about, overdue: false },
    ]);
    expect(due(ALLIANCE, run.open, seatViewer('general'), second(63))).toMatchObject([
      { of: about, overdue: true },
    ]);
    run.by('b-chief', { type: 'answer', about, marking: EVERYBODY, text: 'tomorrow' });
    expect(due(ALLIANCE, run.open, seatViewer('general'), run.now)).toEqual([]);
  });

  test('what a duty demands after an act is due until it is done', () => {
    const run = opened(ALLIANCE);
    run.does('concur by b-chief on strike');
    run.does('consult by a-chief with b-minister on strike');
    run.does('decide by a-chief on strike');
    run.does('execute by general on strike');
    expect(due(ALLIANCE, run.open, seatViewer('b-chief'), run.now)).toMatchObject([
      { what: 'duty', of: 'reporting', from: 'general', until: second(605), overdue: false },
    ]);
    run.does('inform by general to b-chief on strike');
    expect(due(ALLIANCE, run.open, seatViewer('b-chief'), run.now)).toEqual([]);
  });
});
