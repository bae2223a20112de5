import { describe, expect, test } from 'vitest';
import { ALLIANCE } from './testing/alliance.ts';
import { code, inEffect, opened } from './testing/run.ts';

describe('withdrawing', () => {
  test('a concurrence before anything rests on it takes it out of what is still to be judged', () => {
    const run = opened(ALLIANCE);
    run.does('concur by b-chief on strike');
    const about = run.last;
    expect(code(run.by('b-minister', { type: 'withdraw', about }))).toBe('not-withdrawable');
    expect(code(run.by('b-chief', { type: 'withdraw', about, text: 'on reflection' }))).toBe('accepted');
    expect(code(run.by('b-chief', { type: 'withdraw', about }))).toBe('not-withdrawable');
    expect(code(run.does('decide by a-chief on strike', { departure: 'haste' }))).toBe('not-valid');
    run.does('concur by b-chief on strike');
    expect(code(run.does('decide by a-chief on strike', { departure: 'haste' }))).toBe('accepted');
  });

  test('it afterwards is refused, with what rests on it; and what has taken effect stays', () => {
    const run = opened(ALLIANCE);
    run.does('concur by b-chief on strike');
    const about = run.last;
    run.does('decide by a-chief on strike', { departure: 'haste' });
    expect(run.by('b-chief', { type: 'withdraw', about })).toMatchObject({
      refusal: {
        code: 'already-used',
        act: { kind: 'decide', by: 'a-chief' },
        grounds: [{ rule: 'striking' }, {}],
      },
    });
  });

  test('is judged by what its seat knows: of a decision that it was not told of it learns nothing', () => {
    const run = opened(ALLIANCE);
    run.does('concur by b-chief on strike');
    const about = run.last;
    run.does('decide by a-chief on strike', { departure: 'haste', marking: { to: 'party', party: 'arden' } });
    expect(code(run.by('b-chief', { type: 'withdraw', about }))).toBe('accepted');
    expect(inEffect(run)).toContain('decide by a-chief on strike (departure)');
    expect(code(run.does('execute by general on strike'))).toBe('not-valid');
  });

  test('one of two concurrences of the same office takes nothing away', () => {
    const run = opened(ALLIANCE);
    run.does('concur by b-chief on strike');
    const about = run.last;
    run.does('concur by b-chief on strike');
    run.does('decide by a-chief on strike', { departure: 'haste' });
    expect(code(run.by('b-chief', { type: 'withdraw', about }))).toBe('accepted');
  });

  test('a member’s concurrence holds up the body’s act, and a proposal’s ends its silence', () => {
    const run = opened(ALLIANCE);
    run.does('concur by a-minister on aid');
    run.by('a-minister', { type: 'withdraw', about: run.last });
    run.does('concur by b-minister on aid');
    expect(inEffect(run)).not.toContain('decide by council on aid (proper)');
    run.does('plan by a-minister on aid', { underSilence: true });
    run.by('a-minister', { type: 'withdraw', about: run.last });
    run.tick(9000);
    expect(inEffect(run)).not.toContain('decide by council on aid (proper)');
  });

  test('is not for what was told or decided', () => {
    const run = opened(ALLIANCE);
    run.does('inform by a-chief to b-chief on strike');
    expect(code(run.by('a-chief', { type: 'withdraw', about: run.last }))).toBe('not-withdrawable');
  });
});
