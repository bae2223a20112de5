/** Counting the sets of a family, exactly, by one pass over its diagram. */
import { sizeOf, type Graph } from './graph.ts';
import { EMPTY, UNIT } from './zdd.ts';

/** How many sets there are. */
export function countOfSets(sets: Graph): bigint {
  return exactly(
    () => {
      const counts = new Float64Array(sizeOf(sets));
      counts[0] = 1;
      const of = (ref: number): number => (ref === EMPTY ? 0 : counts[ref >> 1]!);
      for (let node = 1; node < counts.length; node++) {
        counts[node] = of(sets.high[node]!) + of(sets.low[node]!);
      }
      return of(sets.root);
    },
    () => {
      const counts = [1n];
      const of = (ref: number): bigint => (ref === EMPTY ? 0n : counts[ref >> 1]!);
      for (let node = 1; node < sizeOf(sets); node++) {
        counts.push(of(sets.high[node]!) + of(sets.low[node]!));
      }
      return of(sets.root);
    },
  );
}

/**
 * In floating point while that is exact. No node has more sets than the root, since each of its sets is a part of one of the
 * root's; so if the root's count is below 2^53, then every sum on the way to it was exact.
 */
function exactly(fast: () => number, slow: () => bigint): bigint {
  const count = fast();
  return Number.isSafeInteger(count) ? BigInt(count) : slow();
}

/** How many sets have 0, 1, 2 … elements, up to the greatest that there is. */
export function countsBySize(sets: Graph): bigint[] {
  if (sets.root === EMPTY) return [];
  const least = sizes(sets, Math.min);
  const most = sizes(sets, Math.max);
  const root = sets.root >> 1;
  // One row of all nodes for each size: a set with the top element has one element fewer below it.
  let fewer = Array.from({ length: sizeOf(sets) }, () => 0n);
  let row = [...fewer];
  const counts: bigint[] = [];
  for (let size = 0; size <= most[root]!; size++) {
    row[0] = size === 0 ? 1n : 0n;
    for (let node = 1; node < row.length; node++) {
      const within = size >= least[node]! && size <= most[node]!;
      const low = sets.low[node]!;
      row[node] = within ? fewer[sets.high[node]! >> 1]! + (low === EMPTY ? 0n : row[low >> 1]!) : 0n;
    }
    counts.push(row[root]!);
    [fewer, row] = [row, fewer];
  }
  return counts;
}

/** For each node the size of its greatest set (`Math.max`) or its smallest (`Math.min`). The terminal's only set is empty. */
export function sizes(sets: Graph, extreme: (a: number, b: number) => number): Int32Array {
  const found = new Int32Array(sizeOf(sets));
  for (let node = 1; node < found.length; node++) {
    const high = found[sets.high[node]! >> 1]! + 1;
    const low = sets.low[node]!;
    found[node] = low === EMPTY ? high : extreme(high, found[low >> 1]!);
  }
  return found;
}

/** Every set as its levels, ascending; in no particular order. */
export function* everySet(sets: Graph): Generator<readonly number[]> {
  const open: { ref: number; chosen: readonly number[] }[] = [{ ref: sets.root, chosen: [] }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { ref, chosen } = next;
    if (ref === UNIT) yield chosen;
    else if (ref !== EMPTY) {
      const node = ref >> 1;
      open.push({ ref: sets.low[node]!, chosen });
      open.push({ ref: sets.high[node]!, chosen: [...chosen, sets.level[node]!] });
    }
  }
}
