/** Weighted thresholds of a diagram, and k-of-n as the one whose weights are all 1. */
import type { Algebra } from './algebra.ts';
import { NO, YES, type Ref } from './nodes.ts';
import { reaches, type Weight } from './quota.ts';

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
  return reaches(quota, sorted, {
    yes: YES,
    no: NO,
    choose: (of, taken, passed) => algebra.ite(of, taken, passed),
  });
}
