/** The nearest known name for a misspelt one. */

/**
 * The known name with the least optimal-string-alignment distance (Damerau–Levenshtein with adjacent transpositions), if it is
 * no more than a third of the longer name's length (at least one edit). Of equally near names, the first known one.
 */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Infinity;
  // A name that long is no misspelling of anything a person would write, and the distance costs the product of the lengths.
  if (name.length > 200) return undefined;
  for (const candidate of known) {
    const limit = Math.min(least - 1, Math.max(1, Math.floor(Math.max(name.length, candidate.length) / 3)));
    if (candidate.length > 200 || Math.abs(candidate.length - name.length) > limit) continue;
    const distance = editDistance(name, candidate);
    if (distance <= limit) [best, least] = [candidate, distance];
  }
  return best;
}

function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const next = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(last[column]! + 1, next[column - 1]! + 1, last[column - 1]! + (same ? 0 : 1));
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) cost = Math.min(cost, beforeLast[column - 2]! + 1);
      next.push(cost);
    }
    [beforeLast, last] = [last, next];
  }
  return last[b.length]!;
}
