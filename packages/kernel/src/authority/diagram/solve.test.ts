import { describe, expect, test } from 'vitest';
import { Circuit, type Gate } from './circuit.ts';
import { add, fraction, show, toNumber, ZERO } from './fraction.ts';
import { BETWEEN_LOOKS } from './meter.ts';
import { outcomeOf, solve, type Outcome, type Progress, type Solution } from './solve.ts';
import {
  dualTable,
  gateOf,
  membersOf,
  minimalWorlds,
  random,
  randomFormula,
  tableOf,
  type Table,
} from './testing/formula.ts';

const BUDGET = 100_000;

function value<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value;
}

function solved(circuit: Circuit, root: Gate): Solution {
  return value(solve(circuit, root, { budget: BUDGET }));
}

/** The chance of the worlds of a table, one after the other. */
function chanceOfTable(table: Table, p: readonly number[]): number {
  return table.reduce((sum, holds, world) => {
    if (!holds) return sum;
    return (
      sum + p.reduce((product, chance, index) => product * ((world >> index) & 1 ? chance : 1 - chance), 1)
    );
  }, 0);
}

describe('thousands of random formulas, against their truth tables', () => {
  const formulas = Array.from({ length: 3_000 }, (_, seed) => {
    const below = random(seed);
    const variables = 2 + below(seed % 20 === 0 ? 11 : 7);
    const negation = seed % 3 === 0;
    const formula = randomFormula(below, { variables, depth: 4, negation });
    const circuit = new Circuit(variables);
    const solution = solved(circuit, gateOf(circuit, formula));
    const p = Array.from({ length: variables }, () => below(1000) / 1000);
    return { seed, variables, negation, solution, p, table: tableOf(formula, variables) };
  });

  test('minimal sets and minimal blocking sets', () => {
    for (const { seed, variables, negation, solution, table } of formulas) {
      if (negation) continue;
      for (const [sets, worlds] of [
        [value(solution.minimalSets()), minimalWorlds(table, variables)],
        [value(solution.minimalBlockingSets()), minimalWorlds(dualTable(table), variables)],
      ] as const) {
        expect([...sets.smallestFirst()], `seed ${seed}`).toEqual(worlds);
        expect(sets.count).toBe(BigInt(worlds.length));
        expect(sets.bySize).toEqual(
          Array.from({ length: (worlds.at(-1)?.length ?? -1) + 1 }, (_, size) =>
            BigInt(worlds.filter((world) => world.length === size).length),
          ),
        );
      }
    }
  });

  test('chances, also where one variable is known to hold or to fail', () => {
    for (const { seed, variables, solution, table, p } of formulas) {
      const top = chanceOfTable(table, p);
      expect(value(solution.probability(p)), `seed ${seed}`).toBeCloseTo(top, 12);
      const { ifHolds, ifFails } = value(solution.conditional(p));
      for (let variable = 0; variable < variables; variable++) {
        expect(ifHolds[variable]).toBeCloseTo(chanceOfTable(table, p.with(variable, 1)), 12);
        expect(ifFails[variable]).toBeCloseTo(chanceOfTable(table, p.with(variable, 0)), 12);
      }
    }
  });

  test('Banzhaf and Shapley–Shubik', () => {
    for (const { seed, variables, solution, table } of formulas) {
      const { winning, swings } = value(solution.banzhaf());
      expect(winning, `seed ${seed}`).toBe(BigInt(table.filter(Boolean).length));
      const values = value(solution.shapleyShubik());
      const decimals = value(solution.shapleyShubikDecimals());
      for (let player = 0; player < variables; player++) {
        let [swing, share] = [0, ZERO];
        for (const [world, holds] of table.entries()) {
          if ((world >> player) & 1) continue;
          const change = Number(table[world | (1 << player)]!) - Number(holds);
          const size = membersOf(world, variables).length;
          swing += change;
          share = add(share, fraction(BigInt(change), BigInt(variables) * choose(variables - 1, size)));
        }
        expect(swings[player], `seed ${seed}`).toBe(BigInt(swing));
        expect(show(values[player]!)).toBe(show(share));
        expect(decimals[player]).toBeCloseTo(toNumber(share), 12);
      }
    }
  });
});

function choose(n: number, k: number): bigint {
  let product = 1n;
  for (let index = 0; index < k; index++) product = (product * BigInt(n - index)) / BigInt(index + 1);
  return product;
}

test('small chances keep their digits, though a negated diagram has 1 less them', () => {
  const circuit = new Circuit(4);
  const all = circuit.and([0, 1, 2, 3].map((index) => circuit.variable(index)));
  const p = [1e-5, 1e-6, 1e-7, 1e-8];
  const solution = solved(circuit, all);
  expect(value(solution.probability(p)) / 1e-26).toBeCloseTo(1, 12);
  const { ifHolds, ifFails } = value(solution.conditional(p));
  expect(ifHolds[0]! / 1e-21).toBeCloseTo(1, 12);
  expect(ifFails).toEqual([0, 0, 0, 0]);
});

test('more than can be listed is counted: 4 of 9 in each of 200 committees', () => {
  const committees = 200;
  const circuit = new Circuit(9 * committees);
  const committee = (index: number) =>
    circuit.atLeast(
      4,
      Array.from({ length: 9 }, (_, seat) => circuit.variable(9 * index + seat)),
    );
  const solution = solved(circuit, circuit.and(Array.from({ length: committees }, (_, at) => committee(at))));
  const sets = value(solution.minimalSets());
  expect(sets.count).toBe(126n ** 200n);
  expect(sets.bySize.findIndex((count) => count > 0n)).toBe(800);
  expect(value(solution.minimalBlockingSets()).count).toBe(200n * 84n);
  expect(value(solution.minimalBlockingSets()).smallestFirst().next().value).toEqual([0, 1, 2, 3, 4, 5]);
});

describe('a constant', () => {
  const circuit = new Circuit(2);

  test('is brought about by nobody’s doing, or not at all', () => {
    const always = solved(circuit, circuit.constant(true));
    expect([...value(always.minimalSets()).smallestFirst()]).toEqual([[]]);
    expect(value(always.minimalBlockingSets()).count).toBe(0n);
    const never = solved(circuit, circuit.constant(false));
    expect(value(never.minimalSets()).bySize).toEqual([]);
    expect([...value(never.minimalBlockingSets()).smallestFirst()]).toEqual([[]]);
    expect(value(never.probability([0.5, 0.5]))).toBe(0);
  });
});

test('minimal sets of what is written with negations are refused; those that cancel out are none', () => {
  const circuit = new Circuit(2);
  const [a, b] = [circuit.variable(0), circuit.variable(1)];
  const either = solved(
    circuit,
    circuit.or([circuit.and([a, circuit.not(b)]), circuit.and([circuit.not(a), b])]),
  );
  expect(either.coherent).toBe(false);
  expect(either.minimalSets()).toEqual({ ok: false, refusal: { code: 'not-coherent' } });
  expect(either.minimalBlockingSets()).toEqual({ ok: false, refusal: { code: 'not-coherent' } });
  const both = solved(circuit, circuit.not(circuit.or([circuit.not(a), circuit.not(b)])));
  expect([...value(both.minimalSets()).smallestFirst()]).toEqual([[0, 1]]);
});

/** Random clauses: hard for any order of the variables. */
function hard(): { circuit: Circuit; root: Gate } {
  const below = random(7);
  const circuit = new Circuit(200);
  const clause = () => circuit.or([0, 1, 2].map(() => circuit.variable(below(200))));
  return { circuit, root: circuit.and(Array.from({ length: 400 }, clause)) };
}

describe('past the budget, or when told to stop', () => {
  const { circuit, root } = hard();

  test('there is a refusal, and it says at which budget', () => {
    for (const budget of [0, 10, 1_000, 50_000]) {
      expect(solve(circuit, root, { budget })).toEqual({
        ok: false,
        refusal: { code: 'budget-spent', budget },
      });
    }
  });

  test('work ends soon after the signal, whatever the phase', () => {
    for (const after of [0, 1, 5, 50]) {
      let asked = 0;
      const signal = () => asked++ >= after;
      const refused = solve(circuit, root, { budget: 10_000_000, signal });
      expect(refused).toEqual({ ok: false, refusal: { code: 'aborted' } });
      expect(asked).toBe(after + 1);
    }
    let stop = false;
    const many = new Circuit(30);
    const half = many.atLeast(
      15,
      Array.from({ length: 30 }, (_, index) => many.variable(index)),
    );
    const solution = value(solve(many, half, { budget: BUDGET, signal: () => stop }));
    stop = true;
    const aborted = { ok: false, refusal: { code: 'aborted' } };
    expect(solution.minimalSets()).toEqual(aborted);
    expect(solution.probability(Array.from({ length: 30 }, () => 0.5))).toEqual(aborted);
    expect(solution.shapleyShubik()).toEqual(aborted);
    stop = false;
    expect(value(solution.minimalSets()).count).toBe(choose(30, 15));
  });

  test('on the way it is told how far the work is, and nodes are never more than the budget', () => {
    const reports: Progress[] = [];
    solve(circuit, root, { budget: 100_000, progress: (report) => reports.push(report) });
    expect(new Set(reports.map(({ order }) => order)).size).toBeGreaterThan(4);
    expect(reports.every(({ nodes, budget }) => nodes <= budget + 1 && budget === 100_000)).toBe(true);
  });

  test('the outside looks in at least once for every few thousand nodes that are made', () => {
    /** The most nodes that were made between two polls of one order. */
    let leap = 0;
    let before: Progress | undefined;
    const progress = (report: Progress): void => {
      leap = Math.max(leap, report.nodes - (before?.order === report.order ? before.nodes : 0));
      before = report;
    };
    solve(circuit, root, { budget: 100_000, progress });
    // The terminal and the variables are there without a step.
    expect(leap).toBeLessThanOrEqual(BETWEEN_LOOKS + 1 + circuit.variables);
  });

  test('and for every few thousand that a pass goes over', () => {
    /** 16 of 32 in each of two committees that share half of their members: no modules. */
    const many = new Circuit(48);
    const committee = (from: number) =>
      many.atLeast(
        16,
        Array.from({ length: 32 }, (_, index) => many.variable(from + index)),
      );
    let polls = 0;
    const signal = () => {
      polls += 1;
      return false;
    };
    const solution = value(solve(many, many.and([committee(0), committee(16)]), { budget: 100_000, signal }));
    polls = 0;
    expect(solution.shapleyShubikDecimals().ok).toBe(true);
    // Two passes for each of 24 values of the chance.
    expect(polls).toBeGreaterThanOrEqual(Math.floor((2 * 24 * solution.nodes) / BETWEEN_LOOKS));
  });

  test('what is listed or counted by size ends soon after the signal, as a refusal', () => {
    const many = new Circuit(30);
    const half = many.atLeast(
      15,
      Array.from({ length: 30 }, (_, index) => many.variable(index)),
    );
    let stop = false;
    const options = { budget: BUDGET, signal: () => stop };
    const sets = value(value(solve(many, half, options)).minimalSets());
    const list = sets.smallestFirst();
    expect(list.next().value).toHaveLength(15);
    stop = true;
    const aborted = { ok: false, refusal: { code: 'aborted' } };
    expect(outcomeOf(() => sets.bySize)).toEqual(aborted);
    expect(outcomeOf(() => [...list])).toEqual(aborted);
    stop = false;
    expect(outcomeOf(() => sets.bySize[15])).toEqual({ ok: true, value: choose(30, 15) });
  });
});
