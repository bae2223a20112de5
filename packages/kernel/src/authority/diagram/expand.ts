/** Families of modules put into each other: one diagram of sets of variables, as it is needed to list them. */
import { GraphMaker } from './graph-maker.ts';
import { sizeOf, type Graph } from './graph.ts';
import { variablesOf, type Parts } from './part.ts';
import { often, STEADY, type Pulse } from './pulse.ts';
import { EMPTY, UNIT } from './zdd.ts';

export interface Expanded {
  readonly sets: Graph;
  /** The variable at each level. */
  readonly variables: readonly number[];
}

/** `families` are parts whose diagrams are families of sets. The modules that are taken together stand at neighbouring levels. */
export function expand(families: Parts, each: Pulse = STEADY): Expanded {
  const pulse = often(each);
  const whole = families.length - 1;
  const maker = new GraphMaker();
  const { bases, widths, variables } = arrange(families);
  /** The sets of a part, each together with one of `rest`; and those of `others`. Both stand below all of the part's levels. */
  const put = (part: number, rest: number, others: number): number => {
    const { graph, leaves } = families[part]!;
    if (graph.root === EMPTY) return others;
    if (graph.root === UNIT) return rest;
    const node = (at: number, high: number, low: number): number => {
      const level = graph.level[at]!;
      const leaf = leaves[level]!;
      if (leaf.type === 'module') return put(leaf.module, high, low);
      return maker.node(bases[part]! + widths[part]![level]!, high, low);
    };
    const made = new Int32Array(sizeOf(graph));
    const within = (ref: number): number => (ref === EMPTY ? EMPTY : ref === UNIT ? rest : made[ref >> 1]!);
    for (let at = 1; at < made.length; at++) {
      pulse();
      made[at] = node(at, within(graph.high[at]!), within(graph.low[at]!));
    }
    if (others === EMPTY) return made[graph.root >> 1]!;
    // The other sets have none of the part's elements: they hang where no element is taken.
    const spine: number[] = [];
    for (let ref = graph.root; ref > EMPTY; ref = graph.low[ref >> 1]!) spine.push(ref >> 1);
    return spine.toReversed().reduce((low, at) => node(at, within(graph.high[at]!), low), others);
  };
  return { sets: maker.graph(put(whole, UNIT, EMPTY), pulse), variables };
}

/** For each part the first of its levels in the whole; for each of its own levels how far from there that one begins; and what stands where. */
function arrange(families: Parts) {
  const totals: number[] = [];
  const widths = families.map(({ leaves }) => {
    const starts: number[] = [];
    let width = 0;
    for (const leaf of leaves) {
      starts.push(width);
      width += leaf.type === 'variable' ? 1 : totals[leaf.module]!;
    }
    totals.push(width);
    return starts;
  });
  const bases = families.map(() => 0);
  const variables: number[] = variablesOf(families);
  for (let part = families.length - 1; part >= 0; part--) {
    for (const [level, leaf] of families[part]!.leaves.entries()) {
      const at = bases[part]! + widths[part]![level]!;
      if (leaf.type === 'variable') variables[at] = leaf.variable;
      else bases[leaf.module] = at;
    }
  }
  return { bases, widths, variables };
}
