/**
 * What one viewer of one case is told, in order: made once and shared by all who watch as that viewer. The number of an update is the cursor
 * after it. It counts what the viewer was told and nothing else, so it is the same on every process and says nothing of what is hidden.
 */

import { Telling } from './telling.ts';

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
  readonly #telling = new Telling();

  get cursor(): number {
    return this.#updates.length;
  }

  get watchers(): number {
    return this.#telling.watchers;
  }

  push(updates: readonly unknown[]): void {
    if (updates.length === 0) return;
    for (const each of updates) this.#updates.push(JSON.stringify(each));
    this.#telling.ringSoon();
  }

  /** The updates after a cursor, as JSON. */
  after(cursor: number, limit = Infinity): readonly string[] {
    return this.#updates.slice(cursor, cursor + limit);
  }

  /** The same as server-sent events. */
  frames(from: number): Buffer {
    return this.#telling.frames(from, this.cursor, () =>
      this.after(from).map((data, index) => ({ id: from + index + 1, data })),
    );
  }

  watch(ring: () => void): () => void {
    return this.#telling.watch(ring);
  }
}
