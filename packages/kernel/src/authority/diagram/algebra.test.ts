import { describe, expect, test } from 'vitest';
import { Algebra, not } from './algebra.ts';
import { BudgetSpent } from './budget.ts';
import { Cache, UNKNOWN } from './cache.ts';
import { graphOf } from './graph.ts';
import { Meter } from './meter.ts';
import { NO, Nodes, placeOf, YES, type Ref } from './nodes.ts';
import { exists, mirror } from './quantify.ts';

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
  });

  test('has what is made together close together, and never much in one place', () => {
    const others = Array.from({ length: 100_000 }, (_, at) => 2 * at);
    for (const place of [
      (other: number) => placeOf(7, 2_000, other),
      (other: number) => placeOf(7, other, 2_000),
      (other: number) => placeOf(7, other, other + 2),
    ]) {
      const places = others.map(place);
      const steps = places.map((each, at) => Math.abs(each - (places[at - 1] ?? each)));
      expect(Math.max(...steps)).toBeLessThan(512);
      const shared = new Map<number, number>();
      for (const each of places) shared.set(each, (shared.get(each) ?? 0) + 1);
      expect(Math.max(...shared.values())).toBeLessThan(12);
    }
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

describe('collection', () => {
  test('keeps what the roots rest on, under new references, and nothing else', () => {
    const algebra = new Algebra(1_000);
    algebra.begin();
    const variables = Array.from({ length: 12 }, (_, level) => algebra.node(level, YES, NO));
    const pairs = variables.map((each, at) => algebra.xor(each, variables[(at + 5) % 12]!));
    const kept = algebra.and(pairs[0]!, not(pairs[3]!));
    const size = graphOf(algebra.nodes, kept).level.length;
    const [moved, negated] = algebra.collect([kept, not(kept)]) as [Ref, Ref];
    expect(algebra.nodes.used).toBe(size);
    expect(negated).toBe(not(moved));
    // What is made again is found again.
    const again = [0, 5, 3, 8].map((level) => algebra.node(level, YES, NO)) as [Ref, Ref, Ref, Ref];
    const first = algebra.xor(again[0], again[1]);
    expect(algebra.and(first, not(algebra.xor(again[2], again[3])))).toBe(moved);
  });
});

describe('a meter', () => {
  test('ends work that takes more steps than it may', () => {
    const meter = new Meter(10, undefined, 3);
    for (let step = 0; step < 3; step++) meter.step(0);
    expect(() => meter.step(0)).toThrow(BudgetSpent);
  });

  test('gives each operation an allowance of its own when none is set for all', () => {
    const meter = new Meter(1);
    for (let operation = 0; operation < 10; operation++) {
      meter.begin();
      for (let step = 0; step < 64; step++) meter.step(0);
    }
    expect(() => meter.step(0)).toThrow(BudgetSpent);
  });

  test('lets the outside look in, and end the work', () => {
    const seen: number[] = [];
    const meter = new Meter(1_000_000, (nodes) => {
      seen.push(nodes);
      if (seen.length === 3) throw new Error('enough');
    });
    meter.begin();
    const work = () => {
      for (let nodes = 0; nodes < 100_000; nodes++) meter.step(nodes);
    };
    expect(work).toThrow('enough');
    expect(seen).toEqual([4_095, 8_191, 12_287]);
  });
});

test('diagrams of tens of thousands of levels do not exhaust the machine’s stack', () => {
  const DEEP = 30_000;
  const algebra = new Algebra(10 * DEEP);
  let [odd, all, every] = [NO, YES, YES] as [Ref, Ref, Ref];
  for (let level = DEEP - 1; level >= 0; level--) {
    odd = algebra.node(level, not(odd), odd);
    all = algebra.node(level, all, NO);
    if (level % 2 === 0) every = algebra.node(level, every, NO);
  }
  algebra.begin();
  expect(algebra.and(all, every)).toBe(all);
  expect(algebra.xor(odd, algebra.xor(odd, all))).toBe(all);
  expect(algebra.ite(odd, all, all)).toBe(all);
  expect(algebra.and(all, odd)).toBe(NO);
  expect(exists(algebra, all, new Set([0, DEEP - 1]))).not.toBe(NO);
  expect(mirror(algebra, mirror(algebra, odd))).toBe(odd);
});
