/** Random formulas, and their meaning by exhaustive truth table: the plain reading that the engine is held against. */
import type { Circuit, Gate } from '../circuit.ts';

export type Formula =
  | { readonly type: 'constant'; readonly value: boolean }
  | { readonly type: 'variable'; readonly index: number }
  | { readonly type: 'not'; readonly of: Formula }
  | { readonly type: 'and' | 'or'; readonly of: readonly Formula[] }
  | { readonly type: 'atLeast'; readonly count: number; readonly of: readonly Formula[] }
  | {
      readonly type: 'weighted';
      readonly quota: number;
      readonly of: readonly { readonly weight: number; readonly of: Formula }[];
    };

/** Whole numbers below a bound; the same ones for the same seed. */
export type Random = (below: number) => number;

/** A small generator of pseudo-random numbers (a 32-bit counter, well mixed). */
export function random(seed: number): Random {
  let state = seed | 0;
  return (below) => {
    state = (state + 0x9e37_79b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0_aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a_2d97);
    return Math.floor((((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32) * below);
  };
}

export interface Shape {
  readonly variables: number;
  readonly depth: number;
  /** Whether parts may be negated. */
  readonly negation: boolean;
}

/** A formula of some shape, in which gates of every kind come up. */
export function randomFormula(below: Random, shape: Shape): Formula {
  if (shape.depth === 0 || below(8) === 0) {
    if (below(20) === 0) return { type: 'constant', value: below(2) === 1 };
    return { type: 'variable', index: below(shape.variables) };
  }
  const inner = { ...shape, depth: shape.depth - 1 };
  const of = Array.from({ length: 1 + below(4) }, () => randomFormula(below, inner));
  switch (below(shape.negation ? 6 : 5)) {
    case 0:
    case 1:
      return { type: 'and', of };
    case 2:
      return { type: 'or', of };
    case 3:
      return { type: 'atLeast', count: below(of.length + 2), of };
    case 4:
      return { type: 'weighted', quota: below(12), of: of.map((part) => ({ weight: below(6), of: part })) };
    default:
      return { type: 'not', of: of[0]! };
  }
}

/** Whether a formula holds where the variables of the bit set `world` do. */
export function holds(formula: Formula, world: number): boolean {
  switch (formula.type) {
    case 'constant':
      return formula.value;
    case 'variable':
      return ((world >> formula.index) & 1) === 1;
    case 'not':
      return !holds(formula.of, world);
    case 'and':
      return formula.of.every((part) => holds(part, world));
    case 'or':
      return formula.of.some((part) => holds(part, world));
    case 'atLeast':
      return formula.of.filter((part) => holds(part, world)).length >= formula.count;
    case 'weighted':
      return (
        formula.of.reduce((sum, part) => (holds(part.of, world) ? sum + part.weight : sum), 0) >=
        formula.quota
      );
  }
}

/** Its value in every world of so many variables. */
export type Table = readonly boolean[];

export function tableOf(formula: Formula, variables: number): Table {
  return Array.from({ length: 2 ** variables }, (_, world) => holds(formula, world));
}

export function gateOf(circuit: Circuit, formula: Formula): Gate {
  switch (formula.type) {
    case 'constant':
      return circuit.constant(formula.value);
    case 'variable':
      return circuit.variable(formula.index);
    case 'not':
      return circuit.not(gateOf(circuit, formula.of));
    case 'and':
      return circuit.and(formula.of.map((part) => gateOf(circuit, part)));
    case 'or':
      return circuit.or(formula.of.map((part) => gateOf(circuit, part)));
    case 'atLeast':
      return circuit.atLeast(
        formula.count,
        formula.of.map((part) => gateOf(circuit, part)),
      );
    case 'weighted':
      return circuit.weighted(
        formula.quota,
        formula.of.map(({ weight, of }) => ({ weight, of: gateOf(circuit, of) })),
      );
  }
}

/** The variables of a world, ascending. */
export function membersOf(world: number, variables: number): number[] {
  return Array.from({ length: variables }, (_, index) => index).filter(
    (index) => ((world >> index) & 1) === 1,
  );
}

/** The worlds that satisfy a table and of which no proper part does, smallest first, then lexicographically. */
export function minimalWorlds(table: Table, variables: number): number[][] {
  const minimal = (world: number): boolean =>
    table[world]! && membersOf(world, variables).every((index) => !table[world ^ (1 << index)]!);
  return table
    .map((_, world) => world)
    .filter(minimal)
    .map((world) => membersOf(world, variables))
    .toSorted((a, b) => {
      const at = a.findIndex((each, place) => each !== b[place]);
      return a.length - b.length || (at < 0 ? 0 : a[at]! - b[at]!);
    });
}

/** The table of the dual, not f(not x). */
export function dualTable(table: Table): Table {
  return table.map((_, world) => !table[table.length - 1 - world]!);
}
