import { expect, test } from 'vitest';
import { gaussLegendre } from './quadrature.ts';

test('n points integrate powers up to 2n - 1, and no higher one', () => {
  for (const count of [1, 2, 3, 5, 8, 20, 181]) {
    const points = gaussLegendre(count);
    const integral = (power: number) => points.reduce((sum, { at, weight }) => sum + weight * at ** power, 0);
    for (const power of [0, 1, count, 2 * count - 1]) {
      expect(integral(power), `${count} points, power ${power}`).toBeCloseTo(1 / (power + 1), 13);
    }
    if (count <= 5) expect(Math.abs(integral(2 * count) - 1 / (2 * count + 1))).toBeGreaterThan(1e-8);
  }
});
