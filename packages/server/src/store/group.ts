/** Group commit: changes asked for at the same time are written together, and share what it costs to make them durable. */
import { setImmediate as turn } from 'node:timers/promises';
import type { Change, Commit } from './store.ts';

/** Writes changes at once and durably; gives the outcome of each, in their order. Throws when none of them was made, or none may have been. */
export type Write = (changes: readonly Change[]) => Promise<readonly Commit[]>;

/** A group is no larger than this, so that one transaction neither grows without bound nor keeps others waiting for long. */
const MOST_CHANGES = 1000;
const MOST_BYTES = 8 << 20;

interface Waiting {
  readonly change: Change;
  readonly size: number;
  readonly done: (commit: Commit) => void;
  readonly failed: (error: unknown) => void;
}

/** One thing at a time, in the order asked for. */
export class Group {
  readonly #write: Write;
  #waiting: Waiting[] = [];
  #scheduled = false;
  #tail: Promise<void> = Promise.resolve();

  constructor(write: Write) {
    this.#write = write;
  }

  commit(change: Change): Promise<Commit> {
    return new Promise((done, failed) => {
      this.#waiting.push({ change, size: sizeOf(change), done, failed });
      this.#schedule();
    });
  }

  /** Does other work while nothing is written. */
  alone<T>(work: () => Promise<T>): Promise<T> {
    const after = this.#tail;
    const result = (async () => {
      await after;
      return await work();
    })();
    this.#tail = settled(result);
    return result;
  }

  /** Waits until all that was asked for is done. */
  async idle(): Promise<void> {
    for (let tail; tail !== this.#tail;) {
      tail = this.#tail;
      await tail;
    }
  }

  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    // Whoever asks in the same turn, or while the group before is being written, joins this one.
    void this.alone(async () => {
      await turn();
      this.#scheduled = false;
      const group = this.#take();
      if (this.#waiting.length > 0) this.#schedule();
      await this.#do(group);
    });
  }

  #take(): readonly Waiting[] {
    let bytes = 0;
    const end = this.#waiting.findIndex(({ size }, index) => {
      bytes += size;
      return index === MOST_CHANGES || (index > 0 && bytes > MOST_BYTES);
    });
    const group = end < 0 ? this.#waiting : this.#waiting.slice(0, end);
    this.#waiting = end < 0 ? [] : this.#waiting.slice(end);
    return group;
  }

  async #do(group: readonly Waiting[]): Promise<void> {
    try {
      const commits = await this.#write(group.map(({ change }) => change));
      for (const [index, { done }] of group.entries()) done(commits[index]!);
    } catch (error) {
      for (const { failed } of group) failed(error);
    }
  }
}

/** Waits for an end, good or bad. */
async function settled(work: Promise<unknown>): Promise<void> {
  await Promise.allSettled([work]);
}

function sizeOf({ appends = [], puts = [] }: Change): number {
  const rows = appends.flatMap((each) => each.rows).reduce((sum, row) => sum + row.length, 0);
  return puts.reduce((sum, { value }) => sum + (value?.length ?? 0), rows);
}
