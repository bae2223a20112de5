/** Fixing variables, quantifying over them, and turning a function upside down: each is one pass over a diagram, parts before wholes. */
import { not, type Algebra } from './algebra.ts';
import { graphOf, sizeOf, type Graph } from './graph.ts';
import { YES, type Ref } from './nodes.ts';
import { often, STEADY, type Pulse } from './pulse.ts';

/** A level and the value that its variable has there. */
export type Literal = readonly [level: number, value: boolean];

/** `f` with some levels fixed. */
export function restrict(algebra: Algebra, f: Ref, fixed: ReadonlyMap<number, boolean>): Ref {
  return rebuilt(algebra, f, (level, high, low) => {
    const value = fixed.get(level);
    if (value === undefined) return algebra.node(level, high, low);
    return value ? high : low;
  });
}

/** `f` of the opposite values: f(not x). */
export function mirror(algebra: Algebra, f: Ref): Ref {
  return rebuilt(algebra, f, (level, high, low) => algebra.node(level, low, high));
}

/** Whether `f` holds for some values of the variables of these levels. */
export function exists(algebra: Algebra, f: Ref, levels: ReadonlySet<number>): Ref {
  const graph = graphOf(algebra.nodes, f);
  const needed = neededRefs(graph);
  // By reference, since the negation of what holds for some is what fails for all.
  const made = new Int32Array(needed.length);
  made[1] = 1;
  for (let ref = 2; ref < needed.length; ref++) {
    if (needed[ref] === 0) continue;
    const level = graph.level[ref >> 1]!;
    const high = made[graph.high[ref >> 1]! ^ (ref & 1)]! as Ref;
    const low = made[graph.low[ref >> 1]! ^ (ref & 1)]! as Ref;
    made[ref] = levels.has(level) ? algebra.or(high, low) : algebra.node(level, high, low);
  }
  return made[graph.root]! as Ref;
}

/** A function made anew from the branches of each node; `make` must give the negation where it is given negations. */
function rebuilt(algebra: Algebra, f: Ref, make: (level: number, high: Ref, low: Ref) => Ref): Ref {
  const graph = graphOf(algebra.nodes, f);
  const made: Ref[] = [YES];
  const through = (ref: number): Ref => ((ref & 1) === 1 ? not(made[ref >> 1]!) : made[ref >> 1]!);
  for (let node = 1; node < sizeOf(graph); node++) {
    made.push(make(graph.level[node]!, through(graph.high[node]!), through(graph.low[node]!)));
  }
  return through(graph.root);
}

/** For each reference whether the root rests on it, and not on its negation only. */
export function neededRefs(graph: Graph, each: Pulse = STEADY): Uint8Array {
  const pulse = often(each);
  const needed = new Uint8Array(sizeOf(graph) * 2);
  needed[graph.root] = 1;
  for (let ref = needed.length - 1; ref > 1; ref--) {
    pulse();
    if (needed[ref] === 0) continue;
    needed[graph.high[ref >> 1]! ^ (ref & 1)] = 1;
    needed[graph.low[ref >> 1]! ^ (ref & 1)] = 1;
  }
  return needed;
}
