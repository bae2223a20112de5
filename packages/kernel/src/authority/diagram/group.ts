/**
 * Hidden modules made gates: parts of an `and` or an `or` that share nothing with its other parts or with the rest of the
 * circuit. A variable that stands in one place only need then not be tested again wherever that gate matters.
 */
import { Circuit, partsOf, type Gate } from './circuit.ts';
import { extents, type Extents } from './extents.ts';
import { reachable } from './reachable.ts';

export interface Grouped {
  readonly circuit: Circuit;
  readonly root: Gate;
}

/** An equal circuit, in which the closed parts of a gate that has others, too, are one part. */
export function groupParts(from: Circuit, root: Gate): Grouped {
  const gates = reachable(from, [root]);
  const dates = extents(from, [root], gates);
  const circuit = new Circuit(from.variables);
  const moved = new Map<number, Gate>();
  const move = (gate: Gate): Gate => (moved.get(gate >> 1)! ^ (gate & 1)) as Gate;
  for (const index of gates) {
    const kind = from.kind((index << 1) as Gate);
    if (kind.type !== 'and' && kind.type !== 'or') {
      moved.set(index, circuit.remake(kind, move));
      continue;
    }
    const clusters = clustersOf(from, kind.of, dates);
    const closed = clusters.filter((cluster) => isClosed(cluster, index, dates));
    if (closed.length === clusters.length) {
      moved.set(
        index,
        circuit.junction(
          kind.type,
          clusters.map((cluster) => circuit.junction(kind.type, cluster.map(move))),
        ),
      );
      continue;
    }
    // The closed parts stand where the first of them stood: the order of the parts is often a good one.
    const inGroup = new Set(closed.flat());
    const group = circuit.junction(
      kind.type,
      closed.map((cluster) => circuit.junction(kind.type, cluster.map(move))),
    );
    const parts = kind.of.map((part) => (inGroup.has(part) ? group : move(part)));
    moved.set(index, circuit.junction(kind.type, parts));
  }
  return { circuit, root: move(root) };
}

/** Parts, put together where they may share something. */
function clustersOf(circuit: Circuit, parts: readonly Gate[], dates: Extents): readonly (readonly Gate[])[] {
  const alone: Gate[][] = [];
  const others: Gate[] = [];
  for (const part of parts) {
    if (isAlone(circuit, part >> 1, dates)) alone.push([part]);
    else others.push(part);
  }
  // Parts that share something have extents that overlap.
  const clusters: Gate[][] = [];
  let until = 0;
  for (const part of others.toSorted((a, b) => dates.from[a >> 1]! - dates.from[b >> 1]!)) {
    if (dates.from[part >> 1]! < until) clusters.at(-1)!.push(part);
    else clusters.push([part]);
    until = Math.max(until, dates.until[part >> 1]!);
  }
  return [...alone, ...clusters];
}

/** Whether a part is met once, and what is below it only through it. */
function isAlone(circuit: Circuit, index: number, dates: Extents): boolean {
  const once = dates.from[index] === dates.entered[index] && dates.until[index] === dates.left[index];
  return once && (partsOf(circuit.kind((index << 1) as Gate)).length === 0 || dates.isModule(index));
}

/** Whether nothing of a cluster is met but on the way through the gate that has it as a part. */
function isClosed(cluster: readonly Gate[], within: number, dates: Extents): boolean {
  return cluster.every(
    (part) =>
      dates.from[part >> 1]! > dates.entered[within]! && dates.until[part >> 1]! < dates.left[within]!,
  );
}
