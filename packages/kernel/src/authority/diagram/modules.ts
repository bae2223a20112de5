/**
 * Modules: gates that share nothing with the rest of the circuit, so that each can be solved by itself and stand as one variable
 * in what uses it. Source: Y. Dutuit and A. Rauzy, A linear-time algorithm to find modules of fault trees (1996).
 */
import { Circuit, partsOf, type Gate } from './circuit.ts';
import { extents } from './extents.ts';
import { groupParts } from './group.ts';
import { STEADY, type Pulse } from './pulse.ts';
import { reachable } from './reachable.ts';

/** What a variable of a module stands for: a variable of the whole, or an earlier module. */
export type Leaf =
  | { readonly type: 'variable'; readonly variable: number }
  | { readonly type: 'module'; readonly module: number };

export interface Module {
  /** Over as many variables as there are leaves. */
  readonly circuit: Circuit;
  readonly root: Gate;
  readonly leaves: readonly Leaf[];
}

/** The modules of a circuit, parts before wholes; the last one is the whole. A root that is a constant or a variable is one, too. */
export function modulesOf(from: Circuit, root: Gate, pulse: Pulse = STEADY): readonly Module[] {
  const grouped = groupParts(from, root);
  pulse();
  const { circuit } = grouped;
  const gates = reachable(circuit, [grouped.root]);
  const dates = extents(circuit, [grouped.root], gates);
  const modules: Module[] = [];
  const found = new Map<number, number>();
  for (const index of gates) {
    const gate = (index << 1) as Gate;
    const whole = index === grouped.root >> 1;
    if (!whole && (partsOf(circuit.kind(gate)).length === 0 || !dates.isModule(index))) continue;
    found.set(index, modules.length);
    pulse();
    modules.push(cutOut(circuit, whole ? grouped.root : gate, found));
  }
  return modules;
}

/** A module with those within it as variables. */
function cutOut(from: Circuit, root: Gate, found: ReadonlyMap<number, number>): Module {
  const inside = reachable(from, [root], (index) => index !== root >> 1 && found.has(index));
  const leaves: Leaf[] = [];
  const places = new Map<number, number>();
  for (const index of inside) {
    const kind = from.kind((index << 1) as Gate);
    const module = index === root >> 1 ? undefined : found.get(index);
    if (module !== undefined) leaves.push({ type: 'module', module });
    else if (kind.type === 'variable') leaves.push({ type: 'variable', variable: kind.variable });
    else continue;
    places.set(index, leaves.length - 1);
  }
  const circuit = new Circuit(leaves.length);
  const moved = new Map<number, Gate>();
  const move = (gate: Gate): Gate => (moved.get(gate >> 1)! ^ (gate & 1)) as Gate;
  for (const index of inside) {
    const place = places.get(index);
    const kind = from.kind((index << 1) as Gate);
    moved.set(index, place === undefined ? circuit.remake(kind, move) : circuit.variable(place));
  }
  return { circuit, root: move(root), leaves };
}
