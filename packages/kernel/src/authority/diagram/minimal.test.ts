import { describe, expect, test } from 'vitest';
import { build } from './build.ts';
import { Circuit } from './circuit.ts';
import { minimalBlockingSets, minimalSets, type MinimalSets } from './minimal.ts';
import { BUDGET, built } from './testing/built.ts';
import { dualTable, minimalWorlds, random, randomFormula, tableOf } from './testing/formula.ts';

/** All that a family answers. */
function answers(sets: MinimalSets) {
  return { count: sets.count, bySize: sets.bySize, listed: [...sets.smallestFirst()] };
}

/** The same, of sets that are listed smallest first. */
function expected(listed: readonly (readonly number[])[]) {
  const bySize = Array.from({ length: (listed.at(-1)?.length ?? -1) + 1 }, (_, size) =>
    BigInt(listed.filter((set) => set.length === size).length),
  );
  return { count: BigInt(listed.length), bySize, listed };
}

test('minimal and blocking sets of thousands of monotone formulas, against their truth tables', () => {
  for (let seed = 0; seed < 3000; seed++) {
    const below = random(seed);
    const variables = 1 + below(seed % 20 === 0 ? 12 : 8);
    const formula = randomFormula(below, { variables, depth: 3, negation: false });
    const { bdd, f } = built(formula, variables);
    const table = tableOf(formula, variables);
    const minimal = answers(minimalSets(bdd, f, { budget: BUDGET }));
    expect(minimal, `seed ${seed}`).toEqual(expected(minimalWorlds(table, variables)));
    const blocking = answers(minimalBlockingSets(bdd, f, { budget: BUDGET }));
    expect(blocking, `seed ${seed}`).toEqual(expected(minimalWorlds(dualTable(table), variables)));
  }
});

describe('constants', () => {
  test('what always holds needs nobody, and nobody can block it', () => {
    const { bdd, f } = built({ type: 'constant', value: true }, 2);
    expect(answers(minimalSets(bdd, f, { budget: BUDGET }))).toEqual(expected([[]]));
    expect(answers(minimalBlockingSets(bdd, f, { budget: BUDGET }))).toEqual(expected([]));
  });

  test('what never holds is brought about by nobody, and is blocked without anybody', () => {
    const { bdd, f } = built({ type: 'constant', value: false }, 2);
    expect(answers(minimalSets(bdd, f, { budget: BUDGET }))).toEqual(expected([]));
    expect(answers(minimalBlockingSets(bdd, f, { budget: BUDGET }))).toEqual(expected([[]]));
  });
});

/** `pairs` pairs in a row, one of each of which is needed: 2^pairs minimal sets, of which the diagram has one node an element. */
function oneOfEach(pairs: number): MinimalSets {
  const circuit = new Circuit(2 * pairs);
  const pair = (index: number) => circuit.or([circuit.variable(index), circuit.variable(index + pairs)]);
  const root = circuit.and(Array.from({ length: pairs }, (_, index) => pair(index)));
  const result = build(circuit, [root], { budget: BUDGET });
  if (!result.ok) throw new Error('refused');
  return minimalSets(result.bdd, result.refs[0]!, { budget: BUDGET });
}

describe('families that can not be enumerated', () => {
  test('are counted exactly, beyond 2^53', () => {
    expect(oneOfEach(53).count).toBe(2n ** 53n);
    expect(oneOfEach(200).count).toBe(2n ** 200n);
    expect(oneOfEach(60).bySize).toEqual([...Array.from({ length: 60 }, () => 0n), 2n ** 60n]);
  });

  test('are listed lazily, in lexicographic order even where the diagram tests variables in another one', () => {
    const first = oneOfEach(40).smallestFirst().take(3).toArray();
    const start = Array.from({ length: 38 }, (_, index) => index);
    expect(first).toEqual([
      [...start, 38, 39],
      [...start, 38, 79],
      [...start, 39, 78],
    ]);
  });

  test('are listed in lexicographic order, each set once, where they are too many to be sorted at once', () => {
    const pairs = 11;
    const expected = Array.from({ length: 2 ** pairs }, (_, choice) =>
      Array.from({ length: pairs }, (_, pair) => pair + ((choice >> pair) & 1) * pairs).toSorted(
        (a, b) => a - b,
      ),
    ).toSorted((a, b) => {
      const at = a.findIndex((variable, place) => variable !== b[place]);
      return at < 0 ? 0 : a[at]! - b[at]!;
    });
    expect([...oneOfEach(pairs).smallestFirst()]).toEqual(expected);
  });

  test('list sizes in turn', () => {
    const circuit = new Circuit(30);
    const all = Array.from({ length: 30 }, (_, index) => circuit.variable(index));
    const root = circuit.or([
      circuit.and([all[0]!, circuit.atLeast(14, all.slice(1))]),
      circuit.and([all[28]!, all[29]!]),
    ]);
    const result = build(circuit, [root], { budget: BUDGET });
    if (!result.ok) throw new Error('refused');
    const sets = minimalSets(result.bdd, result.refs[0]!, { budget: BUDGET });
    const [pair, next] = sets.smallestFirst().take(2).toArray();
    expect(pair).toEqual([28, 29]);
    expect(next).toEqual(Array.from({ length: 15 }, (_, index) => index));
  });
});
