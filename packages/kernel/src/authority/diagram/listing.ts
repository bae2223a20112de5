/** Listing the sets of a family one at a time, smallest first. */
import { UNKNOWN } from './cache.ts';
import { countOfSets, everySet, sizes } from './family.ts';
import { levelsOf, sizeOf, type Graph } from './graph.ts';
import { EMPTY, UNIT } from './zdd.ts';

type VariableAt = (level: number) => number;

/** So many sets are listed at once and sorted; more are divided first. */
const BATCH = 1024n;

/** Each set as ascending variables; smaller sets first, those of one size in lexicographic order. */
export function* smallestFirst(sets: Graph, variableAt: VariableAt): Generator<readonly number[]> {
  if (sets.root === EMPTY) return;
  const least = sizes(sets, Math.min);
  const most = sizes(sets, Math.max);
  for (let size = least[sets.root >> 1]!; size <= most[sets.root >> 1]!; size++) {
    yield* lexicographic(ofSize(sets, size, least, most), variableAt);
  }
}

/** The sets of a family of which all have the same size: first those with the least variable that occurs, then the others. */
function* lexicographic(family: Graph, variableAt: VariableAt): Generator<readonly number[]> {
  let rest = family;
  while (countOfSets(rest) > BATCH) {
    const [least, level] = levelsOf(rest)
      .map((level) => [variableAt(level), level] as const)
      .reduce((a, b) => (a[0] < b[0] ? a : b));
    for (const set of lexicographic(having(rest, level), variableAt)) yield [least, ...set];
    rest = lacking(rest, level);
  }
  yield* [...everySet(rest)]
    .map((levels) => levels.map(variableAt).toSorted((a, b) => a - b))
    .toSorted(compare);
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((variable, index) => variable !== b[index]);
  return at < 0 ? 0 : a[at]! - b[at]!;
}

/** Diagrams that only shrink: nodes are not shared anew, since that would not pay. */
class Shrunk {
  readonly #level: number[] = [0];
  readonly #high: number[] = [0];
  readonly #low: number[] = [0];

  node(level: number, high: number, low: number): number {
    if (high === EMPTY) return low;
    this.#level.push(level);
    this.#high.push(high);
    this.#low.push(low);
    return (this.#level.length - 1) << 1;
  }

  graph(root: number): Graph {
    return {
      root,
      level: Int32Array.from(this.#level),
      high: Int32Array.from(this.#high),
      low: Int32Array.from(this.#low),
    };
  }
}

/** The sets of exactly `size` elements; `least` and `most` are the sizes of each node's smallest and greatest set. */
function ofSize(sets: Graph, size: number, least: Int32Array, most: Int32Array): Graph {
  const shrunk = new Shrunk();
  const done = new Map<number, number>();
  const take = (ref: number, size: number): number => {
    if (ref === EMPTY || size < least[ref >> 1]! || size > most[ref >> 1]!) return EMPTY;
    if (ref === UNIT) return UNIT;
    const node = ref >> 1;
    const key = node + size * sizeOf(sets);
    const known = done.get(key);
    if (known !== undefined) return known;
    const high = take(sets.high[node]!, size - 1);
    const result = shrunk.node(sets.level[node]!, high, take(sets.low[node]!, size));
    done.set(key, result);
    return result;
  };
  return shrunk.graph(take(sets.root, size));
}

/** The sets that have the element at a level, without it. */
function having(sets: Graph, level: number): Graph {
  return rebuilt(sets, level, (node) => sets.high[node]!, EMPTY);
}

/** The sets that don't have the element at a level. */
function lacking(sets: Graph, level: number): Graph {
  return rebuilt(sets, level, (node) => sets.low[node]!, undefined);
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
): Graph {
  const shrunk = new Shrunk();
  const copied = new Int32Array(sizeOf(sets)).fill(UNKNOWN);
  const copy = (ref: number): number => {
    if (ref <= EMPTY) return ref;
    const node = ref >> 1;
    const known = copied[node]!;
    if (known !== UNKNOWN) return known;
    const high = copy(sets.high[node]!);
    const result = shrunk.node(sets.level[node]!, high, copy(sets.low[node]!));
    copied[node] = result;
    return result;
  };
  const changed = new Int32Array(sizeOf(sets)).fill(UNKNOWN);
  const change = (ref: number): number => {
    const node = ref >> 1;
    if (ref <= EMPTY || sets.level[node]! > level) return passed ?? copy(ref);
    const known = changed[node]!;
    if (known !== UNKNOWN) return known;
    let result: number;
    if (sets.level[node] === level) result = copy(part(node));
    else {
      const high = change(sets.high[node]!);
      result = shrunk.node(sets.level[node]!, high, change(sets.low[node]!));
    }
    changed[node] = result;
    return result;
  };
  return shrunk.graph(change(sets.root));
}
