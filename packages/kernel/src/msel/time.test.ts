import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Duration } from '../arrangement/formula.ts';
import { readTime, writeOffset, type Supposed, type Told } from './time.ts';
import { settle, startexOf, type Timed } from './settle.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;
const date = (text: string): number => Date.parse(`${text}Z`) / 1000;

describe('times since STARTEX', () => {
  test.each<[string, number, Supposed?]>([
    ['T+15', 15 * 60, 'unit'],
    ['T + 15', 15 * 60, 'unit'],
    ['Ｔ＋１５', 15 * 60, 'unit'],
    ['T+15 min', 15 * 60],
    ['T+1:30', 1.5 * HOUR],
    ['T+01:30:10', 1.5 * HOUR + 10],
    ['T+2h', 2 * HOUR],
    ['T-1', -60, 'unit'],
    ['T−5 분', -5 * 60],
    ['D+2', 2 * DAY],
    ['D+2 H+3', 2 * DAY + 3 * HOUR],
    ['D+2, H+3:30', 2 * DAY + 3.5 * HOUR],
    ['D-1 H+6', -DAY + 6 * HOUR],
    ['D+2일 H+3시간', 2 * DAY + 3 * HOUR],
    ['D日+2 H時+3', 2 * DAY + 3 * HOUR],
    ['D-day +1', DAY],
    ['H-2', -2 * HOUR],
    ['M-5', -5 * 60],
    ['STARTEX', 0],
    ['STARTEX + 90 min', 90 * 60],
    ['startex+15', 15 * 60, 'unit'],
    ['+00:15', 15 * 60],
    ['+36:00', 36 * HOUR],
    ['36:00', 36 * HOUR],
    ['+15', 15 * 60, 'unit'],
    ['15 minutes after STARTEX', 15 * 60],
    ['1h 30m', 1.5 * HOUR],
    ['90분 후', 90 * 60],
    ['45分後', 45 * 60],
    ['PT1H30M', 1.5 * HOUR],
    ['-PT5M', -5 * 60],
    ['45', 45 * 60, 'unit'],
    ['D2 H3', 2 * DAY + 3 * HOUR],
  ])('%s', (text, after, supposed) => {
    expect(readTime(text)).toEqual({ told: { type: 'offset', after }, ...(supposed ? { supposed } : {}) });
  });

  test('a mapping says what a bare number counts', () => {
    expect(readTime('T+2', 'hours')?.told).toEqual({ type: 'offset', after: 2 * HOUR });
    expect(readTime('T+2 min', 'hours')?.told).toEqual({ type: 'offset', after: 120 });
  });
});

describe('clock times', () => {
  test.each<[string, number, Supposed?]>([
    ['09:05', 9 * HOUR + 300],
    ['９：０５', 9 * HOUR + 300],
    ['9:05 AM', 9 * HOUR + 300],
    ['12:05 a.m.', 300],
    ['오후 2시 5분', 14 * HOUR + 300],
    ['午前9時5分', 9 * HOUR + 300],
    ['09h05', 9 * HOUR + 300],
    ['0905', 9 * HOUR + 300, 'number'],
    ['905', 9 * HOUR + 300, 'number'],
    ['0905Z', 9 * HOUR + 300, 'zone'],
    ['0905 KST', 9 * HOUR + 300, 'zone'],
    ['09:05-09:20', 9 * HOUR + 300, 'span'],
    ['09:05～', 9 * HOUR + 300, 'span'],
    ['0.378472222222222', 9 * HOUR + 300, 'number'],
    ['23:59:59', DAY - 1],
  ])('%s', (text, clock, supposed) => {
    expect(readTime(text)).toEqual({ told: { type: 'clock', clock }, ...(supposed ? { supposed } : {}) });
  });

  test.each<[string, number, number]>([
    ['D+2 09:05', 2, 9 * HOUR + 300],
    ['Day 2, 0905', 1, 9 * HOUR + 300],
    ['2일차 09:05', 1, 9 * HOUR + 300],
    ['第2日目 9時5分', 1, 9 * HOUR + 300],
  ])('%s stands on a day of the exercise', (text, day, clock) => {
    expect(readTime(text)?.told).toEqual({ type: 'day', day, clock });
  });
});

describe('dates', () => {
  test.each<[string, string, Supposed?]>([
    ['2026-11-22 09:05', '2026-11-22T09:05'],
    ['2026-11-22T09:05:30Z', '2026-11-22T09:05:30', 'zone'],
    ['2026/11/22', '2026-11-22T00:00'],
    ['2026.11.22. 09:05', '2026-11-22T09:05'],
    ['2026년 11월 22일 오전 9시 5분', '2026-11-22T09:05'],
    ['2026年11月22日(日) 9時5分', '2026-11-22T09:05'],
    ['220905ZNOV26', '2026-11-22T09:05'],
    ['220905 Nov 2026', '2026-11-22T09:05'],
    ['22 Nov 2026 09:05', '2026-11-22T09:05'],
    ['Sunday, November 22nd, 2026 9:05 AM', '2026-11-22T09:05'],
    ['22.11.2026 09:05', '2026-11-22T09:05'],
    ['11/22/2026 09:05', '2026-11-22T09:05'],
    ['03/04/2026', '2026-04-03T00:00', 'date-order'],
    ['46348.378472', '2026-11-22T09:05', 'number'],
  ])('%s', (text, at, supposed) => {
    expect(readTime(text)).toEqual({
      told: { type: 'date', at: date(at) },
      ...(supposed ? { supposed } : {}),
    });
  });
});

test.each(['soon', '25:75', '09:75', '2026-02-30', 'T+', 'D+x', '13:00 PM', 'after lunch', '—'])(
  '%s is no time',
  (text) => expect(readTime(text)).toBeUndefined(),
);

test.each(['Reserve', 'on call', '필요시', '適宜', 'TBD'])('%s: in reserve', (text) => {
  expect(readTime(text)?.told).toEqual({ type: 'reserve' });
});

test('what an export writes is read as it was', () => {
  fc.assert(
    fc.property(fc.nat(100_000_000), (after) => {
      expect(readTime(writeOffset(after as Duration))).toEqual({ told: { type: 'offset', after } });
    }),
  );
});

test('nothing makes it throw', () => {
  const pieces = fc.constantFrom(
    'D',
    '+',
    'H',
    '12',
    ':',
    ' ',
    'T',
    '-',
    '일',
    '年',
    'NOV',
    'Z',
    '.',
    '99',
    'day',
    '~',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(pieces).map((list) => list.join('')),
      ),
      (text) => {
        const told: Told | undefined = readTime(text)?.told;
        if (told?.type === 'offset') expect(Number.isFinite(told.after)).toBe(true);
      },
    ),
    { numRuns: 2000 },
  );
});

describe('rows settle on one clock', () => {
  const dues = (...texts: string[]): (number | string)[] => {
    const list = texts.map((text): Timed => ({ sheet: '', told: readTime(text)!.told }));
    return settle(list, startexOf(list, undefined, '2026-11-22')).map(({ due, remark }) =>
      due.type === 'time' ? `${due.after / 60}${remark ? ` ${remark}` : ''}` : due.type,
    );
  };
  test('the first clock time is STARTEX; others count from it', () =>
    expect(dues('09:00', '09:05', 'T+10', '10:00')).toEqual(['0', '5', '10', '60']));
  test('the first date is STARTEX', () =>
    expect(dues('2026-11-22 09:00', '2026-11-23 08:00', 'D+1 10:00')).toEqual(['0', '1380', '1500']));
  test('a clock that goes back past midnight is of the next day', () =>
    expect(dues('22:00', '23:50', '00:10', '01:00')).toEqual(['0', '110', '130 time-next-day', '180']));
  test('a row out of order is not', () =>
    expect(dues('09:00', '11:00', '10:00')).toEqual(['0', '120', '60']));
  test('what is before STARTEX is sent at STARTEX', () =>
    expect(dues('M-5', '09:00')).toEqual(['0 time-before-start', '0']));
  test('what has no time waits in reserve', () => expect(dues('Reserve', '09:00')).toEqual(['reserve', '0']));
});
