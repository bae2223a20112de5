import { describe, expect, test } from 'vitest';
import { options } from './options.ts';
import { ALLIANCE } from './testing/alliance.ts';
import { code, inEffect, opened, Run, second } from './testing/run.ts';
import { DIRECTOR } from '../authority/director.ts';

describe('a power that is revoked while a consultation runs', () => {
  const REVOKE = 'revoke by b-minister on aid';

  test('leaves in effect what took effect under it', () => {
    const run = opened(ALLIANCE);
    run.does('concur by a-minister on aid');
    run.does('concur by b-minister on aid');
    expect(code(run.does(REVOKE))).toBe('accepted');
    expect(inEffect(run)).toContain('decide by council on aid (proper)');
  });

  test('grants nothing from then on, by silence neither', () => {
    const run = opened(ALLIANCE);
    run.does('concur by a-minister on aid');
    run.does('plan by a-minister on aid', { underSilence: true });
    run.does(REVOKE);
    run.does('concur by b-minister on aid');
    run.tick(9000);
    expect(inEffect(run)).not.toContain('decide by council on aid (proper)');
  });

  test('is no outcome any more that is waited for', () => {
    const run = new Run(ALLIANCE);
    run.opens('a-minister', ['aid']);
    const prospects = () => options(ALLIANCE, run.open, 'a-minister', run.now).prospects.length;
    expect(prospects()).toBe(1);
    run.does(REVOKE);
    expect(prospects()).toBe(0);
  });

  test('is revoked before the eyes of all, and by whom its rule names alone', () => {
    const run = opened(ALLIANCE);
    expect(code(run.does(REVOKE, { marking: { to: 'party', party: 'borea' } }))).toBe('revoked-in-secret');
    expect(code(run.does('revoke by a-minister on aid'))).toBe('not-valid');
  });
});

describe('a rule that the director of an exercise suspends', () => {
  function exercise(): Run {
    const run = new Run(ALLIANCE);
    run.by('a-chief', {
      type: 'open',
      arrangement: ALLIANCE.id,
      frame: { at: run.today },
      matters: ['strike'],
      exercise: true,
    });
    return run;
  }
  let keys = 0;
  const directs = (run: Run, type: 'suspend' | 'restore', rule: string): string => {
    keys += 1;
    run.clock += 1;
    return code(
      run.send({ type, rule, key: `d${keys}`, seat: DIRECTOR, office: DIRECTOR, at: second(run.clock) }),
    );
  };

  test('grants nothing until it is restored', () => {
    const run = exercise();
    run.does('concur by b-chief on strike');
    run.does('consult by a-chief with b-minister on strike');
    expect(directs(run, 'suspend', 'striking')).toBe('accepted');
    expect(code(run.does('decide by a-chief on strike'))).toBe('not-valid');
    expect(directs(run, 'restore', 'striking')).toBe('accepted');
    expect(code(run.does('decide by a-chief on strike'))).toBe('accepted');
  });

  test('demands nothing, when it is a duty', () => {
    const run = exercise();
    for (const act of ['concur by b-chief', 'decide by a-chief'])
      run.does(`${act} on strike`, { departure: 'In haste' });
    directs(run, 'suspend', 'reporting');
    run.does('execute by general on strike', { departure: 'In haste' });
    expect(inEffect(run).some((each) => each.startsWith('execute by general'))).toBe(true);
    expect(run.open.owed).toEqual([]);
  });

  test('is told of by the director alone, in an exercise alone, and once', () => {
    const run = exercise();
    expect(directs(run, 'suspend', 'nothing')).toBe('unknown-name');
    expect(directs(run, 'restore', 'striking')).toBe('no-change');
    directs(run, 'suspend', 'striking');
    expect(directs(run, 'suspend', 'striking')).toBe('no-change');
    expect(code(run.by('a-chief', { type: 'suspend', rule: 'aiding' }))).toBe('not-for-this-seat');
    expect(directs(opened(ALLIANCE), 'suspend', 'striking')).toBe('unknown-seat');
  });
});
