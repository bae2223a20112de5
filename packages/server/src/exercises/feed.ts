/**
 * What those who look at an exercise in one way are told of it, in order: made once and shared by all of them. Who comes back after a while, or to
 * another process, is told the whole of what there is to see instead, which is an update like others. So no more is kept than what watchers
 * who are nearly up to date still need.
 */
import type { exercise } from '@foedus/kernel';
import type { Followed } from '../live/feed.ts';
import { seenJson } from './seen-json.ts';

/** Between two rings, so that a burst of updates is one write to each watcher. Milliseconds. */
const PAUSE = 40;
/** How much of the past is kept. Characters. */
const KEPT = 4_000_000;

interface Frames {
  readonly from: number;
  readonly to: number;
  readonly bytes: Buffer;
}

export class ExerciseFeed implements Followed {
  /** Tells the cursors of this process from others'. */
  readonly #epoch: string;
  readonly #whole: () => exercise.SeenExercise;
  /** Those after `#first`, as JSON. */
  readonly #updates: string[] = [];
  #first = 0;
  #size = 0;
  readonly #watchers = new Set<() => void>();
  #rung = -Infinity;
  #pending: NodeJS.Timeout | undefined;
  #frames: Frames | undefined;
  #seen: { readonly at: number; readonly json: string } | undefined;

  constructor(epoch: string, whole: () => exercise.SeenExercise) {
    this.#epoch = epoch;
    this.#whole = whole;
  }

  get cursor(): number {
    return this.#first + this.#updates.length;
  }

  get watchers(): number {
    return this.#watchers.size;
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
    if (this.#watchers.size > 0) this.#ringSoon();
  }

  /** All that is seen now, as JSON; worked out once for all who ask before it changes. */
  seen(): string {
    if (this.#seen?.at !== this.cursor) this.#seen = { at: this.cursor, json: seenJson(this.#whole()) };
    return this.#seen.json;
  }

  /** What comes after a cursor, as server-sent events. Watchers stand at the same one as a rule, so the last answer is kept for the next of them. */
  frames(from: number): Buffer {
    const to = this.cursor;
    if (this.#frames?.from === from && this.#frames.to === to) return this.#frames.bytes;
    const behind = from < this.#first;
    const texts = behind ? [this.seen()] : this.#updates.slice(from - this.#first);
    const first = behind ? to : from + 1;
    const framed = texts.map(
      (each, index) => `id: ${this.nameOf(first + index)}\nevent: update\ndata: ${each}\n\n`,
    );
    const bytes = Buffer.from(framed.join(''));
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
