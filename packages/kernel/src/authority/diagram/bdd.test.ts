import { describe, expect, test } from 'vitest';
import { Bdd } from './bdd.ts';
import { built, meaning } from './testing/built.ts';
import { membersOf, random, randomFormula, tableOf, type Table } from './testing/formula.ts';

/** Two diagrams in one store with their tables: a seeded pair of formulas that need not be monotone. */
function pair(seed: number) {
  const below = random(seed);
  const variables = 1 + below(seed % 50 === 0 ? 12 : 8);
  const shape = { variables, depth: 3, negation: true };
  const [left, right] = [randomFormula(below, shape), randomFormula(below, shape)];
  const { bdd, f: both } = built({ type: 'and', of: [left, right] }, variables);
  const tables = [left, right].map((formula) => tableOf(formula, variables));
  const [f, g] = tables.map((table) => fromTable(bdd, table, variables));
  return { below, variables, bdd, both, f: f!, g: g!, tableF: tables[0]!, tableG: tables[1]! };
}

/** A diagram world by world: slow, and independent of how circuits are built. */
function fromTable(bdd: Bdd, table: Table, variables: number) {
  const expand = (index: number, world: number): ReturnType<Bdd['variable']> => {
    if (index === variables) return table[world]! ? bdd.yes : bdd.no;
    return bdd.ite(bdd.variable(index), expand(index + 1, world | (1 << index)), expand(index + 1, world));
  };
  return expand(0, 0);
}

const SEEDS = Array.from({ length: 1500 }, (_, seed) => seed);

describe('a diagram is its truth table', () => {
  test('not, and, or, xor, if-then-else', () => {
    for (const seed of SEEDS) {
      const { bdd, variables, both, f, g, tableF, tableG } = pair(seed);
      const means = (ref: typeof f, table: Table) =>
        expect(meaning(bdd, ref, variables), `seed ${seed}`).toEqual(table);
      means(f, tableF);
      means(
        bdd.not(f),
        tableF.map((value) => !value),
      );
      means(
        bdd.and(f, g),
        tableF.map((value, world) => value && tableG[world]!),
      );
      means(
        bdd.or(f, g),
        tableF.map((value, world) => value || tableG[world]!),
      );
      means(
        bdd.xor(f, g),
        tableF.map((value, world) => value !== tableG[world]!),
      );
      const third = bdd.variable(variables - 1);
      means(
        bdd.ite(f, g, third),
        tableF.map((value, world) => (value ? tableG[world]! : ((world >> (variables - 1)) & 1) === 1)),
      );
      expect(bdd.and(f, g)).toBe(both);
    }
  });

  test('fixing variables', () => {
    for (const seed of SEEDS) {
      const { below, bdd, variables, f, tableF } = pair(seed);
      const fixed = new Map(
        membersOf(below(2 ** variables), variables).map((index) => [index, below(2) === 1]),
      );
      const fix = (world: number) =>
        [...fixed].reduce((at, [index, value]) => (value ? at | (1 << index) : at & ~(1 << index)), world);
      expect(meaning(bdd, bdd.restrict(f, fixed), variables), `seed ${seed}`).toEqual(
        tableF.map((_, world) => tableF[fix(world)]!),
      );
    }
  });

  test('for some and for all values of variables', () => {
    for (const seed of SEEDS) {
      const { below, bdd, variables, f, tableF } = pair(seed);
      const over = below(2 ** variables);
      const set = new Set(membersOf(over, variables));
      const groups = new Map<number, boolean[]>();
      for (const [world, value] of tableF.entries()) {
        groups.set(world & ~over, [...(groups.get(world & ~over) ?? []), value]);
      }
      const values = (world: number) => groups.get(world & ~over)!;
      expect(meaning(bdd, bdd.exists(f, set), variables), `seed ${seed}`).toEqual(
        tableF.map((_, world) => values(world).some(Boolean)),
      );
      expect(meaning(bdd, bdd.forall(f, set), variables), `seed ${seed}`).toEqual(
        tableF.map((_, world) => values(world).every(Boolean)),
      );
    }
  });

  test('the dual', () => {
    for (const seed of SEEDS) {
      const { bdd, variables, f, tableF } = pair(seed);
      expect(meaning(bdd, bdd.dual(f), variables), `seed ${seed}`).toEqual(
        tableF.map((_, world) => !tableF[tableF.length - 1 - world]!),
      );
    }
  });

  test('its support, its count over any variables that hold the support, and its disjoint cubes', () => {
    for (const seed of SEEDS) {
      const { bdd, variables, f, tableF } = pair(seed);
      const all = membersOf(2 ** variables - 1, variables);
      const depends = all.filter((index) =>
        tableF.some((value, world) => value !== tableF[world ^ (1 << index)]!),
      );
      const satisfied = tableF.filter(Boolean).length;
      expect(bdd.support(f), `seed ${seed}`).toEqual(depends);
      expect(bdd.count(f, all)).toBe(BigInt(satisfied));
      expect(bdd.count(f, depends)).toBe(BigInt(satisfied / 2 ** (variables - depends.length)));
      const covers = tableF.map(
        (_, world) =>
          [...bdd.cubes(f)].filter((cube) =>
            [...cube].every(([index, value]) => (((world >> index) & 1) === 1) === value),
          ).length,
      );
      expect(covers).toEqual(tableF.map(Number));
    }
  });

  test('equal functions have equal references', () => {
    for (const seed of SEEDS) {
      const { f, g, tableF, tableG } = pair(seed);
      expect(f === g, `seed ${seed}`).toBe(tableF.every((value, world) => value === tableG[world]));
    }
  });
});

describe('what a diagram refuses', () => {
  const bdd = new Bdd({ variables: 3, budget: 100 });

  test('a variable that is not there', () => {
    expect(() => bdd.variable(3)).toThrow(RangeError);
    expect(() => bdd.restrict(bdd.variable(0), new Map([[-1, true]]))).toThrow(RangeError);
  });

  test('an order that lacks a variable or has one twice', () => {
    for (const order of [
      [0, 1],
      [0, 1, 1],
      [0, 1, 3],
    ]) {
      expect(() => new Bdd({ variables: 3, order, budget: 100 })).toThrow(RangeError);
    }
  });

  test('counting over fewer variables than the function depends on, or over one twice', () => {
    expect(() => bdd.count(bdd.variable(2), [0, 1])).toThrow(RangeError);
    expect(() => bdd.count(bdd.variable(0), [0, 0])).toThrow(RangeError);
  });
});

test('cubes come one at a time: a function of 2^40 of them gives its first at once', () => {
  const bdd = new Bdd({ variables: 80, budget: 10_000 });
  const either = (index: number) => bdd.xor(bdd.variable(2 * index), bdd.variable(2 * index + 1));
  const f = bdd.all(Array.from({ length: 40 }, (_, index) => either(index)));
  const first = bdd.cubes(f).next().value as ReadonlyMap<number, boolean>;
  expect(bdd.evaluate(f, (index) => first.get(index) ?? false)).toBe(true);
});
