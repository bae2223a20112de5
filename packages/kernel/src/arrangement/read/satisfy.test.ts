import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ALWAYS, NEVER, type Formula } from '../formula.ts';
import { satisfy, showWorld, type World } from './satisfy.ts';

const place = { file: '', line: 1, column: 1 };
const condition = (name: string): Formula => ({ type: 'condition', condition: name, place });
const reading = (alternative: string): Formula => ({ type: 'reading', reading: 'r', alternative, place });
const ALTERNATIVES = new Map([['r', ['x', 'y', 'z']]]);

describe('a circumstance is found where there is one', () => {
  test('a reading has exactly one alternative', () => {
    expect(satisfy({ type: 'allOf', of: [reading('x'), reading('y')] }, ALTERNATIVES)).toBeUndefined();
  });
  test('and no other than those', () => {
    const others = ['x', 'y', 'z'].map((each): Formula => ({ type: 'not', of: reading(each) }));
    expect(satisfy({ type: 'allOf', of: others }, ALTERNATIVES)).toBeUndefined();
    const found = satisfy({ type: 'allOf', of: others.slice(0, 2) }, ALTERNATIVES);
    expect(showWorld(found as World)).toBe('reading r is z');
  });
  test('what always holds needs nothing', () =>
    expect(showWorld(satisfy(ALWAYS, ALTERNATIVES) as World)).toBe('always'));
  test('it is shown in the words of the language', () => {
    const formula: Formula = {
      type: 'allOf',
      of: [condition('a'), { type: 'not', of: { type: 'unknown', unknown: 'u', place } }],
    };
    expect(showWorld(satisfy(formula, ALTERNATIVES) as World)).toBe('when a, not: unknown u');
  });
});

const NAMES = ['a', 'b', 'c', 'd'];
const { formula } = fc.letrec<{ formula: Formula }>((tie) => {
  const several = fc.array(tie('formula'), { minLength: 1, maxLength: 3 });
  return {
    formula: fc.oneof(
      { maxDepth: 4, depthSize: 'medium' },
      fc.constantFrom(ALWAYS, NEVER, ...NAMES.map(condition), ...['x', 'y', 'z'].map(reading)),
      tie('formula').map((of): Formula => ({ type: 'not', of })),
      several.map((of): Formula => ({ type: 'allOf', of })),
      several.map((of): Formula => ({ type: 'anyOf', of })),
      fc.tuple(fc.nat(3), several).map(([count, of]): Formula => ({ type: 'atLeast', count, of })),
      fc
        .tuple(
          fc.nat(6),
          fc.array(fc.record({ weight: fc.nat(4), of: tie('formula') }), { minLength: 1, maxLength: 3 }),
        )
        .map(([quota, of]): Formula => ({ type: 'weighted', quota, of })),
    ),
  };
});

/** The meaning of a formula, written down directly. */
function holds(formula: Formula, world: World): boolean {
  const sum = (of: readonly { weight: number; of: Formula }[]): number =>
    of.reduce((total, each) => total + (holds(each.of, world) ? each.weight : 0), 0);
  if (formula.type === 'always') return true;
  if (formula.type === 'condition') return world.get(`condition ${formula.condition}`) === 'true';
  if (formula.type === 'reading') return world.get('reading r') === formula.alternative;
  if (formula.type === 'not') return !holds(formula.of, world);
  if (formula.type === 'allOf') return formula.of.every((each) => holds(each, world));
  if (formula.type === 'anyOf') return formula.of.some((each) => holds(each, world));
  if (formula.type === 'atLeast')
    return formula.of.filter((each) => holds(each, world)).length >= formula.count;
  return formula.type === 'weighted' && sum(formula.of) >= formula.quota;
}

const WORLDS = ['x', 'y', 'z'].flatMap((alternative) =>
  Array.from({ length: 16 }, (_, bits): World => {
    const values = NAMES.map(
      (name, index) => [`condition ${name}`, String(((bits >> index) & 1) === 1)] as const,
    );
    return new Map([['reading r', alternative], ...values]);
  }),
);

test('agrees with trying every circumstance, and what it finds holds however the rest may be', () => {
  fc.assert(
    fc.property(formula, (each) => {
      const found = satisfy(each, ALTERNATIVES);
      expect(found !== undefined).toBe(WORLDS.some((world) => holds(each, world)));
      if (found === undefined || found === 'undecided') return;
      for (const world of WORLDS) expect(holds(each, new Map([...world, ...found]))).toBe(true);
    }),
    { numRuns: 500 },
  );
});
