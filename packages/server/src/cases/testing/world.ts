/** A world in which time passes when a test says so, and chance is a count. */
import { createHash } from 'node:crypto';
import type { consultation } from '@foedus/kernel';
import type { World } from '../world.ts';

type Instant = consultation.Instant;

export class StillWorld implements World {
  #now: number;
  #count = 0;
  readonly #alarms = new Set<{ readonly at: Instant; readonly ring: () => void }>();

  constructor(now = 1_700_000_000_000) {
    this.#now = now;
  }

  readonly now = (): Instant => this.#now as Instant;

  readonly bytes = (count: number): Uint8Array => {
    this.#count += 1;
    return createHash('sha512').update(String(this.#count)).digest().subarray(0, count);
  };

  readonly alarm = (at: Instant, ring: () => void): (() => void) => {
    const alarm = { at, ring };
    this.#alarms.add(alarm);
    return () => this.#alarms.delete(alarm);
  };

  /** Lets time pass up to a moment; alarms ring on the way, each at its time. */
  passTo(moment: number): void {
    for (;;) {
      const [next] = [...this.#alarms].filter(({ at }) => at <= moment).toSorted((a, b) => a.at - b.at);
      if (!next) break;
      this.#alarms.delete(next);
      this.#now = Math.max(this.#now, next.at);
      next.ring();
    }
    this.#now = Math.max(this.#now, moment);
  }

  /** Time passes, and what was to ring rings only afterwards: the machine slept. */
  sleep(milliseconds: number): void {
    this.#now += milliseconds;
    this.passTo(this.#now);
  }

  pass(milliseconds: number): void {
    this.passTo(this.#now + milliseconds);
  }
}
