import { expect, test } from 'vitest';
import { Bdd } from './bdd.ts';

test('weights in the millions take no more nodes than the sums that can be told apart', () => {
  const bdd = new Bdd({ variables: 40, budget: 100_000 });
  const million = Array.from({ length: 40 }, (_, index) => ({ weight: 1_000_000, of: bdd.variable(index) }));
  const f = bdd.weighted(20_000_000, million);
  expect(f).toBe(
    bdd.atLeast(
      20,
      million.map((part) => part.of),
    ),
  );
});

test('parts may depend on the same variables, and stand in any order', () => {
  const bdd = new Bdd({ variables: 3, budget: 1_000 });
  const [a, b, c] = [bdd.variable(0), bdd.variable(1), bdd.variable(2)];
  const f = bdd.weighted(3, [
    { weight: 2, of: bdd.and(b, c) },
    { weight: 1, of: a },
    { weight: 1, of: bdd.not(a) },
    { weight: 1, of: bdd.or(a, b) },
  ]);
  expect(f).toBe(bdd.and(b, c));
});

test('quotas at the edges', () => {
  const bdd = new Bdd({ variables: 2, budget: 100 });
  const all = [bdd.variable(0), bdd.variable(1)];
  expect(bdd.atLeast(0, all)).toBe(bdd.yes);
  expect(bdd.atLeast(-5, all)).toBe(bdd.yes);
  expect(bdd.atLeast(3, all)).toBe(bdd.no);
  expect(bdd.atLeast(0, [])).toBe(bdd.yes);
  expect(bdd.atLeast(1, [])).toBe(bdd.no);
  expect(() => bdd.weighted(1, [{ weight: -1, of: all[0]! }])).toThrow(RangeError);
});

test('there may be more parts than the machine’s stack has room for', () => {
  const bdd = new Bdd({ variables: 20_000, budget: 100_000 });
  const all = Array.from({ length: 20_000 }, (_, index) => bdd.variable(index));
  const two = bdd.atLeast(2, all);
  expect(bdd.restrict(two, new Map([[0, true]]))).toBe(bdd.any(all.slice(1)));
});
