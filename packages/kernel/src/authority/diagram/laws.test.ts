/** Laws that hold for every function, whatever the formula it comes from. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Bdd, Ref } from './bdd.ts';
import { build } from './build.ts';
import { Circuit } from './circuit.ts';
import { add, show, ZERO } from './fraction.ts';
import { shapleyShubik } from './indices.ts';
import { minimalBlockingSets, minimalSets } from './minimal.ts';
import { BUDGET } from './testing/built.ts';
import { gateOf, type Formula } from './testing/formula.ts';

const VARIABLES = 14;
const RUNS = { numRuns: 300 };
const ALL = Array.from({ length: VARIABLES }, (_, index) => index);

/** Formulas of any shape; with `negation`, not only monotone ones. */
function formulas(negation: boolean): fc.Arbitrary<Formula> {
  const { formula } = fc.letrec<{ formula: Formula }>((tie) => {
    const of = fc.array(tie('formula'), { minLength: 1, maxLength: 4 });
    const gates: fc.Arbitrary<Formula>[] = [
      fc.record({ type: fc.constantFrom('and' as const, 'or' as const), of }),
      fc.record({ type: fc.constant('atLeast' as const), count: fc.integer({ min: 0, max: 4 }), of }),
      fc.record({
        type: fc.constant('weighted' as const),
        quota: fc.integer({ min: 0, max: 20 }),
        of: fc.array(fc.record({ weight: fc.nat(9), of: tie('formula') }), { minLength: 1, maxLength: 5 }),
      }),
    ];
    const not: fc.Arbitrary<Formula> = fc.record({ type: fc.constant('not' as const), of: tie('formula') });
    const leaf: fc.Arbitrary<Formula> = fc.record({
      type: fc.constant('variable' as const),
      index: fc.nat(VARIABLES - 1),
    });
    return {
      formula: fc.oneof({ maxDepth: 4 }, leaf, ...gates, ...(negation ? [not] : [])),
    };
  });
  return formula;
}

function inOneStore(...parts: readonly Formula[]): { bdd: Bdd; refs: readonly Ref[] } {
  const circuit = new Circuit(VARIABLES);
  const result = build(
    circuit,
    parts.map((part) => gateOf(circuit, part)),
    { budget: BUDGET },
  );
  if (!result.ok) throw new Error('refused');
  return result;
}

const any = formulas(true);
const monotone = formulas(false);
const someVariables = fc.uniqueArray(fc.nat(VARIABLES - 1)).map((variables) => new Set(variables));

describe('of all functions', () => {
  test('references are canonical: laws of Boolean algebra are equalities of references', () => {
    fc.assert(
      fc.property(any, any, any, (a, b, c) => {
        const { bdd, refs } = inOneStore(a, b, c);
        const [f, g, h] = refs as readonly [Ref, Ref, Ref];
        const { yes, no } = bdd;
        expect(bdd.not(bdd.not(f))).toBe(f);
        expect(bdd.not(bdd.and(f, g))).toBe(bdd.or(bdd.not(f), bdd.not(g)));
        expect(bdd.and(f, bdd.or(g, h))).toBe(bdd.or(bdd.and(f, g), bdd.and(f, h)));
        expect(bdd.and(f, bdd.and(g, h))).toBe(bdd.all([h, f, g]));
        expect(bdd.or(f, bdd.or(g, h))).toBe(bdd.any([g, h, f]));
        expect(bdd.xor(f, bdd.xor(g, f))).toBe(g);
        expect(bdd.ite(f, g, h)).toBe(bdd.or(bdd.and(f, g), bdd.and(bdd.not(f), h)));
        expect(bdd.atLeast(2, [f, g, h])).toBe(bdd.any([bdd.and(f, g), bdd.and(f, h), bdd.and(g, h)]));
        expect([bdd.and(f, bdd.not(f)), bdd.or(f, bdd.not(f))]).toEqual([no, yes]);
      }),
      RUNS,
    );
  });

  test('a function is put together from its two halves by any variable', () => {
    fc.assert(
      fc.property(any, fc.nat(VARIABLES - 1), (formula, variable) => {
        const { bdd, refs } = inOneStore(formula);
        const [holds, fails] = [true, false].map((value) =>
          bdd.restrict(refs[0]!, new Map([[variable, value]])),
        );
        expect(bdd.ite(bdd.variable(variable), holds!, fails!)).toBe(refs[0]);
        expect(bdd.exists(refs[0]!, new Set([variable]))).toBe(bdd.or(holds!, fails!));
        expect(bdd.forall(refs[0]!, new Set([variable]))).toBe(bdd.and(holds!, fails!));
      }),
      RUNS,
    );
  });

  test('what is quantified over is gone, and all implies some', () => {
    fc.assert(
      fc.property(any, someVariables, (formula, over) => {
        const { bdd, refs } = inOneStore(formula);
        const [every, some] = [bdd.forall(refs[0]!, over), bdd.exists(refs[0]!, over)];
        expect(bdd.support(some).filter((variable) => over.has(variable))).toEqual([]);
        expect(bdd.support(every).filter((variable) => over.has(variable))).toEqual([]);
        expect(bdd.and(every, refs[0]!)).toBe(every);
        expect(bdd.and(some, refs[0]!)).toBe(refs[0]);
      }),
      RUNS,
    );
  });

  test('the dual of the dual is the function, and duality exchanges and with or', () => {
    fc.assert(
      fc.property(any, any, (a, b) => {
        const { bdd, refs } = inOneStore(a, b);
        const [f, g] = refs as readonly [Ref, Ref];
        expect(bdd.dual(bdd.dual(f))).toBe(f);
        expect(bdd.dual(bdd.and(f, g))).toBe(bdd.or(bdd.dual(f), bdd.dual(g)));
      }),
      RUNS,
    );
  });

  test('a function and its negation share all worlds between them', () => {
    fc.assert(
      fc.property(any, (formula) => {
        const { bdd, refs } = inOneStore(formula);
        const [f, size] = [refs[0]!, 2n ** BigInt(VARIABLES)];
        expect(bdd.count(f, ALL) + bdd.count(bdd.not(f), ALL)).toBe(size);
        expect(bdd.size(f)).toBe(bdd.size(bdd.not(f)));
      }),
      RUNS,
    );
  });
});

/** What a monotone formula comes to: its diagram, its minimal sets and its blocking sets. */
function sets(formula: Formula) {
  const { bdd, refs } = inOneStore(formula);
  const minimal = [...minimalSets(bdd, refs[0]!, { budget: BUDGET }).smallestFirst()];
  const blockers = [...minimalBlockingSets(bdd, refs[0]!, { budget: BUDGET }).smallestFirst()];
  return { bdd, f: refs[0]!, minimal, blockers };
}

describe('of monotone functions', () => {
  test('no minimal set contains another one', () => {
    fc.assert(
      fc.property(monotone, (formula) => {
        const { minimal } = sets(formula);
        const within = minimal.some((a) =>
          minimal.some((b) => a !== b && a.every((each) => b.includes(each))),
        );
        expect(within).toBe(false);
      }),
      RUNS,
    );
  });

  test('the minimal sets together are the function', () => {
    fc.assert(
      fc.property(monotone, (formula) => {
        const { bdd, f, minimal } = sets(formula);
        expect(bdd.any(minimal.map((set) => bdd.all(set.map((each) => bdd.variable(each)))))).toBe(f);
      }),
      RUNS,
    );
  });

  test('each blocking set meets each minimal set; the blocking sets of the dual are the minimal sets', () => {
    fc.assert(
      fc.property(monotone, (formula) => {
        const { bdd, f, minimal, blockers } = sets(formula);
        expect(blockers.every((a) => minimal.every((b) => a.some((each) => b.includes(each))))).toBe(true);
        const back = minimalBlockingSets(bdd, bdd.dual(f), { budget: BUDGET });
        expect([...back.smallestFirst()]).toEqual(minimal);
      }),
      RUNS,
    );
  });

  test('Shapley–Shubik values sum to 1, unless the outcome is settled', () => {
    fc.assert(
      fc.property(monotone, (formula) => {
        const { bdd, refs } = inOneStore(formula);
        const settled = refs[0] === bdd.yes || refs[0] === bdd.no;
        expect(show(shapleyShubik(bdd, refs[0]!, ALL).reduce(add, ZERO))).toBe(settled ? '0' : '1');
      }),
      RUNS,
    );
  });
});
