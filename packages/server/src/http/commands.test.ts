/** What the bodies of commands take. */
import { expect, test } from 'vitest';
import { commandBody, openBody } from './commands.ts';

const SAID = { type: 'position', key: 'k1', office: 'a-chief', about: 'b-chief/k1', marking: { to: 'all' } };
const OPEN = {
  type: 'open',
  key: 'k1',
  seat: 'a-chief',
  office: 'a-chief',
  arrangement: 'pact',
  frame: { at: '2026-11-22' },
  matters: ['aid'],
};

test('a command says neither when nor for which seat: the server and the address do', () => {
  expect(commandBody.parse(SAID)).toEqual(SAID);
  for (const more of [{ at: 1 }, { seat: 'b-chief' }, { holder: 'Somebody' }])
    expect(commandBody.safeParse({ ...SAID, ...more }).success).toBe(false);
});

test('a case is opened by its own address only, and nothing else opens one', () => {
  expect(openBody.parse(OPEN)).toEqual(OPEN);
  const { seat: _, ...seatless } = OPEN;
  expect(commandBody.safeParse(seatless).success).toBe(false);
  expect(openBody.safeParse({ ...SAID, seat: 'a-chief' }).success).toBe(false);
});
