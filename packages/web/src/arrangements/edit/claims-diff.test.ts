import type { ClaimResult } from '@foedus/kernel';
import { expect, test } from 'vitest';
import { claimsDiff } from './claims-diff.ts';

function result(id: string, holds: boolean, found = 'so it is'): ClaimResult {
  return { claim: { id }, holds, checks: [{ holds, sentence: { en: found } }] } as unknown as ClaimResult;
}

test('tells what an edit broke, mended, answers otherwise, leaves failing, adds and removes', () => {
  const before = [
    result('a', true),
    result('b', true),
    result('c', false),
    result('d', true),
    result('e', false),
    result('f', true),
  ];
  const now = [
    result('a', true),
    result('b', false),
    result('c', true),
    result('d', true, 'for another reason'),
    result('e', false),
    result('g', true),
  ];
  const diff = claimsDiff(before, now);
  const ids = Object.entries(diff).map(([kind, results]: [string, readonly ClaimResult[]]) => [
    kind,
    results.map(({ claim }) => claim.id),
  ]);
  expect(Object.fromEntries(ids)).toEqual({
    broken: ['b'],
    mended: ['c'],
    otherwise: ['d'],
    failing: ['e'],
    added: ['g'],
    removed: ['f'],
  });
});

test('without an edit there is nothing to tell', () => {
  const results = [result('a', true), result('b', true)];
  expect(Object.values(claimsDiff(results, structuredClone(results))).flat()).toEqual([]);
});
