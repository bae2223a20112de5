/** Exact fractions, in lowest terms. */

/** INVARIANT: `denominator` > 0, and the two have no common divisor. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export const ZERO: Fraction = { numerator: 0n, denominator: 1n };

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}

/** The greatest common divisor of two whole numbers; never negative. */
export function gcd(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [magnitude(a), magnitude(b)];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}

/** `numerator / denominator` in lowest terms. @throws RangeError when `denominator` is 0. */
export function fraction(numerator: bigint, denominator: bigint): Fraction {
  if (denominator === 0n) throw new RangeError('a fraction needs a denominator other than 0');
  const divisor = denominator < 0n ? -gcd(numerator, denominator) : gcd(numerator, denominator);
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

export function add(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

/** `n/d`, or `n` when it is whole. */
export function show({ numerator, denominator }: Fraction): string {
  return denominator === 1n ? String(numerator) : `${numerator}/${denominator}`;
}

const PRECISION = 64n;

function bits(value: bigint): bigint {
  return BigInt(magnitude(value).toString(2).length);
}

/** The nearest number, within one unit in its last place; terms of any length are taken. */
export function toNumber({ numerator, denominator }: Fraction): number {
  if (numerator === 0n) return 0;
  // Scaled so that the quotient has about 64 bits: all that a double can hold, whatever the terms' own size.
  const shift = PRECISION - bits(numerator) + bits(denominator);
  const quotient = shift >= 0n ? (numerator << shift) / denominator : numerator / (denominator << -shift);
  // In two steps, since 2 ** -shift alone may be below the least double though the product is not.
  const half = Number(shift / 2n);
  return Number(quotient) * 2 ** -half * 2 ** -(Number(shift) - half);
}

/** The least common multiple of 1, 2 … `most`; 1 when there is none. */
export function lcmUpTo(most: number): bigint {
  let multiple = 1n;
  for (let each = 2n; each <= BigInt(most); each++) multiple = (multiple / gcd(multiple, each)) * each;
  return multiple;
}
