/**
 * Seeded pseudo-random numbers: the 32-bit generator "mulberry32" (Tommy Ettinger, public domain algorithm). The same seed gives
 * the same numbers on every machine; the kernel has no randomness of its own.
 */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A draw from the triangular distribution with these bounds and mode, by inversion of its distribution function. */
export function triangular(least: number, likely: number, most: number, uniform: number): number {
  const width = most - least;
  if (width <= 0) return least;
  const split = (likely - least) / width;
  return uniform < split
    ? least + Math.sqrt(uniform * width * (likely - least))
    : most - Math.sqrt((1 - uniform) * width * (most - likely));
}
