import { describe, expect, test } from 'vitest';
import { Circuit, partsOf, type Gate } from './circuit.ts';
import { flatten } from './flatten.ts';

const circuit = new Circuit(5);
const [a, b, c, d, e] = [0, 1, 2, 3, 4].map((index) => circuit.variable(index)) as [
  Gate,
  Gate,
  Gate,
  Gate,
  Gate,
];
const not = (gate: Gate): Gate => circuit.not(gate);

/** A circuit in words, with its gates as flatten left them. */
function words(from: Circuit, gate: Gate): string {
  const kind = from.kind(gate);
  const sign = (gate & 1) === 1 ? 'not ' : '';
  if (kind.type === 'variable') return sign + 'abcde'[kind.variable]!;
  return `${sign}${kind.type}(${partsOf(kind)
    .map((part) => words(from, part))
    .join(' ')})`;
}

function flat(...roots: readonly Gate[]): string[] {
  const result = flatten(circuit, roots);
  return result.roots.map((root) => words(result.circuit, root));
}

describe('a gate is merged into its whole', () => {
  test('when both are of one kind, in place', () => {
    expect(flat(circuit.and([a, circuit.and([b, circuit.and([c, d])]), e]))).toEqual(['and(a b c d e)']);
    expect(flat(circuit.or([circuit.or([a, b]), c]))).toEqual(['or(a b c)']);
  });

  test('through negation: what is not any of several is none of each', () => {
    expect(flat(circuit.and([a, not(circuit.or([b, not(circuit.and([c, d]))]))]))).toEqual([
      'and(a not b c d)',
    ]);
  });

  test('however deep the nesting', () => {
    const deep = new Circuit(20_000);
    let root = deep.variable(0);
    for (let index = 1; index < deep.variables; index++) root = deep.and([root, deep.variable(index)]);
    const result = flatten(deep, [root]);
    expect(partsOf(result.circuit.kind(result.roots[0]!))).toHaveLength(20_000);
  });
});

describe('a gate stays', () => {
  test('in one of another kind', () => {
    expect(flat(circuit.and([a, circuit.or([b, c])]))).toEqual(['and(a or(b c))']);
    expect(flat(circuit.and([a, not(circuit.and([b, c]))]))).toEqual(['and(a not and(b c))']);
    expect(flat(circuit.atLeast(2, [a, b, circuit.atLeast(2, [c, d, e])]))).toEqual([
      'weighted(a b weighted(c d e))',
    ]);
  });

  test('when it is used in several places, or is an outcome itself', () => {
    const shared = circuit.and([a, b]);
    expect(flat(circuit.or([circuit.and([shared, c]), circuit.and([shared, d])]))).toEqual([
      'or(and(and(a b) c) and(and(a b) d))',
    ]);
    expect(flat(circuit.and([shared, c]), shared)).toEqual(['and(and(a b) c)', 'and(a b)']);
  });
});
