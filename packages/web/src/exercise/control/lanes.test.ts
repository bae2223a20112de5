import type { exercise } from '@foedus/kernel';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placed, ticks } from './lanes.ts';

const at = (due: number): exercise.InjectState => ({ due }) as exercise.InjectState;

describe('marks on a timeline', () => {
  test('at one time lie below each other', () => {
    const { marks, rows } = placed([at(0), at(5), at(100), at(0)], 10);
    expect(marks.map(({ elapsed, row }) => [elapsed, row])).toEqual([
      [0, 0],
      [0, 1],
      [5, 2],
      [100, 0],
    ]);
    expect(rows).toBe(3);
  });

  test('of one row never touch, as long as there are rows', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { maxLength: 6 }), (times) => {
        const { marks } = placed(times.map(at), 10);
        expect(marks).toHaveLength(times.length);
        for (const row of [0, 1, 2, 3, 4, 5]) {
          const own = marks.filter((mark) => mark.row === row).map(({ elapsed }) => elapsed);
          for (const [index, elapsed] of own.entries())
            if (index > 0) expect(elapsed - own[index - 1]!).toBeGreaterThanOrEqual(10);
        }
      }),
    );
  });

  test('without a known time are left out', () => {
    expect(placed([{} as exercise.InjectState], 10).marks).toEqual([]);
  });

  test('stand over an axis with a few round times', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 * 86_400_000 }), (end) => {
        const found = ticks(end);
        expect(found.length).toBeLessThanOrEqual(13);
        expect(found.at(-1)).toBeLessThanOrEqual(end);
      }),
    );
  });
});
