/** Look-ups in an arrangement's tables. */

/**
 * A look-up of what a value has under a key, in the order in which `entries` gives it. Its index is made when it is first asked, and kept as
 * long as the value, which must never change.
 */
export function indexOf<V extends object, T>(
  entries: (value: V) => Iterable<readonly [key: string, entry: T]>,
): (value: V, key: string) => readonly T[] {
  const known = new WeakMap<V, ReadonlyMap<string, readonly T[]>>();
  return (value, key) => {
    const index = known.get(value) ?? grouped(entries(value));
    known.set(value, index);
    return index.get(key) ?? [];
  };
}

function grouped<T>(entries: Iterable<readonly [key: string, entry: T]>): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const [key, entry] of entries) {
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return groups;
}
