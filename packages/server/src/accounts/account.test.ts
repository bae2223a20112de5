import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { LOGIN, conflicts, principalOf, type Account, type Grant } from './account.ts';
import { may } from './authority.ts';
import { DAY, type Instant } from './instant.ts';
import type { Role } from './principal.ts';

const MINISTER: Role = { role: 'seat-holder', arrangement: 'league', seat: 'minister' };
const START = Date.UTC(2026, 10, 22) as Instant;
const dayAt = (days: number) => new Date(START + days * DAY).toISOString().slice(0, 10);

const holding = (grants: readonly Grant[], disabled = false): Account => ({
  id: 'p',
  login: 'p',
  name: 'P',
  created: START,
  disabled,
  grants,
  passkeys: [],
  identities: [],
  invitation: null,
  epoch: 0,
});

test('a seat is held from its first day up to, and without, its last, in UTC; outside it is not held', () => {
  fc.assert(
    fc.property(fc.nat(9), fc.nat(9), fc.nat(10 * DAY), (from, until, after) => {
      const grant = { id: 'g', role: MINISTER, from: dayAt(from), until: dayAt(until) };
      const at = (START + after) as Instant;
      const acts = may(
        principalOf(holding([grant]), at),
        'act',
        { id: 'k', arrangement: 'league' },
        { as: 'seat', seat: 'minister' },
      );
      expect(acts).toBe(after >= from * DAY && after < until * DAY);
    }),
  );
});

test('without dates it is held always; the holder of a disabled account is nobody', () => {
  const grants = [{ id: 'g', role: MINISTER }];
  expect(principalOf(holding(grants), START)?.roles).toEqual([MINISTER]);
  expect(principalOf(holding(grants, true), START)).toBeNull();
});

test('only who hands out seats may not hold one', () => {
  const secretariat: Role = { role: 'secretariat' };
  const observer: Role = { role: 'observer', case: 'k' };
  expect(conflicts([secretariat, MINISTER])).toBe(true);
  expect(conflicts([secretariat, { role: 'party-staff', arrangement: 'league', party: 'arden' }])).toBe(true);
  expect(conflicts([secretariat, observer])).toBe(false);
  expect(conflicts([MINISTER, observer])).toBe(false);
});

test.each(['kim', 'kim.minseo', 'kim_2@mofa-rok'])('%s is a login name', (login) => {
  expect(login).toMatch(LOGIN);
});

test.each(['', 'Kim', '김', 'kim lee', 'kim/lee', '.kim', 'kim.', 'k'.repeat(101)])(
  '“%s” is none',
  (login) => {
    expect(login).not.toMatch(LOGIN);
  },
);
