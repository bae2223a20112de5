/**
 * Orders in which to test the variables of a circuit. The size of a diagram depends on the order more than on anything else,
 * and no rule is good for every circuit: hence several, all of which go through the circuit depth first.
 */
import { partsOf, type Circuit, type Gate } from './circuit.ts';

/** A name of a way to go through a circuit; the most widely useful first. */
export const HEURISTICS = ['reversed', 'as-written', 'smallest', 'shared'] as const;
export type Heuristic = (typeof HEURISTICS)[number];

/** The indices of the gates at and below some, ascending: parts before wholes. */
export function reachable(circuit: Circuit, roots: readonly Gate[]): number[] {
  const seen = new Set<number>();
  const open = roots.map((root) => root >> 1);
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    if (seen.has(index)) continue;
    seen.add(index);
    for (const part of partsOf(circuit.kind((index << 1) as Gate))) open.push(part >> 1);
  }
  return [...seen].toSorted((a, b) => a - b);
}

/** Every variable of the circuit once; those on which no root rests come last. */
export function variableOrder(circuit: Circuit, roots: readonly Gate[], by: Heuristic): number[] {
  const arrange = arrangement(circuit, roots, by);
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

type Arrange = (parts: readonly Gate[]) => readonly Gate[];

/** How a heuristic arranges the parts of a gate before it goes into them. */
function arrangement(circuit: Circuit, roots: readonly Gate[], by: Heuristic): Arrange {
  switch (by) {
    case 'as-written':
      return (parts) => parts;
    case 'reversed':
      return (parts) => parts.toReversed();
    case 'smallest': {
      const sizes = treeSizes(circuit, roots);
      return (parts) => parts.toSorted((a, b) => sizes.get(a >> 1)! - sizes.get(b >> 1)!);
    }
    case 'shared': {
      const uses = parentCounts(circuit, roots);
      return (parts) => parts.toSorted((a, b) => uses.get(b >> 1)! - uses.get(a >> 1)!);
    }
  }
}

/** The size of the formula below each gate, as if it were written out; past 2^53 it is only roughly so. */
function treeSizes(circuit: Circuit, roots: readonly Gate[]): Map<number, number> {
  const sizes = new Map<number, number>();
  for (const index of reachable(circuit, roots)) {
    const parts = partsOf(circuit.kind((index << 1) as Gate));
    sizes.set(
      index,
      parts.reduce((sum, part) => sum + sizes.get(part >> 1)!, 1),
    );
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
