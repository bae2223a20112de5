/** Time and chance, which come in from outside so that tests can hold them still. */
import { randomBytes } from 'node:crypto';
import type { consultation } from '@foedus/kernel';

type Instant = consultation.Instant;

export interface World {
  readonly now: () => Instant;
  /** Bytes that nobody can foretell. */
  readonly bytes: (count: number) => Uint8Array;
  /** Rings once, at the moment or soon after it, unless it is called off by what is returned. */
  readonly alarm: (at: Instant, ring: () => void) => () => void;
}

/** The longest that a timer of Node can wait; what is due later is looked at again then. */
const LONGEST = 2 ** 31 - 1;

export const REAL_WORLD: World = {
  now: () => Date.now() as Instant,
  bytes: randomBytes,
  alarm(at, ring) {
    const timer = setTimeout(ring, Math.min(Math.max(at - Date.now(), 0), LONGEST));
    timer.unref();
    return () => clearTimeout(timer);
  },
};
