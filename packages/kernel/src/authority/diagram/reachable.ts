import { partsOf, type Circuit, type Gate } from './circuit.ts';

/** The indices of the gates at and below some, ascending: parts before wholes. It doesn't go into those of which `closed` is true. */
export function reachable(
  circuit: Circuit,
  roots: readonly Gate[],
  closed: (index: number) => boolean = () => false,
): number[] {
  const seen = new Set<number>();
  const open = roots.map((root) => root >> 1);
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    if (seen.has(index)) continue;
    seen.add(index);
    if (closed(index)) continue;
    for (const part of partsOf(circuit.kind((index << 1) as Gate))) open.push(part >> 1);
  }
  return [...seen].toSorted((a, b) => a - b);
}
