/**
 * A map of which one more version is cheap: what was set lately lies over a large part that versions share. Setting one of n entries takes
 * time in the order of √n. It is immutable, and keeps the order in which keys came.
 */
export class Table<K, V> implements ReadonlyMap<K, V> {
  readonly size: number;
  readonly #base: ReadonlyMap<K, V>;
  readonly #recent: ReadonlyMap<K, V>;

  constructor(base: ReadonlyMap<K, V> = new Map(), recent: ReadonlyMap<K, V> = new Map(), size = base.size) {
    this.#base = base;
    this.#recent = recent;
    this.size = size;
  }

  with(key: K, value: V): Table<K, V> {
    const recent = new Map(this.#recent).set(key, value);
    const size = this.has(key) ? this.size : this.size + 1;
    return recent.size > 8 + 2 * Math.sqrt(this.#base.size)
      ? new Table(new Map([...this.#base, ...recent]))
      : new Table(this.#base, recent, size);
  }

  get(key: K): V | undefined {
    return this.#recent.get(key) ?? this.#base.get(key);
  }

  has(key: K): boolean {
    return this.#recent.has(key) || this.#base.has(key);
  }

  *entries(): MapIterator<[K, V]> {
    for (const [key, value] of this.#base) yield [key, this.#recent.get(key) ?? value];
    for (const entry of this.#recent) if (!this.#base.has(entry[0])) yield entry;
  }

  *keys(): MapIterator<K> {
    for (const [key] of this.entries()) yield key;
  }

  *values(): MapIterator<V> {
    for (const [, value] of this.entries()) yield value;
  }

  [Symbol.iterator](): MapIterator<[K, V]> {
    return this.entries();
  }

  forEach(each: (value: V, key: K, map: ReadonlyMap<K, V>) => void): void {
    for (const [key, value] of this.entries()) each(value, key, this);
  }
}

/** A map with one entry more or changed, whatever it is made of. */
export function set<K, V>(map: ReadonlyMap<K, V>, key: K, value: V): ReadonlyMap<K, V> {
  return (map instanceof Table ? (map as Table<K, V>) : new Table(map)).with(key, value);
}
