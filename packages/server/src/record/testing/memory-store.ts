/** Just enough of a store for tests of the record: it forgets everything with its process. */
import type { Cell, Change, Commit, Store, Version } from '../../store/store.ts';

export class MemoryStore implements Store {
  readonly #streams = new Map<string, Uint8Array[]>();
  readonly #cells = new Map<string, Cell>();
  readonly #rings = new Set<(streams: readonly string[] | null) => void>();
  #version = 0;

  /** Another store that holds the same. */
  copy(): MemoryStore {
    const other = new MemoryStore();
    for (const [name, rows] of this.#streams) other.#streams.set(name, rows);
    for (const [name, cell] of this.#cells) other.#cells.set(name, cell);
    other.#version = this.#version;
    return other;
  }

  async commit({ appends = [], puts = [] }: Change): Promise<Commit> {
    const starts = appends.map(({ stream }) => this.#streams.get(stream)?.length ?? 0);
    const late = appends.find(({ at }, i) => at !== 'end' && at !== starts[i]);
    if (late) return { ok: false, conflict: late.stream };
    const other = puts.find(({ cell, over }) => (this.#cells.get(cell)?.version ?? 'absent') !== over);
    if (other) return { ok: false, conflict: other.cell };
    for (const { stream, rows } of appends)
      this.#streams.set(stream, [...(this.#streams.get(stream) ?? []), ...rows]);
    const versions = puts.map(({ cell, value }) => {
      const version = (this.#version += 1) as Version;
      if (value) this.#cells.set(cell, { cell, value, version });
      else this.#cells.delete(cell);
      return version;
    });
    for (const ring of this.#rings) ring(appends.map(({ stream }) => stream));
    return { ok: true, starts, versions };
  }

  async read(stream: string, from: number, limit: number): Promise<readonly Uint8Array[]> {
    return (this.#streams.get(stream) ?? []).slice(from, from + limit);
  }

  async length(stream: string): Promise<number> {
    return this.#streams.get(stream)?.length ?? 0;
  }

  async get(cell: string): Promise<Cell | undefined> {
    return this.#cells.get(cell);
  }

  async list(prefix: string, after: string, limit: number): Promise<readonly Cell[]> {
    return [...this.#cells.values()]
      .filter(({ cell }) => cell.startsWith(prefix) && cell > after)
      .toSorted((a, b) => (a.cell < b.cell ? -1 : 1))
      .slice(0, limit);
  }

  watch(ring: (streams: readonly string[] | null) => void): () => void {
    this.#rings.add(ring);
    return () => this.#rings.delete(ring);
  }

  snapshot(): never {
    throw new Error('not needed here');
  }

  fill(): never {
    throw new Error('not needed here');
  }

  async close(): Promise<void> {}
}
