/**
 * The chance that a function holds when its variables do so independently, and how it depends on each variable's chance.
 * Source: A. Rauzy, New algorithms for fault trees analysis (1993); one pass up gives the chance of every node, one pass down
 * the derivatives by all variables.
 */
import { sizeOf, type Graph } from './graph.ts';
import type { Leaf } from './modules.ts';
import type { Part, Parts } from './part.ts';
import { often, type Pulse } from './pulse.ts';

/** The chances that each node of a diagram holds and fails: both, since their difference from 1 loses the digits of small ones. */
interface Chances {
  readonly holds: Float64Array;
  readonly fails: Float64Array;
}

/** For each part the chances of its root, and of its nodes. */
interface Solved {
  readonly roots: readonly { readonly holds: number; readonly fails: number }[];
  readonly nodes: readonly Chances[];
}

/** The chance that the whole holds. `p` is each variable's chance to hold. */
export function chanceOf(parts: Parts, p: readonly number[], pulse: Pulse): number {
  return up(parts, p, pulse).roots.at(-1)!.holds;
}

/** The chance that the whole holds, and its derivative by the chance of each variable: 0 for those on which it doesn't depend. */
export function derivatives(
  parts: Parts,
  p: readonly number[],
  pulse: Pulse,
): { readonly top: number; readonly by: Float64Array } {
  const solved = up(parts, p, pulse);
  const inner = often(pulse);
  const by = new Float64Array(p.length);
  const ofPart = new Float64Array(parts.length);
  ofPart[parts.length - 1] = 1;
  for (let index = parts.length - 1; index >= 0; index--) {
    pulse();
    const part = parts[index]!;
    const within = down(part, solved.nodes[index]!, leafChances(part, p, solved.roots).holds, inner);
    for (const [level, leaf] of part.leaves.entries()) {
      const derivative = within[level]! * ofPart[index]!;
      if (leaf.type === 'variable') by[leaf.variable] = derivative;
      else ofPart[leaf.module] = derivative;
    }
  }
  return { top: solved.roots.at(-1)!.holds, by };
}

function up(parts: Parts, p: readonly number[], pulse: Pulse): Solved {
  const roots: { holds: number; fails: number }[] = [];
  const nodes: Chances[] = [];
  const inner = often(pulse);
  for (const part of parts) {
    pulse();
    const { graph } = part;
    const chances = nodeChances(graph, leafChances(part, p, roots), inner);
    nodes.push(chances);
    roots.push({
      holds: through(chances, graph.root, true),
      fails: through(chances, graph.root, false),
    });
  }
  return { roots, nodes };
}

function leafChances(part: Part, p: readonly number[], roots: Solved['roots']): Chances {
  const holds = (leaf: Leaf): number =>
    leaf.type === 'variable' ? p[leaf.variable]! : roots[leaf.module]!.holds;
  const fails = (leaf: Leaf): number =>
    leaf.type === 'variable' ? 1 - p[leaf.variable]! : roots[leaf.module]!.fails;
  return { holds: Float64Array.from(part.leaves, holds), fails: Float64Array.from(part.leaves, fails) };
}

/** The chance that a reference holds, or that it fails. */
function through(chances: Chances, ref: number, value: boolean): number {
  const positive = (ref & 1) === 0;
  return positive === value ? chances.holds[ref >> 1]! : chances.fails[ref >> 1]!;
}

function nodeChances({ level, high, low }: Graph, leaves: Chances, pulse: Pulse): Chances {
  const chances = { holds: new Float64Array(level.length), fails: new Float64Array(level.length) };
  chances.holds[0] = 1;
  for (let node = 1; node < level.length; node++) {
    pulse();
    const p = leaves.holds[level[node]!]!;
    const q = leaves.fails[level[node]!]!;
    const [then, otherwise] = [high[node]!, low[node]!];
    chances.holds[node] = p * through(chances, then, true) + q * through(chances, otherwise, true);
    chances.fails[node] = p * through(chances, then, false) + q * through(chances, otherwise, false);
  }
  return chances;
}

/** For each level the derivative of a diagram's chance by that of the level's leaf. */
function down({ graph, leaves }: Part, chances: Chances, p: Float64Array, pulse: Pulse): Float64Array {
  const derivatives = new Float64Array(leaves.length);
  // The chance to pass a node; less that of passing it negated.
  const passing = new Float64Array(sizeOf(graph));
  passing[graph.root >> 1] = (graph.root & 1) === 1 ? -1 : 1;
  for (let node = passing.length - 1; node > 0; node--) {
    pulse();
    const share = passing[node]!;
    const level = graph.level[node]!;
    const [high, low] = [graph.high[node]!, graph.low[node]!];
    derivatives[level]! += share * difference(chances, high, low);
    passing[high >> 1]! += (high & 1) === 1 ? -share * p[level]! : share * p[level]!;
    passing[low >> 1]! += (low & 1) === 1 ? -share * (1 - p[level]!) : share * (1 - p[level]!);
  }
  return derivatives;
}

/** By how much more likely the one holds than the other; taken from whichever chances are small, since those are the exact ones. */
function difference(chances: Chances, high: number, low: number): number {
  return through(chances, high, true) < 0.5
    ? through(chances, high, true) - through(chances, low, true)
    : through(chances, low, false) - through(chances, high, false);
}
