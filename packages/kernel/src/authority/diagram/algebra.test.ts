import { describe, expect, test } from 'vitest';
import { Algebra, not } from './algebra.ts';
import { BudgetSpent } from './budget.ts';
import { Cache, UNKNOWN } from './cache.ts';
import { NO, Nodes, YES, type Ref } from './nodes.ts';

describe('a node', () => {
  const algebra = new Algebra(100);

  test('that tests nothing is not made', () => {
    expect(algebra.node(3, YES, YES)).toBe(YES);
    expect(algebra.nodes.used).toBe(1);
  });

  test('has no negated then-branch: a function and its negation share it', () => {
    const variable = algebra.node(0, YES, NO);
    const negation = algebra.node(0, NO, YES);
    expect(negation).toBe(not(variable));
    expect(algebra.nodes.used).toBe(2);
    expect([algebra.high(negation), algebra.low(negation)]).toEqual([NO, YES]);
  });
});

describe('the store', () => {
  test('finds every node again after it has grown many times', () => {
    const nodes = new Nodes(50_000);
    const make = () => Array.from({ length: 50_000 }, (_, at) => nodes.intern(at % 1_000, at, at * 7));
    const first = make();
    expect(new Set(first).size).toBe(50_000);
    expect(make()).toEqual(first);
    expect(() => nodes.intern(0, 1, 1)).toThrow(BudgetSpent);
    expect(nodes.level).toHaveLength(50_001);
  });
});

describe('the cache', () => {
  test('gives what it was last told, or nothing, and never another key’s result', () => {
    const cache = new Cache();
    const keys = Array.from({ length: 5_000 }, (_, at) => [at, (at * 31) % 977, -1 - (at % 5)] as const);
    for (const [at, key] of keys.entries()) cache.keep(...key, at);
    const found = keys.map((key) => cache.find(...key));
    expect(found.every((result, at) => result === UNKNOWN || result === at)).toBe(true);
    expect(found.at(-1)).toBe(4_999);
  });

  test('keeps what it knows when it grows', () => {
    const cache = new Cache();
    cache.keep(1, 2, -1, 42);
    cache.fit(100_000);
    expect(cache.find(1, 2, -1)).toBe(42);
  });
});

test('one operation may take only so many steps, however few nodes it makes', () => {
  const algebra = new Algebra(10);
  const variable = (level: number): Ref => algebra.node(level, YES, NO);
  algebra.begin();
  const work = () => {
    for (let round = 0; round < 1_000; round++) algebra.step();
  };
  expect(work).toThrow(BudgetSpent);
  algebra.begin();
  expect(algebra.and(variable(0), variable(1))).not.toBe(NO);
});
