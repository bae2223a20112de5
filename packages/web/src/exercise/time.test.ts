import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { elapsedInDigits, readElapsed } from './time.ts';

const MINUTE = 60_000;

describe('scenario time that a person writes', () => {
  test.each([
    ['15', 15 * MINUTE],
    ['1:30', 90 * MINUTE],
    ['0:15:30', 15.5 * MINUTE],
    ['2+03:00', 51 * 60 * MINUTE],
    [' １：３０ ', 90 * MINUTE],
  ])('%s', (text, elapsed) => {
    expect(readElapsed(text)).toBe(elapsed);
  });

  test.each(['', 'soon', '-5', '1:75', '1.5'])('%s is none', (text) => {
    expect(readElapsed(text)).toBeUndefined();
  });

  test('is read again as it is shown, to the second', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 900 * 86_400 }), (seconds) => {
        expect(readElapsed(elapsedInDigits(seconds * 1000))).toBe(seconds * 1000);
      }),
    );
  });
});
