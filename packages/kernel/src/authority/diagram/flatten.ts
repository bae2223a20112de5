/**
 * Gates merged into those that they are a part of: an `and` in an `and`, an `or` in an `or`, through negation too. How a circuit
 * happens to be cut into gates then says nothing about a good order of its variables any more, and fewer diagrams are made on
 * the way to the root.
 */
import { Circuit, partsOf, type Gate, type Kind } from './circuit.ts';
import { reachable } from './order.ts';

export interface Flattened {
  readonly circuit: Circuit;
  readonly roots: readonly Gate[];
}

/** An equal circuit of fewer gates. A gate that is used in several places stays one. */
export function flatten(from: Circuit, roots: readonly Gate[]): Flattened {
  const gates = reachable(from, roots);
  const uses = new Map(roots.map((root) => [root >> 1, 2]));
  for (const index of gates) {
    for (const part of partsOf(kindAt(from, index))) uses.set(part >> 1, (uses.get(part >> 1) ?? 0) + 1);
  }
  const circuit = new Circuit(from.variables);
  const moved = new Map<number, Gate>();
  const move = (gate: Gate): Gate => {
    const to = moved.get(gate >> 1)!;
    return (gate & 1) === 1 ? circuit.not(to) : to;
  };

  /** The parts of a gate as parts of a whole of some type; a negated `and` is an `or` of negated parts. */
  const partsFor = (type: 'and' | 'or', gate: Gate): readonly Gate[] => {
    const kind = from.kind(gate);
    const negated = (gate & 1) === 1;
    const junction = kind.type === 'and' || kind.type === 'or';
    if (!junction || (kind.type === type) === negated || uses.get(gate >> 1) !== 1) return [move(gate)];
    return kind.of.flatMap((part) => partsFor(type, negated ? from.not(part) : part));
  };

  const remake = (kind: Kind): Gate => {
    switch (kind.type) {
      case 'constant':
        return circuit.constant(true);
      case 'variable':
        return circuit.variable(kind.variable);
      case 'and':
        return circuit.and(kind.of.flatMap((part) => partsFor('and', part)));
      case 'or':
        return circuit.or(kind.of.flatMap((part) => partsFor('or', part)));
      case 'weighted':
        return circuit.weighted(
          kind.quota,
          kind.of.map(({ weight, of }) => ({ weight, of: move(of) })),
        );
    }
  };
  for (const index of gates) moved.set(index, remake(kindAt(from, index)));
  return { circuit, roots: roots.map(move) };
}

function kindAt(circuit: Circuit, index: number): Kind {
  return circuit.kind((index << 1) as Gate);
}
