/**
 * Weighted thresholds, and k-of-n as the one whose weights are all 1.
 * Two quotas between which no sum of the remaining weights lies give the same function, so each function found is kept with
 * the interval of quotas that it serves. Work is thus bounded by the diagram's size, however large the weights are.
 * Source of the idea: M. Behle, On threshold BDDs and the optimal variable ordering problem (2008).
 */
import type { Algebra } from './algebra.ts';
import { NO, YES, type Ref } from './nodes.ts';

/** A part and the weight that it brings when it holds: a whole number, 0 or more. */
export interface Weight<T> {
  readonly weight: number;
  readonly of: T;
}

/** The function for every quota above `over` and up to `upTo`. */
interface Span {
  readonly over: number;
  readonly upTo: number;
  readonly ref: Ref;
}

/** @throws RangeError for a weight that is no whole number, is below 0, or makes the sum more than 2^53 - 1. */
export function checkWeights(quota: number, parts: readonly Weight<unknown>[]): void {
  const valid = parts.every(({ weight }) => Number.isSafeInteger(weight) && weight >= 0);
  const sum = parts.reduce((total, { weight }) => total + weight, 0);
  if (!valid || !Number.isSafeInteger(sum)) {
    throw new RangeError('weights must be whole numbers, 0 or more, of which the sum is exact');
  }
  if (!Number.isSafeInteger(quota)) throw new RangeError('a quota must be a whole number');
}

/** Holds where the weights of the parts that hold come to `quota` or more. */
export function threshold(algebra: Algebra, quota: number, parts: readonly Weight<Ref>[]): Ref {
  checkWeights(quota, parts);
  // In the order of the variables each test only puts a node on top.
  const sorted = parts.toSorted((a, b) => algebra.level(a.of) - algebra.level(b.of));
  /** The sum of the weights from each part on. */
  const left = [0];
  for (const { weight } of sorted.toReversed()) left.unshift(left[0]! + weight);
  /** For each part, the spans found so far, ascending. */
  const found: Span[][] = sorted.map(() => []);

  const solve = (from: number, need: number): Span => {
    if (need <= 0) return { over: -Infinity, upTo: 0, ref: YES };
    if (need > left[from]!) return { over: left[from]!, upTo: Infinity, ref: NO };
    const spans = found[from]!;
    const place = placeOf(spans, need);
    const known = spans[place];
    if (known !== undefined && known.over < need) return known;
    const { weight, of } = sorted[from]!;
    const taken = solve(from + 1, need - weight);
    const passed = solve(from + 1, need);
    const span = {
      over: Math.max(taken.over + weight, passed.over),
      upTo: Math.min(taken.upTo + weight, passed.upTo),
      ref: algebra.ite(of, taken.ref, passed.ref),
    };
    spans.splice(placeOf(spans, need), 0, span);
    return span;
  };
  return solve(0, quota).ref;
}

/** Where the first span stands that reaches `need`. */
function placeOf(spans: readonly Span[], need: number): number {
  let [from, to] = [0, spans.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (spans[middle]!.upTo < need) from = middle + 1;
    else to = middle;
  }
  return from;
}
