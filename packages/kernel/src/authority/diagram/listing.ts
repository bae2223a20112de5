/** Listing the sets of a family one at a time, smallest first. */
import { countOfSets, everySet, sizes } from './family.ts';
import { GraphMaker } from './graph-maker.ts';
import { levelsOf, sizeOf, type Graph } from './graph.ts';
import { often, type Pulse } from './pulse.ts';
import { EMPTY, UNIT } from './zdd.ts';

type VariableAt = (level: number) => number;

/** So many sets are listed at once and sorted; more are divided first. */
const BATCH = 1024n;

/** Each set as ascending variables; smaller sets first, those of one size in lexicographic order. */
export function* smallestFirst(
  sets: Graph,
  variableAt: VariableAt,
  pulse: Pulse,
): Generator<readonly number[]> {
  if (sets.root === EMPTY) return;
  const least = sizes(sets, Math.min, pulse);
  const most = sizes(sets, Math.max, pulse);
  for (let size = least[sets.root >> 1]!; size <= most[sets.root >> 1]!; size++) {
    yield* lexicographic(ofSize(sets, size, least, most, often(pulse)), variableAt, pulse);
  }
}

/** The sets of a family of which all have the same size: first those with the least variable that occurs, then the others. */
function* lexicographic(family: Graph, variableAt: VariableAt, pulse: Pulse): Generator<readonly number[]> {
  let rest = family;
  while (countOfSets(rest, undefined, pulse) > BATCH) {
    const [least, level] = levelsOf(rest)
      .map((level) => [variableAt(level), level] as const)
      .reduce((a, b) => (a[0] < b[0] ? a : b));
    for (const set of lexicographic(having(rest, level, pulse), variableAt, pulse)) yield [least, ...set];
    rest = lacking(rest, level, pulse);
  }
  yield* [...everySet(rest)]
    .map((levels) => levels.map(variableAt).toSorted((a, b) => a - b))
    .toSorted(compare);
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((variable, index) => variable !== b[index]);
  return at < 0 ? 0 : a[at]! - b[at]!;
}

/** The sets of exactly `size` elements; `least` and `most` are the sizes of each node's smallest and greatest set. */
function ofSize(sets: Graph, size: number, least: Int32Array, most: Int32Array, pulse: Pulse): Graph {
  const maker = new GraphMaker();
  /** For each node the sizes of which its sets are needed, as bits of a whole number. */
  const needed = new Map<number, bigint>([[sets.root >> 1, 1n << BigInt(size)]]);
  const need = (ref: number, sizes: bigint): void => {
    if (ref !== EMPTY) needed.set(ref >> 1, (needed.get(ref >> 1) ?? 0n) | sizes);
  };
  for (let node = sets.root >> 1; node > 0; node--) {
    pulse();
    const all = needed.get(node);
    if (all === undefined) continue;
    const possible = all & (((1n << BigInt(most[node]! - least[node]! + 1)) - 1n) << BigInt(least[node]!));
    needed.set(node, possible);
    need(sets.high[node]!, possible >> 1n);
    need(sets.low[node]!, possible);
  }
  const sizeCount = size + 1;
  const made = new Map<number, number>();
  const take = (ref: number, size: number): number => {
    if (ref <= EMPTY) return ref === UNIT && size === 0 ? UNIT : EMPTY;
    return made.get((ref >> 1) * sizeCount + size) ?? EMPTY;
  };
  for (let node = 1; node <= sets.root >> 1; node++) {
    for (let rest = needed.get(node) ?? 0n, size = 0; rest > 0n; rest >>= 1n, size++) {
      pulse();
      if ((rest & 1n) === 0n) continue;
      const high = take(sets.high[node]!, size - 1);
      made.set(node * sizeCount + size, maker.node(sets.level[node]!, high, take(sets.low[node]!, size)));
    }
  }
  return maker.graph(take(sets.root, size), pulse);
}

/** The sets that have the element at a level, without it. */
function having(sets: Graph, level: number, pulse: Pulse): Graph {
  return rebuilt(sets, level, (node) => sets.high[node]!, EMPTY, often(pulse));
}

/** The sets that don't have the element at a level. */
function lacking(sets: Graph, level: number, pulse: Pulse): Graph {
  return rebuilt(sets, level, (node) => sets.low[node]!, undefined, often(pulse));
}

/**
 * A family with the nodes of one level replaced by a part of them.
 * `passed` is what becomes of a branch that passes by the level; undefined: it stays as it is.
 */
function rebuilt(
  sets: Graph,
  level: number,
  part: (node: number) => number,
  passed: number | undefined,
  pulse: Pulse,
): Graph {
  const maker = new GraphMaker();
  const copied = new Int32Array(sizeOf(sets));
  const copy = (ref: number): number => (ref <= EMPTY ? ref : copied[ref >> 1]!);
  const changed = new Int32Array(sizeOf(sets));
  const change = (ref: number): number =>
    ref <= EMPTY || sets.level[ref >> 1]! > level ? (passed ?? copy(ref)) : changed[ref >> 1]!;
  for (let node = 1; node < copied.length; node++) {
    pulse();
    const [at, high, low] = [sets.level[node]!, sets.high[node]!, sets.low[node]!];
    if (at > level) copied[node] = maker.node(at, copy(high), copy(low));
    else changed[node] = at === level ? copy(part(node)) : maker.node(at, change(high), change(low));
  }
  return maker.graph(change(sets.root), pulse);
}
