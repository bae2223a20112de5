/** Every phase lets the outside look in at short intervals, and ends at the very look at which it is told to. */
import { expect, test } from 'vitest';
import { Circuit } from './circuit.ts';
import { BETWEEN_LOOKS } from './meter.ts';
import { outcomeOf, solve, type Outcome, type Solution } from './solve.ts';

/** Half of a large assembly: one module, a diagram of many nodes, more sets than can be listed. */
const circuit = new Circuit(260);
const members = Array.from({ length: circuit.variables }, (_, index) => circuit.variable(index));
const root = circuit.atLeast(circuit.variables / 2, members);
const chances = Array.from({ length: circuit.variables }, () => 0.5);

function value<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value;
}

/** Ends the work at a look that is chosen, and counts the looks. */
class Watch {
  looks = 0;
  endAt = Infinity;

  readonly signal = (): boolean => {
    this.looks += 1;
    return this.looks >= this.endAt;
  };

  start(endAt = Infinity): void {
    this.looks = 0;
    this.endAt = endAt;
  }
}

const watch = new Watch();
const work = (): Outcome<Solution> => solve(circuit, root, { budget: 1_000_000, signal: watch.signal });
const solution = value(work());
const minimal = value(solution.minimalSets());
const blocking = value(solution.minimalBlockingSets());

/** A pass goes over each node at least once. */
const LEAST_LOOKS = Math.floor(solution.nodes / BETWEEN_LOOKS);

/** Each makes ready what is to be looked at, and gives that work. */
const PHASES: readonly (readonly [name: string, ready: () => () => Outcome<unknown>])[] = [
  ['building', () => work],
  ['minimal sets', () => () => solution.minimalSets()],
  ['blocking sets', () => () => solution.minimalBlockingSets()],
  [
    'counts by size',
    () => {
      const fresh = value(solution.minimalSets());
      return () => outcomeOf(() => fresh.bySize);
    },
  ],
  ['the first of the minimal sets', () => () => outcomeOf(() => minimal.smallestFirst().next())],
  ['the first of the blocking sets', () => () => outcomeOf(() => blocking.smallestFirst().next())],
  ['probability', () => () => solution.probability(chances)],
  ['importance', () => () => solution.conditional(chances)],
  ['Banzhaf', () => () => solution.banzhaf()],
  ['Shapley–Shubik', () => () => solution.shapleyShubikDecimals()],
];

test.each(PHASES)('%s: a look at least for every few thousand nodes, and an end at any look', (_, ready) => {
  watch.start();
  const ask = ready();
  watch.start();
  expect(ask().ok).toBe(true);
  const { looks } = watch;
  expect(looks).toBeGreaterThanOrEqual(LEAST_LOOKS);
  for (const endAt of [1, Math.ceil(looks / 2), looks]) {
    watch.start();
    const again = ready();
    watch.start(endAt);
    expect(again()).toEqual({ ok: false, refusal: { code: 'aborted' } });
    expect(watch.looks).toBe(endAt);
  }
});
