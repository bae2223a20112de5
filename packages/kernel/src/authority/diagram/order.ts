/**
 * Orders in which to test the variables of a circuit. The size of a diagram depends on the order more than on anything else,
 * and no rule is good for every circuit: hence several, all of which go through the circuit depth first.
 */
import { partsOf, type Circuit, type Gate } from './circuit.ts';
import { extents } from './extents.ts';
import { reachable } from './reachable.ts';

/** How to arrange the parts of a gate before going into them. What is arranged alike stays in the order in which it is written. */
interface Rule {
  /** Whether what is written last comes first. */
  readonly reversed: boolean;
  /**
   * By what to sort: how many variables are below, the size of the formula below, or in how many places a part is used; and
   * whether the greatest comes first.
   */
  readonly by?: readonly [keyof typeof MEASURES, 'ascending' | 'descending'];
  /** Whether variables come before or after gates, whatever their size. */
  readonly variables?: 'first' | 'last';
}

/** The most widely useful first. */
const RULES = {
  widest: { reversed: false, by: ['support', 'descending'], variables: 'first' },
  'widest-reversed': { reversed: true, by: ['support', 'descending'], variables: 'first' },
  smallest: { reversed: false, by: ['size', 'ascending'], variables: 'last' },
  'as-written': { reversed: false },
  reversed: { reversed: true },
  'gates-reversed': { reversed: true, variables: 'last' },
  shared: { reversed: true, by: ['uses', 'descending'] },
  private: { reversed: true, by: ['uses', 'ascending'], variables: 'first' },
} satisfies Record<string, Rule>;

export type Heuristic = keyof typeof RULES;
export const HEURISTICS = Object.keys(RULES) as readonly Heuristic[];

/** Every variable of the circuit once; those on which no root rests come last. */
export function variableOrder(circuit: Circuit, roots: readonly Gate[], by: Heuristic): number[] {
  const arrange = arrangement(circuit, roots, RULES[by]);
  const order = new Set<number>();
  const seen = new Set<number>();
  const open = arrange(roots).toReversed();
  for (let gate = open.pop(); gate !== undefined; gate = open.pop()) {
    if (seen.has(gate >> 1)) continue;
    seen.add(gate >> 1);
    const kind = circuit.kind(gate);
    if (kind.type === 'variable') order.add(kind.variable);
    else open.push(...arrange(partsOf(kind)).toReversed());
  }
  for (let variable = 0; variable < circuit.variables; variable++) order.add(variable);
  return [...order];
}

function arrangement(
  circuit: Circuit,
  roots: readonly Gate[],
  { reversed, by, variables }: Rule,
): (parts: readonly Gate[]) => readonly Gate[] {
  const side = variables === undefined ? 0 : variables === 'first' ? -1 : 1;
  const isVariable = (part: Gate): number => (circuit.kind(part).type === 'variable' ? 1 : 0);
  const ranks = by === undefined ? undefined : ranking(circuit, roots, by);
  const met = by === undefined ? undefined : meetings(circuit, roots);
  return (parts) => {
    const listed = met === undefined ? parts : parts.toSorted((a, b) => met(a) - met(b));
    return (reversed ? listed.toReversed() : listed).toSorted(
      (a, b) => side * (isVariable(a) - isVariable(b)) || (ranks === undefined ? 0 : ranks(a) - ranks(b)),
    );
  };
}

/** The rank of each gate by a measure. */
function ranking(
  circuit: Circuit,
  roots: readonly Gate[],
  [measure, direction]: NonNullable<Rule['by']>,
): (gate: Gate) => number {
  const values = MEASURES[measure](circuit, roots);
  const sign = direction === 'descending' ? -1 : 1;
  return (gate) => sign * values.get(gate >> 1)!;
}

/** When something of a gate is first met on a walk through the circuit; what stands in one place only is met before all. */
function meetings(circuit: Circuit, roots: readonly Gate[]): (gate: Gate) => number {
  const uses = parentCounts(circuit, roots);
  const { from } = extents(circuit, roots, reachable(circuit, roots));
  return (gate) =>
    uses.get(gate >> 1) === 1 && circuit.kind(gate).type === 'variable' ? 0 : from[gate >> 1]!;
}

const MEASURES = { support: supportSizes, size: treeSizes, uses: parentCounts };

/** How many variables there are below each gate. */
function supportSizes(circuit: Circuit, roots: readonly Gate[]): Map<number, number> {
  const words = (circuit.variables + 31) >> 5;
  const supports = new Map<number, Uint32Array>();
  const sizes = new Map<number, number>();
  for (const index of reachable(circuit, roots)) {
    const kind = circuit.kind((index << 1) as Gate);
    const support = new Uint32Array(words);
    if (kind.type === 'variable') support[kind.variable >> 5] = 1 << (kind.variable & 31);
    for (const part of partsOf(kind)) {
      const within = supports.get(part >> 1)!;
      for (let word = 0; word < words; word++) support[word]! |= within[word]!;
    }
    supports.set(index, support);
    sizes.set(
      index,
      support.reduce((sum, word) => sum + bitsOf(word), 0),
    );
  }
  return sizes;
}

/** How many bits of a 32-bit word are 1. */
function bitsOf(word: number): number {
  const pairs = word - ((word >>> 1) & 0x5555_5555);
  const fours = (pairs & 0x3333_3333) + ((pairs >>> 2) & 0x3333_3333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}

/** The size of the formula below each gate, as if it were written out; past 2^53 it is only roughly so. */
function treeSizes(circuit: Circuit, roots: readonly Gate[]): Map<number, number> {
  const sizes = new Map<number, number>();
  for (const index of reachable(circuit, roots)) {
    const parts = partsOf(circuit.kind((index << 1) as Gate));
    // Bounded, so that the difference of two is a number.
    const size = parts.reduce((sum, part) => sum + sizes.get(part >> 1)!, 1);
    sizes.set(index, Math.min(size, Number.MAX_VALUE));
  }
  return sizes;
}

/** How many gates each gate is a part of. */
function parentCounts(circuit: Circuit, roots: readonly Gate[]): Map<number, number> {
  const counts = new Map(roots.map((root) => [root >> 1, 0]));
  for (const index of reachable(circuit, roots)) {
    for (const part of partsOf(circuit.kind((index << 1) as Gate))) {
      counts.set(part >> 1, (counts.get(part >> 1) ?? 0) + 1);
    }
  }
  return counts;
}
