import { expect, test } from 'vitest';
import { Circuit } from './circuit.ts';
import { fewest } from './fewest.ts';
import { minimalSets } from './minimal.ts';
import { onePart } from './part.ts';
import { Meter } from './meter.ts';
import { minimalSolutions } from './solutions.ts';
import { solve } from './solve.ts';
import { BUDGET, built } from './testing/built.ts';
import { random, randomFormula } from './testing/formula.ts';

test('of any family so many of the smallest sets, each once, as listing them all shows', () => {
  for (let seed = 0; seed < 500; seed++) {
    const below = random(seed);
    const variables = 1 + below(9);
    const { bdd, f } = built(randomFormula(below, { variables, depth: 3, negation: false }), variables);
    const all = [...minimalSets(bdd, f, { budget: BUDGET }).smallestFirst()];
    const parts = onePart(bdd, f).map(({ graph, leaves }) => ({
      graph: minimalSolutions(graph, BUDGET, new Meter(BUDGET)),
      leaves,
    }));
    const shown = (sets: readonly (readonly number[])[]): string[] =>
      sets.map((set) => set.join()).toSorted();
    expect(shown(fewest(parts, all.length + 1)), `seed ${seed}`).toEqual(shown(all));
    const some = fewest(parts, below(6));
    expect(some.map((set) => set.length)).toEqual(all.slice(0, some.length).map((set) => set.length));
    expect(new Set(shown(some)).isSubsetOf(new Set(shown(all)))).toBe(true);
    expect(new Set(shown(some)).size).toBe(some.length);
  }
});

test('sets of thousands of elements, in modules, are found without listing what is smaller in order', () => {
  const pairs = 3_000;
  const circuit = new Circuit(2 * pairs);
  const both = (index: number) => circuit.or([circuit.variable(2 * index), circuit.variable(2 * index + 1)]);
  const root = circuit.and(Array.from({ length: pairs }, (_, index) => both(index)));
  const solved = solve(circuit, root, { budget: BUDGET });
  const sets = solved.ok ? solved.value.minimalSets() : solved;
  if (!sets.ok) throw new Error(sets.refusal.code);
  expect(sets.value.count).toBe(2n ** 3_000n);
  const found = sets.value.fewest(5);
  expect(found.map((set) => set.length)).toEqual([pairs, pairs, pairs, pairs, pairs]);
  expect(new Set(found.map(String)).size).toBe(5);
});
