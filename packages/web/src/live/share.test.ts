import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { share } from './share.ts';

const data = fc.jsonValue().map((value) => structuredClone(value));

test('what comes out is what came', () => {
  fc.assert(
    fc.property(data, data, (before, now) => {
      expect(share(before, now)).toStrictEqual(now);
    }),
  );
});

test('what is as it was is the same', () => {
  fc.assert(
    fc.property(data, (before) => {
      expect(share(before, structuredClone(before))).toBe(before);
    }),
  );
});

test('of a course that has grown, the items of before are the same', () => {
  const before = {
    cursor: 1,
    history: [
      { id: 'a', markings: [{ to: 'all' }] },
      { id: 'b', markings: [] },
    ],
  };
  const now = structuredClone({
    ...before,
    cursor: 2,
    history: [...before.history, { id: 'c', markings: [] }],
  });
  const shared = share(before, now);
  expect(shared.history[0]).toBe(before.history[0]);
  expect(shared.history[1]).toBe(before.history[1]);
  expect(shared.history).toHaveLength(3);
});

test('a part that is no longer there is not kept', () => {
  expect(share({ a: 1, b: undefined }, { a: 1 })).toStrictEqual({ a: 1 });
  expect(share([1, 2, 3], [1, 2])).toStrictEqual([1, 2]);
});
