/** Counting the sets of a family, exactly, by one pass over its diagram. */
import { sizeOf, type Graph } from './graph.ts';
import { often, seldom, STEADY, type Pulse } from './pulse.ts';
import { EMPTY, UNIT } from './zdd.ts';

/**
 * How many sets there are, where the element at a level stands for one of `ways(level)` things.
 * In floating point while that is exact: no node has more sets than the root, since each of its sets is a part of one of the
 * root's; so if the root's count is below 2^53, then every sum and product on the way to it was exact.
 */
export function countOfSets(
  sets: Graph,
  ways: (level: number) => bigint = () => 1n,
  each: Pulse = STEADY,
): bigint {
  const pulse = often(each);
  const counts = new Float64Array(sizeOf(sets));
  counts[0] = 1;
  const roughly = new Map<number, number>();
  for (let node = 1; node < counts.length; node++) {
    pulse();
    const level = sets.level[node]!;
    let way = roughly.get(level);
    if (way === undefined) roughly.set(level, (way = Number(ways(level))));
    const low = sets.low[node]!;
    counts[node] = counts[sets.high[node]! >> 1]! * way + (low === EMPTY ? 0 : counts[low >> 1]!);
  }
  const count = sets.root === EMPTY ? 0 : counts[sets.root >> 1]!;
  return Number.isSafeInteger(count) ? BigInt(count) : valueOf(sets, ways, each);
}

/**
 * The sum, over all sets, of the product of their elements' values. What a node comes to is let go when the last that rests on it has had
 * it: the numbers may be long.
 */
export function valueOf(sets: Graph, of: (level: number) => bigint, each: Pulse = STEADY): bigint {
  const pulse = seldom(each);
  if (sets.root === EMPTY) return 0n;
  const uses = usesOf(sets, each);
  const values = [1n];
  const take = (ref: number): bigint => {
    const value = values[ref >> 1]!;
    if (--uses[ref >> 1]! === 0) values[ref >> 1] = 0n;
    return value;
  };
  for (let node = 1; node < sizeOf(sets); node++) {
    pulse();
    const high = take(sets.high[node]!) * of(sets.level[node]!);
    const low = sets.low[node]!;
    values.push(low === EMPTY ? high : high + take(low));
  }
  return values[sets.root >> 1]!;
}

/** How many nodes rest on each, and the asker on the root; the terminal counts where it stands for no set, too, and is never let go then. */
function usesOf(sets: Graph, each: Pulse): Int32Array {
  const pulse = often(each);
  const uses = new Int32Array(sizeOf(sets));
  uses[sets.root >> 1] = 1;
  for (let node = 1; node < uses.length; node++) {
    pulse();
    uses[sets.high[node]! >> 1]!++;
    uses[sets.low[node]! >> 1]!++;
  }
  return uses;
}

/** For each node the size of its greatest set (`Math.max`) or its smallest (`Math.min`). The terminal's only set is empty. */
export function sizes(
  sets: Graph,
  extreme: (a: number, b: number) => number,
  each: Pulse = STEADY,
): Int32Array {
  const pulse = often(each);
  const found = new Int32Array(sizeOf(sets));
  for (let node = 1; node < found.length; node++) {
    pulse();
    const high = found[sets.high[node]! >> 1]! + 1;
    const low = sets.low[node]!;
    found[node] = low === EMPTY ? high : extreme(high, found[low >> 1]!);
  }
  return found;
}

/** Every set as its levels, ascending; in no particular order. */
export function* everySet(sets: Graph, each: Pulse = STEADY): Generator<readonly number[]> {
  const pulse = often(each);
  const open: { ref: number; chosen: readonly number[] }[] = [{ ref: sets.root, chosen: [] }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    pulse();
    const { ref, chosen } = next;
    if (ref === UNIT) yield chosen;
    else if (ref !== EMPTY) {
      const node = ref >> 1;
      open.push({ ref: sets.low[node]!, chosen });
      open.push({ ref: sets.high[node]!, chosen: [...chosen, sets.level[node]!] });
    }
  }
}
