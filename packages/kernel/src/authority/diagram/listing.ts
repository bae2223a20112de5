/** Listing the sets of a family one at a time, smallest first. */
import { countOfSets, everySet, sizes } from './family.ts';
import { GraphMaker } from './graph-maker.ts';
import { levelsOf, sizeOf, type Graph } from './graph.ts';
import { often, seldom, type Pulse } from './pulse.ts';
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
    yield* lexicographic(ofSize(sets, size, least, most, often(pulse)), [], variableAt, pulse);
  }
}

/**
 * The sets of a family of which all have the same size, each after the elements that it is divided off by: first those with the least
 * variable that occurs, then the others.
 */
function* lexicographic(
  family: Graph,
  before: readonly number[],
  variableAt: VariableAt,
  pulse: Pulse,
): Generator<readonly number[]> {
  let rest = family;
  while (countOfSets(rest, undefined, pulse) > BATCH) {
    const [least, level] = levelsOf(rest, pulse)
      .map((level) => [variableAt(level), level] as const)
      .reduce((a, b) => (a[0] < b[0] ? a : b));
    yield* lexicographic(having(rest, level, pulse), [...before, least], variableAt, pulse);
    rest = lacking(rest, level, pulse);
  }
  const perSet = seldom(pulse);
  const perPair = often(pulse);
  const sorted = [...everySet(rest, pulse)]
    .map((levels) => {
      perSet();
      return Int32Array.from(levels, variableAt).toSorted();
    })
    .toSorted((a, b) => {
      perPair();
      return compare(a, b);
    });
  for (const set of sorted) yield [...before, ...set];
}

/** Sets of one size, which may share hundreds of first elements. */
function compare(a: Int32Array, b: Int32Array): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at === a.length ? 0 : a[at]! - b[at]!;
}

/** The sets of exactly `size` elements; `least` and `most` are the sizes of each node's smallest and greatest set. */
function ofSize(sets: Graph, size: number, least: Int32Array, most: Int32Array, pulse: Pulse): Graph {
  const { from, until } = sizesNeeded(sets, size, least, most, pulse);
  const maker = new GraphMaker();
  /** Where a node's results begin, one for each size from `from` on. */
  const start = new Float64Array(from.length + 1);
  for (let node = 1; node < from.length; node++) {
    pulse();
    start[node + 1] = start[node]! + Math.max(0, until[node]! - from[node]! + 1);
  }
  const made = new Int32Array(start[from.length]!);
  const take = (ref: number, size: number): number => {
    if (ref <= EMPTY) return ref === UNIT && size === 0 ? UNIT : EMPTY;
    const node = ref >> 1;
    return size < from[node]! || size > until[node]! ? EMPTY : made[start[node]! + size - from[node]!]!;
  };
  for (let node = 1; node < from.length; node++) {
    for (let size = from[node]!; size <= until[node]!; size++) {
      pulse();
      const high = take(sets.high[node]!, size - 1);
      made[start[node]! + size - from[node]!] = maker.node(
        sets.level[node]!,
        high,
        take(sets.low[node]!, size),
      );
    }
  }
  return maker.graph(take(sets.root, size), pulse);
}

/** For each node the least and the greatest size of those of its sets that can be a part of a set of `size`; for none a range without sizes. */
function sizesNeeded(sets: Graph, size: number, least: Int32Array, most: Int32Array, pulse: Pulse) {
  const top = sets.root >> 1;
  const from = new Int32Array(top + 1).fill(size + 1);
  const until = new Int32Array(top + 1).fill(-1);
  const need = (ref: number, low: number, high: number): void => {
    const node = ref >> 1;
    from[node] = Math.min(from[node]!, Math.max(low, least[node]!));
    until[node] = Math.max(until[node]!, Math.min(high, most[node]!));
  };
  need(sets.root, size, size);
  for (let node = top; node > 0; node--) {
    pulse();
    const [low, high] = [from[node]!, until[node]!];
    if (low > high) continue;
    need(sets.high[node]!, low - 1, high - 1);
    need(sets.low[node]!, low, high);
  }
  return { from, until };
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
