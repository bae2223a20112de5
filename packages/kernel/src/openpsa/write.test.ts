import { expect, test } from 'vitest';
import { Circuit } from '../authority/diagram/circuit.ts';
import { gateOf, random, randomFormula, tableOf } from '../authority/diagram/testing/formula.ts';
import { treeCircuit } from './circuit.ts';
import { readOpenPsa } from './read.ts';
import { tableOfTree } from './testing/random-tree.ts';
import { scram, scramIsThere } from './testing/scram.ts';
import { writeOpenPsa } from './write.ts';

const VARIABLES = 6;
const events = Array.from({ length: VARIABLES }, (_, index) => `e${index}`);

function written(seed: number) {
  const formula = randomFormula(random(seed), { variables: VARIABLES, depth: 4, negation: true });
  const circuit = new Circuit(VARIABLES);
  const root = gateOf(circuit, formula);
  const probabilities = events.map((_, index) => (index + 1) / 10);
  const text = writeOpenPsa({ name: 'formula', circuit, root, events, probabilities });
  return { text, expected: tableOf(formula, VARIABLES) };
}

test('any formula, with weighted thresholds, is read back as the same function', () => {
  for (let seed = 0; seed < 500; seed++) {
    const { text, expected } = written(seed);
    const tree = readOpenPsa('t.xml', text);
    if (!tree.ok) throw new Error(JSON.stringify(tree.faults));
    expect([seed, ...tableOfTree(tree.value, 'top', events)]).toEqual([seed, ...expected]);
    expect(treeCircuit(tree.value).ok).toBe(true);
  }
});

test('a committee of equal weights is an atleast, and a large one of unequal weights stays small', () => {
  const circuit = new Circuit(60);
  const variables = Array.from({ length: 60 }, (_, index) => circuit.variable(index));
  const names = variables.map((_, index) => `m${index}`);
  const equal = writeOpenPsa({ name: 'c', circuit, root: circuit.atLeast(30, variables), events: names });
  expect(equal).toContain('<atleast min="30">');
  const weights = variables.map((of, index) => ({ weight: 1 + (index % 4), of }));
  const unequal = writeOpenPsa({ name: 'c', circuit, root: circuit.weighted(80, weights), events: names });
  expect(unequal.split('<define-gate').length).toBeLessThan(60 * 80 * 2);
});

test('names that the format does not allow are replaced, told apart, and kept as labels', () => {
  const circuit = new Circuit(4);
  const root = circuit.and(Array.from({ length: 4 }, (_, index) => circuit.variable(index)));
  const names = ['decide by npg on <x>', 'decide by npg on (x)', 'top', '9lives'];
  const text = writeOpenPsa({ name: 'two words', circuit, root, events: names });
  expect([...text.matchAll(/define-basic-event name="([^"]*)"/g)].map((match) => match[1])).toEqual([
    'decide_by_npg_on_x_',
    'decide_by_npg_on_x__2',
    'e_top',
    'e_9lives',
  ]);
  expect(text).toContain('<label>decide by npg on &lt;x&gt;</label>');
  const tree = readOpenPsa('t.xml', text);
  expect(tree.ok && treeCircuit(tree.value)).toMatchObject({ ok: true, value: { top: 'top' } });
});

// SCRAM 0.16.2 is wrong about a few formulas in which parts of an atleast share events (seed 293 is one); brute force is the judge above.
test.skipIf(!scramIsThere())(
  'SCRAM takes what is written, and finds the chance that the formula holds',
  () => {
    const all = Array.from({ length: 250 }, (_, seed) => written(seed));
    const found = scram(all.map(({ text }) => text)).map(({ probability }) => probability);
    const chance = (expected: readonly boolean[]): number =>
      expected.reduce((sum, holds, world) => (holds ? sum + weightOf(world) : sum), 0);
    found.forEach((probability, seed) =>
      expect([seed, probability]).toEqual([seed, expect.closeTo(chance(all[seed]!.expected), 6)]),
    );
  },
);

/** The chance of a world in which event `i` happens with chance (i + 1) / 10. */
function weightOf(world: number): number {
  return events
    .map((_, index) => ((world >> index) & 1 ? index + 1 : 9 - index) / 10)
    .reduce((product, each) => product * each, 1);
}
