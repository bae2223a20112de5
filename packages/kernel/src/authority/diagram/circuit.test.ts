import { describe, expect, test } from 'vitest';
import { Circuit, type Gate } from './circuit.ts';
import { HEURISTICS, variableOrder } from './order.ts';
import { random, randomFormula, gateOf } from './testing/formula.ts';

const circuit = new Circuit(4);
const [a, b, c, d] = [0, 1, 2, 3].map((index) => circuit.variable(index)) as [Gate, Gate, Gate, Gate];
const [yes, no] = [circuit.constant(true), circuit.constant(false)];

describe('equal gates are one', () => {
  test('whatever the order of their parts, and however often a part is named', () => {
    expect(circuit.variable(0)).toBe(a);
    expect(circuit.and([a, b, a])).toBe(circuit.and([b, a]));
    expect(circuit.not(circuit.not(a))).toBe(a);
  });

  test('a gate of one part is that part', () => {
    expect([circuit.and([a]), circuit.or([a]), circuit.atLeast(1, [a])]).toEqual([a, a, a]);
  });

  test('a threshold that all must meet, or any one does, is a plain gate', () => {
    expect(circuit.atLeast(3, [a, b, c])).toBe(circuit.and([a, b, c]));
    expect(circuit.atLeast(1, [a, b, c])).toBe(circuit.or([a, b, c]));
    expect(
      circuit.weighted(10, [
        { weight: 6, of: a },
        { weight: 5, of: b },
      ]),
    ).toBe(circuit.and([a, b]));
  });
});

describe('constants are simplified away', () => {
  test('in and, in or', () => {
    expect([circuit.and([]), circuit.or([])]).toEqual([yes, no]);
    expect([circuit.and([a, yes]), circuit.or([a, no])]).toEqual([a, a]);
    expect([circuit.and([a, no]), circuit.or([a, yes])]).toEqual([no, yes]);
    expect([circuit.and([a, circuit.not(a)]), circuit.or([a, circuit.not(a)])]).toEqual([no, yes]);
  });

  test('in thresholds: what always holds counts towards the quota, what never does is no part', () => {
    expect(circuit.atLeast(2, [yes, no, a, b])).toBe(circuit.or([a, b]));
    expect([circuit.atLeast(0, [a]), circuit.atLeast(2, [a])]).toEqual([yes, no]);
    expect(circuit.weighted(1, [{ weight: 0, of: a }])).toBe(no);
  });
});

test('weights and quotas are whole numbers that can be summed exactly', () => {
  for (const weight of [-1, 0.5, Number.NaN, Infinity, 2 ** 53]) {
    expect(() => circuit.weighted(1, [{ weight, of: a }])).toThrow(RangeError);
  }
  expect(() => circuit.atLeast(1.5, [a, b])).toThrow(RangeError);
});

test('a gate of negated parts is the negation of its dual, so that double negations go', () => {
  const [x, y, z] = [a, b, c].map((gate) => circuit.not(gate)) as [Gate, Gate, Gate];
  expect(circuit.and([x, y])).toBe(circuit.not(circuit.or([a, b])));
  expect(circuit.or([x, circuit.not(circuit.and([b, c]))])).toBe(
    circuit.not(circuit.and([a, circuit.and([b, c])])),
  );
  expect(circuit.atLeast(2, [x, y, z])).toBe(circuit.not(circuit.atLeast(2, [a, b, c])));
  const weights = (gates: readonly Gate[]) => gates.map((of, index) => ({ weight: 3 - index, of }));
  expect(circuit.weighted(4, weights([x, y, z]))).toBe(circuit.not(circuit.weighted(3, weights([a, b, c]))));
});

test('a variable that is not there is an error', () => {
  for (const index of [-1, 4, 0.5]) expect(() => circuit.variable(index)).toThrow(RangeError);
});

describe('orders of the variables', () => {
  test('go depth first, as written or the other way round, by size, or by how often a gate is used', () => {
    const inner = circuit.or([c, d]);
    const root = circuit.and([inner, b, circuit.or([a, inner])]);
    expect(variableOrder(circuit, [root], 'as-written')).toEqual([2, 3, 1, 0]);
    expect(variableOrder(circuit, [root], 'reversed')).toEqual([3, 2, 0, 1]);
    expect(variableOrder(circuit, [root], 'smallest')).toEqual([2, 3, 0, 1]);
    expect(variableOrder(circuit, [root], 'widest')).toEqual([1, 0, 2, 3]);
    expect(variableOrder(circuit, [circuit.and([a, b, inner]), inner], 'shared')).toEqual([3, 2, 1, 0]);
  });

  test('have every variable once, whatever the circuit', () => {
    for (let seed = 0; seed < 200; seed++) {
      const other = new Circuit(9);
      const root = gateOf(other, randomFormula(random(seed), { variables: 9, depth: 4, negation: true }));
      for (const heuristic of HEURISTICS) {
        expect(new Set(variableOrder(other, [root], heuristic))).toEqual(
          new Set([0, 1, 2, 3, 4, 5, 6, 7, 8]),
        );
        expect(variableOrder(other, [root], heuristic)).toHaveLength(9);
      }
    }
  });
});
