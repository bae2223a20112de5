import type { Arrangement, Day, Happening } from '@foedus/kernel';
import { describe, expect, test } from 'vitest';
import { dayOf, neighbour, numberOf, spanOf, turnsOf } from './history.ts';

const day = (text: string): Day => text as Day;
const DAYS = ['2010-04-01', '2017-05-10', '2024-10-01'].map(day);

describe('stepping through history', () => {
  test('goes from turn to turn, and stops at the ends', () => {
    expect(neighbour(DAYS, day('2017-05-10'), 1)).toBe('2024-10-01');
    expect(neighbour(DAYS, day('2017-05-10'), -1)).toBe('2010-04-01');
    expect(neighbour(DAYS, day('2016-01-01'), 1)).toBe('2017-05-10');
    expect(neighbour(DAYS, day('2024-10-01'), 1)).toBeUndefined();
  });
});

describe('the axis', () => {
  const turns = DAYS.map((each) => ({ day: each, begun: [], ended: [] }));
  const event = (text: string): Happening => ({ from: { day: day(text), precision: 'day' } }) as Happening;

  test('has whole years around all changes', () => {
    expect(spanOf(turns, [])).toEqual({ first: '2010-01-01', last: '2025-01-01' });
  });

  test('begins with the first event, and a change long before stands at its beginning', () => {
    expect(spanOf(turns, [event('2022-05-22'), event('2023-04-26')])).toEqual({
      first: '2022-01-01',
      last: '2025-01-01',
    });
  });
});

test('a day and its number are the same day', () => {
  expect(DAYS.map((each) => dayOf(numberOf(each)))).toEqual(DAYS);
});

test('a rule turns up on the day it begins and on the day it ends', () => {
  const rule = { id: 'r', from: { day: day('2010-04-01') }, until: { day: day('2017-05-10') } };
  const empty = new Map();
  const arrangement = new Proxy(
    {},
    {
      get: (_, table) => (table === 'powers' ? new Map([['r', rule]]) : empty),
    },
  ) as Arrangement;
  expect(turnsOf(arrangement)).toEqual([
    { day: '2010-04-01', begun: [rule], ended: [] },
    { day: '2017-05-10', begun: [], ended: [rule] },
  ]);
});
