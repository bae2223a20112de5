/** The heads of peers' logs that a log's entries quote. */
import { base64, sameBytes } from './bytes.ts';
import type { Head } from './checkpoint.ts';
import { wrong } from './fault.ts';

/** A head of a peer's log, and the first entry that quotes it. */
export interface Quoted {
  readonly entry: number;
  readonly head: Head;
}

/** Gathers quotes in the order of the entries. Authors may know more or less than the one before, so heads may go back. */
export class Quotes {
  readonly #byPlace = new Map<string, Quoted>();

  /** Every different head, by its first quote. */
  get all(): readonly Quoted[] {
    return [...this.#byPlace.values()];
  }

  /** Takes in a quote. Two heads of one log and one size that differ are a fault: one of them was made up, or their log has forked. */
  add(entry: number, head: Head): ReturnType<typeof wrong> | undefined {
    const place = `${head.origin} ${head.size}`;
    const before = this.#byPlace.get(place);
    if (!before) this.#byPlace.set(place, { entry, head });
    if (!before || sameBytes(before.head.root, head.root)) return undefined;
    return wrong('heads-conflict', {
      log: head.origin,
      size: head.size,
      root: base64(head.root),
      before: before.entry,
    });
  }
}
