/**
 * What those who look at an exercise in one way are told of it, in order: made once and shared by all of them. Who comes back after a while, or to
 * another process, is told the whole of what there is to see instead, which is an update like others. So no more is kept than what watchers
 * who are nearly up to date still need.
 */
import type { exercise } from '@foedus/kernel';
import type { Followed } from '../live/feed.ts';
import { Telling } from '../live/telling.ts';
import { seenJson } from './seen-json.ts';

/** How much of the past is kept. Characters. */
const KEPT = 4_000_000;

export class ExerciseFeed implements Followed {
  /** Tells the cursors of this process from others'. */
  readonly #epoch: string;
  readonly #whole: () => exercise.SeenExercise;
  /** Those after `#first`, as JSON. */
  readonly #updates: string[] = [];
  #first = 0;
  #size = 0;
  readonly #telling = new Telling();
  #seen: { readonly at: number; readonly json: string } | undefined;

  constructor(epoch: string, whole: () => exercise.SeenExercise) {
    this.#epoch = epoch;
    this.#whole = whole;
  }

  get cursor(): number {
    return this.#first + this.#updates.length;
  }

  get watchers(): number {
    return this.#telling.watchers;
  }

  /** What names a place in this feed. */
  nameOf(cursor: number): string {
    return `${this.#epoch}.${cursor}`;
  }

  /** The place that a name stands for; -1 where it is not, or no longer, one of this feed: whoever goes on from there is told the whole. */
  placeOf(name: string): number {
    const [epoch, number = ''] = name.split('.');
    const place = /^\d{1,15}$/.test(number) ? Number(number) : -1;
    return epoch === this.#epoch && place >= this.#first && place <= this.cursor ? place : -1;
  }

  push(update: exercise.SeenUpdate): void {
    const text = JSON.stringify(update);
    this.#updates.push(text);
    this.#size += text.length;
    while (this.#size > KEPT && this.#updates.length > 1) {
      this.#size -= this.#updates.shift()!.length;
      this.#first += 1;
    }
    this.#telling.ringSoon();
  }

  /** All that is seen now, as JSON; worked out once for all who ask before it changes. */
  seen(): string {
    if (this.#seen?.at !== this.cursor) this.#seen = { at: this.cursor, json: seenJson(this.#whole()) };
    return this.#seen.json;
  }

  /** What comes after a cursor, as server-sent events; the whole, to who is too far behind. */
  frames(from: number): Buffer {
    const to = this.cursor;
    return this.#telling.frames(from, to, () =>
      from < this.#first
        ? [{ id: this.nameOf(to), data: this.seen() }]
        : this.#updates
            .slice(from - this.#first)
            .map((data, index) => ({ id: this.nameOf(from + 1 + index), data })),
    );
  }

  watch(ring: () => void): () => void {
    return this.#telling.watch(ring);
  }
}
