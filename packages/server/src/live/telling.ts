/** What every feed does for those who watch it: rings them in bursts, and frames what they are told once for all who stand at one cursor. */

/** Between two rings, so that a burst of updates is one write to each watcher. Milliseconds. */
const PAUSE = 40;

export interface Named {
  /** The `id` of the server-sent event: the cursor after it. */
  readonly id: string | number;
  /** As JSON. */
  readonly data: string;
}

export class Telling {
  readonly #watchers = new Set<() => void>();
  #rung = -Infinity;
  #pending: NodeJS.Timeout | undefined;
  #frames: { readonly from: number; readonly to: number; readonly bytes: Buffer } | undefined;

  get watchers(): number {
    return this.#watchers.size;
  }

  /** Rings when there is more. Returns what ends it. */
  watch(ring: () => void): () => void {
    this.#watchers.add(ring);
    return () => this.#watchers.delete(ring);
  }

  /** There is more to be told. */
  ringSoon(): void {
    if (this.#pending || this.#watchers.size === 0) return;
    const wait = Math.max(this.#rung + PAUSE - performance.now(), 0);
    this.#pending = setTimeout(() => {
      this.#pending = undefined;
      this.#rung = performance.now();
      for (const ring of this.#watchers) ring();
      this.#frames = undefined;
    }, wait);
  }

  /** Updates between two cursors, as server-sent events. Watchers stand at the same one as a rule, so the last answer is kept for the next of them. */
  frames(from: number, to: number, updates: () => readonly Named[]): Buffer {
    if (this.#frames?.from === from && this.#frames.to === to) return this.#frames.bytes;
    const framed = updates().map(({ data, id }) => `id: ${id}\nevent: update\ndata: ${data}\n\n`);
    const bytes = Buffer.from(framed.join(''));
    this.#frames = { from, to, bytes };
    return bytes;
  }
}
