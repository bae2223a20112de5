import { ACT_KINDS, type Day } from '@foedus/kernel';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lookingOf, queryOf, type Looking } from './looking.ts';

const TODAY = '2026-01-01' as Day;
const id = fc.stringMatching(/^[a-z][a-z0-9-]{0,12}$/);
const day = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2049-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10) as Day);
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined });

const looking: fc.Arbitrary<Looking> = fc.record({
  at: day,
  effect: fc.constantFrom('valid', 'proper'),
  outcome: maybe(fc.record({ kind: fc.constantFrom(...ACT_KINDS), on: id })),
  without: fc.uniqueArray(id, { maxLength: 3 }),
  reading: fc.dictionary(id, id, { maxKeys: 3, noNullPrototype: true }),
  given: fc.dictionary(id, fc.boolean(), { maxKeys: 3, noNullPrototype: true }),
  other: maybe(id),
  otherAt: maybe(day),
});

describe('what is looked at', () => {
  test('stands in the address and is read from it again', () => {
    fc.assert(
      fc.property(looking, (each) => {
        expect(lookingOf(queryOf(each), TODAY)).toEqual(each);
      }),
    );
  });

  test('is today’s state, with nothing assumed, where the address says nothing that is understood', () => {
    expect(lookingOf('?at=tomorrow&outcome=sing+on+key&given.x=perhaps', TODAY)).toEqual(
      lookingOf('', TODAY),
    );
    expect(lookingOf('', TODAY)).toMatchObject({ at: TODAY, effect: 'valid', without: [], reading: {} });
  });
});
