import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { add, fraction, gcd, lcmUpTo, show, toNumber } from './fraction.ts';

describe('fractions', () => {
  test('are in lowest terms, with the sign above', () => {
    expect(fraction(6n, -4n)).toEqual({ numerator: -3n, denominator: 2n });
    expect(fraction(0n, 7n)).toEqual({ numerator: 0n, denominator: 1n });
    expect(() => fraction(1n, 0n)).toThrow(RangeError);
  });

  test('are shown as n/d, or as a whole number', () => {
    expect([fraction(421n, 2145n), fraction(4n, 2n), fraction(0n, 3n)].map(show)).toEqual([
      '421/2145',
      '2',
      '0',
    ]);
  });

  test('are added', () => {
    expect(show(add(fraction(1n, 6n), fraction(1n, 3n)))).toBe('1/2');
  });
});

describe('as a number', () => {
  test('a fraction is as near as division comes', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1 }), (numerator, denominator) => {
        const exact = numerator / denominator;
        const shown = toNumber(fraction(BigInt(numerator), BigInt(denominator)));
        expect(Math.abs(shown - exact)).toBeLessThanOrEqual(Math.abs(exact) * Number.EPSILON);
      }),
    );
  });

  test('terms may be longer than any double', () => {
    const long = 3n ** 2_000n;
    expect(toNumber(fraction(long, 2n * long + 1n))).toBeCloseTo(0.5, 15);
    expect(toNumber(fraction(1n, 2n ** 1_074n))).toBe(2 ** -1_074);
    expect(toNumber(fraction(-(2n ** 1_023n), 1n))).toBe(-(2 ** 1_023));
  });
});

test('the least common multiple of the first numbers is divided by each of them, and by no prime too often', () => {
  expect([0, 1, 2, 3, 4, 10].map((most) => lcmUpTo(most))).toEqual([1n, 1n, 2n, 6n, 12n, 2_520n]);
  expect(gcd(-12n, 18n)).toBe(6n);
});
