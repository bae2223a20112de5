/** Gauss–Legendre quadrature. Source: any textbook of numerical analysis; the roots are found by Newton's method. */

export interface Point {
  /** Strictly between 0 and 1. */
  readonly at: number;
  readonly weight: number;
}

/** `count` points that integrate every polynomial of a degree up to 2 `count` - 1 over 0 to 1, but for rounding. */
export function gaussLegendre(count: number): readonly Point[] {
  return Array.from({ length: count }, (_, index) => {
    let x = Math.cos((Math.PI * (index + 0.75)) / (count + 0.5));
    let slope = 0;
    // Newton's method doubles the digits at each step, from two at the start.
    for (let step = 0; step < 8; step++) {
      const legendre = legendreAt(count, x);
      slope = legendre.slope;
      x -= legendre.value / slope;
    }
    return { at: (1 + x) / 2, weight: 1 / ((1 - x * x) * slope * slope) };
  });
}

/** The Legendre polynomial of a degree at x, and its derivative there. */
function legendreAt(degree: number, x: number): { readonly value: number; readonly slope: number } {
  let [before, value] = [1, x];
  for (let each = 2; each <= degree; each++) {
    [before, value] = [value, ((2 * each - 1) * x * value - (each - 1) * before) / each];
  }
  return { value, slope: (degree * (x * value - before)) / (x * x - 1) };
}
