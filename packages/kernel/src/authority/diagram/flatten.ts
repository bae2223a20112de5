/**
 * Gates merged into those that they are a part of: an `and` in an `and`, an `or` in an `or`, through negation too. How a circuit
 * happens to be cut into gates then says nothing about a good order of its variables any more, and fewer diagrams are made on
 * the way to the root.
 */
import { Circuit, partsOf, type Gate, type Kind } from './circuit.ts';
import { reachable } from './reachable.ts';

export interface Flattened {
  readonly circuit: Circuit;
  readonly roots: readonly Gate[];
}

/** An equal circuit of fewer gates. A gate that is used in several places stays one. */
export function flatten(from: Circuit, roots: readonly Gate[]): Flattened {
  const gates = reachable(from, roots);
  const merged = mergedGates(from, gates, roots);
  const circuit = new Circuit(from.variables);
  const moved = new Map<number, Gate>();
  const move = (gate: Gate): Gate => {
    const to = moved.get(gate >> 1)!;
    return (gate & 1) === 1 ? circuit.not(to) : to;
  };
  /** The parts of a gate, in their order, with the parts of those that are merged into it in their place. */
  const allParts = (parts: readonly Gate[]): readonly Gate[] => {
    const found: Gate[] = [];
    const open = parts.toReversed();
    for (let part = open.pop(); part !== undefined; part = open.pop()) {
      if (!merged.has(part >> 1)) found.push(move(part));
      else {
        const negated = (part & 1) === 1;
        const inner = partsOf(from.kind(part)).toReversed();
        open.push(...(negated ? inner.map((each) => from.not(each)) : inner));
      }
    }
    return found;
  };
  const remake = (kind: Kind): Gate =>
    kind.type === 'and' || kind.type === 'or'
      ? circuit.junction(kind.type, allParts(kind.of))
      : circuit.remake(kind, move);
  for (const index of gates) if (!merged.has(index)) moved.set(index, remake(kindAt(from, index)));
  return { circuit, roots: roots.map(move) };
}

/** The gates that go into the only gate that they are a part of; a negated `and` is an `or` of negated parts. */
function mergedGates(from: Circuit, gates: readonly number[], roots: readonly Gate[]): ReadonlySet<number> {
  const uses = new Map(roots.map((root) => [root >> 1, 2]));
  for (const index of gates) {
    for (const part of partsOf(kindAt(from, index))) uses.set(part >> 1, (uses.get(part >> 1) ?? 0) + 1);
  }
  const merged = new Set<number>();
  for (const index of gates) {
    const whole = kindAt(from, index);
    if (whole.type !== 'and' && whole.type !== 'or') continue;
    for (const part of whole.of) {
      const { type } = from.kind(part);
      const alike = (part & 1) === 0 ? type === whole.type : type !== whole.type;
      if (alike && (type === 'and' || type === 'or') && uses.get(part >> 1) === 1) merged.add(part >> 1);
    }
  }
  return merged;
}

function kindAt(circuit: Circuit, index: number): Kind {
  return circuit.kind((index << 1) as Gate);
}
