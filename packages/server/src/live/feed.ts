/**
 * What one viewer of one case is told, in order: made once and shared by all who watch as that viewer. The number of an update is the cursor
 * after it. It counts what the viewer was told and nothing else, so it is the same on every process and says nothing of what is hidden.
 */

/** Between two rings, so that a burst of updates is one write to each watcher. Milliseconds. */
const PAUSE = 40;

/** What a watcher follows: as much of it as there is, by cursors that only grow. */
export interface Followed {
  readonly cursor: number;
  /** What comes after a cursor, as server-sent events. */
  frames(from: number): Buffer;
  /** Rings when there is more. Returns what ends it. */
  watch(ring: () => void): () => void;
}

export class Feed implements Followed {
  /** Update `n` is at `n - 1`, as JSON. */
  readonly #updates: string[] = [];
  readonly #watchers = new Set<() => void>();
  #rung = -Infinity;
  #pending: NodeJS.Timeout | undefined;
  #frames: { readonly from: number; readonly to: number; readonly bytes: Buffer } | undefined;

  get cursor(): number {
    return this.#updates.length;
  }

  get watchers(): number {
    return this.#watchers.size;
  }

  push(updates: readonly unknown[]): void {
    if (updates.length === 0) return;
    for (const each of updates) this.#updates.push(JSON.stringify(each));
    if (this.#watchers.size > 0) this.#ringSoon();
  }

  /** The updates after a cursor, as JSON. */
  after(cursor: number, limit = Infinity): readonly string[] {
    return this.#updates.slice(cursor, cursor + limit);
  }

  /** The same as server-sent events. Watchers stand at the same cursor as a rule, so the last answer is kept for the next of them. */
  frames(from: number): Buffer {
    const to = this.cursor;
    if (this.#frames?.from === from && this.#frames.to === to) return this.#frames.bytes;
    const text = this.after(from).map(
      (each, index) => `id: ${from + index + 1}\nevent: update\ndata: ${each}\n\n`,
    );
    const bytes = Buffer.from(text.join(''));
    this.#frames = { from, to, bytes };
    return bytes;
  }

  /** Rings when there is more. Returns what ends it. */
  watch(ring: () => void): () => void {
    this.#watchers.add(ring);
    return () => this.#watchers.delete(ring);
  }

  #ringSoon(): void {
    if (this.#pending) return;
    const wait = Math.max(this.#rung + PAUSE - performance.now(), 0);
    this.#pending = setTimeout(() => {
      this.#pending = undefined;
      this.#rung = performance.now();
      for (const ring of this.#watchers) ring();
      this.#frames = undefined;
    }, wait);
  }
}
