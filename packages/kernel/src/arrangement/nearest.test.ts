import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nearest } from './nearest.ts';

describe('the nearest known name', () => {
  const known = ['us-president', 'rok-president', 'cfc-commander', 'npg'];
  test.for([
    ['us-presidnet', 'us-president', 'two letters swapped'],
    ['rok-presidents', 'rok-president', 'a letter too many'],
    ['cfc-comander', 'cfc-commander', 'a letter missing'],
    ['cfc_commander', 'cfc-commander', 'another letter'],
    ['npc', 'npg', 'one edit in a short name'],
  ] as const)('%s → %s: %s', ([name, expected]) => expect(nearest(name, known)).toBe(expected));
  test('is none when nothing is near', () => expect(nearest('minister', known)).toBeUndefined());
  test('is the first of two that are equally near', () => expect(nearest('ac', ['ab', 'ad'])).toBe('ab'));
  test('is not searched for what nobody would misspell', () =>
    expect(nearest('a'.repeat(201), ['a'.repeat(200)])).toBeUndefined());
});

/** Optimal string alignment by its recursive definition. */
function distance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const [c, d] = [a.slice(0, -1), b.slice(0, -1)];
  const options = [distance(c, b) + 1, distance(a, d) + 1, distance(c, d) + (a.at(-1) === b.at(-1) ? 0 : 1)];
  if (a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1))
    options.push(distance(a.slice(0, -2), b.slice(0, -2)) + 1);
  return Math.min(...options);
}

test('agrees with the definition of the distance', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(word, fc.array(word, { maxLength: 5 }), (name, known) => {
      const near = known.filter(
        (each) => distance(name, each) <= Math.max(1, Math.floor(Math.max(name.length, each.length) / 3)),
      );
      const least = Math.min(...near.map((each) => distance(name, each)));
      expect(nearest(name, known)).toBe(near.find((each) => distance(name, each) === least));
    }),
  );
});
