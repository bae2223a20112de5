import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { showAct } from '../arrangement/act.ts';
import { act } from '../authority/testing/sketch.ts';
import { all, any, atLeast, reaching, TRUTH, WAYS, type Algebra, type Way } from './algebra.ts';

const ACTS = ['a', 'b', 'c', 'd'].map((by) => act(`concur by ${by} on m`));
const shown = (ways: readonly Way[]): string[] => ways.map((way) => way.map(({ by }) => by).join(''));

describe('ways', () => {
  const [a, b, c] = ACTS.map((each): readonly Way[] => [[each]]);

  test('are minimal, shortest first', () => {
    expect(shown(any(WAYS, [all(WAYS, [a!, b!]), c!, all(WAYS, [c!, a!])]))).toEqual(['c', 'ab']);
  });

  test('keep each act after those it needs, and name it once', () => {
    expect(shown(all(WAYS, [all(WAYS, [b!, a!]), all(WAYS, [a!, c!])]))).toEqual(['bac']);
  });

  test('of two of three are the pairs', () => {
    expect(shown(atLeast(WAYS, 2, [a!, b!, c!]))).toEqual(['ab', 'ac', 'bc']);
  });
});

/** A random monotone combination of the acts, in any algebra. */
type Combination = <T>(algebra: Algebra<T>, leaf: (index: number) => T) => T;

const combination: fc.Arbitrary<Combination> = fc.letrec<{ any: Combination }>((tie) => ({
  any: fc.oneof(
    { depthSize: 'small' },
    fc.nat(ACTS.length - 1).map(
      (index): Combination =>
        (_, leaf) =>
          leaf(index),
    ),
    fc.tuple(fc.nat(6), fc.array(fc.tuple(fc.nat(3), tie('any')), { maxLength: 4 })).map(
      ([quota, of]): Combination =>
        (algebra, leaf) =>
          reaching(
            algebra,
            quota,
            of.map(([weight, part]) => ({ weight, is: part(algebra, leaf) })),
          ),
    ),
  ),
})).any;

test('what the ways say is done makes it true, and nothing less does', () => {
  fc.assert(
    fc.property(combination, fc.subarray(ACTS), (formula, done) => {
      const doing = new Set(done.map(showAct));
      const found = formula(WAYS, (index) => [[ACTS[index]!]]);
      const holds = formula(TRUTH, (index) => doing.has(showAct(ACTS[index]!)));
      expect(found.some((way) => way.every((each) => doing.has(showAct(each))))).toBe(holds);
      const sets = found.map((way) => new Set(way.map(showAct)));
      expect(sets.some((one) => sets.some((other) => other !== one && other.isSubsetOf(one)))).toBe(false);
    }),
  );
});
