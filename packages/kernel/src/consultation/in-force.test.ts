import { describe, expect, test } from 'vitest';
import { options } from './options.ts';
import { ALLIANCE } from './testing/alliance.ts';
import { code, inEffect, opened, Run } from './testing/run.ts';

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
