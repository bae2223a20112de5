/** Those who wait for a store to change. */
import type { Name } from './store.ts';

export type Ring = (streams: readonly Name[] | null) => void;

export class Bell {
  readonly #waiting = new Set<{ readonly ring: Ring }>();

  /** Returns what ends the wait. */
  watch(ring: Ring): () => void {
    const waiter = { ring };
    this.#waiting.add(waiter);
    return () => void this.#waiting.delete(waiter);
  }

  /** Rings later in this turn, so that no watcher runs inside a commit, or breaks it. */
  ring(streams: readonly Name[] | null): void {
    if (streams?.length === 0) return;
    for (const waiter of this.#waiting) {
      queueMicrotask(() => {
        if (this.#waiting.has(waiter)) waiter.ring(streams);
      });
    }
  }

  clear(): void {
    this.#waiting.clear();
  }
}
