import { assert, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Circuit, partsOf, type Gate } from './circuit.ts';
import { simplify } from './redundancy.ts';
import { random, type Random } from './testing/formula.ts';

const circuit = new Circuit(5);
const [a, b, c, d, e] = [0, 1, 2, 3, 4].map((index) => circuit.variable(index)) as [
  Gate,
  Gate,
  Gate,
  Gate,
  Gate,
];
const not = (gate: Gate): Gate => circuit.not(gate);
const and = (...of: readonly Gate[]): Gate => circuit.and(of);
const or = (...of: readonly Gate[]): Gate => circuit.or(of);

/** A circuit in words. */
function words(from: Circuit, gate: Gate): string {
  const kind = from.kind(gate);
  const sign = (gate & 1) === 1 ? 'not ' : '';
  if (kind.type === 'constant') return `${sign}yes`;
  if (kind.type === 'variable') return sign + 'abcde'[kind.variable]!;
  const parts = partsOf(kind).map((part) => words(from, part));
  return `${sign}${kind.type}(${parts.join(' ')})`;
}

function simple(root: Gate): string {
  const result = simplify(circuit, [root]);
  return words(result.circuit, result.roots[0]!);
}

describe('what a gate has as a part is known below its other parts', () => {
  test('to fail in an or, to hold in an and', () => {
    expect(simple(or(a, and(a, b)))).toBe('a');
    expect(simple(or(a, and(b, or(a, c))))).toBe('or(a and(b c))');
    expect(simple(and(a, or(a, b)))).toBe('a');
    expect(simple(and(a, or(b, and(a, c))))).toBe('and(a or(b c))');
  });

  test('through negation: exclusive cases are told as what they come to', () => {
    expect(simple(or(a, and(not(a), b)))).toBe('or(a b)');
    expect(simple(and(not(a), or(a, b)))).toBe('and(not a b)');
  });

  test('with what follows from it: where an or fails, each of its parts does', () => {
    const shared = or(a, b);
    expect(simple(or(shared, and(shared, c), and(a, d), and(b, e)))).toBe('or(a b)');
    expect(simple(or(not(and(a, b)), and(c, or(a, d), b)))).toBe('or(not a not b c)');
  });

  test('also in a threshold, which itself says nothing of its parts', () => {
    expect(simple(or(a, circuit.atLeast(2, [a, b, c])))).toBe('or(a and(b c))');
    expect(simple(and(circuit.atLeast(2, [a, b, c]), or(a, d)))).toBe('and(weighted(a b c) or(a d))');
  });

  test('only where all ways lead through the gate', () => {
    const shared = and(a, b);
    expect(simple(or(a, and(shared, c)))).toBe('a');
    const reused = and(or(a, and(shared, c)), or(shared, d));
    expect(simple(reused)).toBe('and(or(a and(and(a b) c)) or(and(a b) d))');
  });

  test('and not where one of them is an outcome itself', () => {
    const both = and(a, b);
    const result = simplify(circuit, [or(a, and(c, both)), both]);
    expect(result.roots.map((root) => words(result.circuit, root))).toEqual([
      'or(a and(and(a b) c))',
      'and(a b)',
    ]);
  });

  test('but in one place it stays, also where two gates know it from each other', () => {
    const [first, second] = [or(a, b), or(a, c)];
    const root = or(first, and(first, d), second, and(second, e));
    expect(simple(root)).toBe('or(a b c)');
  });
});

/** Random gates, each of some that came before, so that most are used in several places. */
function randomGate(into: Circuit, gates: number, below: Random): Gate {
  const made = Array.from({ length: into.variables }, (_, index) => into.variable(index));
  const some = (): Gate => {
    const gate = made[Math.max(0, made.length - 1 - below(9))]!;
    return below(3) === 0 ? into.not(gate) : gate;
  };
  for (let index = 0; index < gates; index++) {
    const of = Array.from({ length: 2 + below(3) }, some);
    const kind = below(7);
    made.push(kind < 3 ? into.and(of) : kind < 6 ? into.or(of) : into.atLeast(2, of));
  }
  return made.at(-1)!;
}

function holds(from: Circuit, gate: Gate, world: number): boolean {
  const kind = from.kind(gate);
  const positive = ((): boolean => {
    switch (kind.type) {
      case 'constant':
        return true;
      case 'variable':
        return ((world >> kind.variable) & 1) === 1;
      case 'and':
        return kind.of.every((part) => holds(from, part, world));
      case 'or':
        return kind.of.some((part) => holds(from, part, world));
      case 'weighted':
        return (
          kind.of.reduce((sum, { weight, of }) => sum + (holds(from, of, world) ? weight : 0), 0) >=
          kind.quota
        );
    }
  })();
  return positive === ((gate & 1) === 0);
}

test('the function stays the same, however its gates are shared', () => {
  const variables = 5;
  let simpler = 0;
  assert(
    property(integer(), integer({ min: 1, max: 14 }), (seed, gates) => {
      const from = new Circuit(variables);
      const root = randomGate(from, gates, random(seed));
      const result = simplify(from, [root]);
      for (let world = 0; world < 2 ** variables; world++) {
        expect(holds(result.circuit, result.roots[0]!, world)).toBe(holds(from, root, world));
      }
      if (words(from, root).length > words(result.circuit, result.roots[0]!).length) simpler++;
    }),
    { numRuns: 2000 },
  );
  expect(simpler).toBeGreaterThan(200);
});

test('a chain of any length is walked without the machine’s stack', () => {
  const deep = new Circuit(20_000);
  let root = deep.variable(0);
  for (let index = 1; index < deep.variables; index++) {
    const gate = deep.variable(index);
    root = index % 2 === 0 ? deep.and([gate, root]) : deep.or([gate, root]);
  }
  const result = simplify(deep, [root]);
  expect(result.circuit.kind(result.roots[0]!).type).toBe('or');
});
