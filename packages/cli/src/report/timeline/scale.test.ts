import type { Day } from '@foedus/kernel';
import { describe, expect, test } from 'vitest';
import { pack, scale } from './scale.ts';

const day = (text: string): Day => text as Day;

describe('scale', () => {
  const axis = scale([day('2011-03-31'), day('2013-03-22')], 100, 400);

  test('has whole years around all days', () => {
    expect(axis.years).toEqual([2011, 2012, 2013, 2014]);
  });

  test('puts the first of January on its year, and what has no day at an end', () => {
    expect(axis.x(day('2011-01-01'), 'start')).toBe(100);
    expect(axis.x(day('2014-01-01'), 'start')).toBe(400);
    expect(axis.x(undefined, 'end')).toBe(400);
    expect(axis.x(day('1953-10-01'), 'end')).toBe(100);
  });
});

describe('pack', () => {
  test('what overlaps goes to another line, what follows to the first free one', () => {
    const spans = [
      [0, 10],
      [5, 8],
      [8, 12],
      [10, 11],
    ] as const;
    expect(pack(spans, (span) => span).map(({ line }) => line)).toEqual([0, 1, 1, 0]);
  });
});
