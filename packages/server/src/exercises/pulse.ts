/**
 * The pulse of an exercise that runs: when a process was last known to be there for it. After a kill, or when the machine slept, its clock is stopped
 * as of then, so that what was due meanwhile does not come in a burst.
 */
import type { consultation } from '@foedus/kernel';
import { decode, encode } from '../cases/bytes.ts';
import type { World } from '../cases/world.ts';
import type { Store, Version } from '../store/store.ts';
import { nameOfPulse, type ExerciseId } from './meta.ts';

type Instant = consultation.Instant;

/** Milliseconds between two beats. */
export const BEAT = 1000;
/** How long nothing may be heard before the clock is taken to have run without anybody. Milliseconds. */
export const SILENCE = 5 * BEAT;

export class Pulse {
  readonly #store: Store;
  readonly #world: World;
  readonly #id: ExerciseId;
  #version: Version | 'absent' = 'absent';
  #alive = 0;
  #written = 0;
  #writing: Promise<void> = Promise.resolve();
  #callOff: (() => void) | undefined;

  constructor(store: Store, world: World, id: ExerciseId) {
    this.#store = store;
    this.#world = world;
    this.#id = id;
  }

  /** When a process was last known to be there. */
  get alive(): Instant {
    return this.#alive as Instant;
  }

  /** Beats from now on, until it is stopped. `also`: done at each beat; `silent`: at one before which nothing was heard for long. */
  start(also: () => void, silent: () => void): void {
    if (this.#callOff) return;
    this.note(this.#world.now());
    this.#beat(also, silent);
  }

  stop(): void {
    this.#callOff?.();
    this.#callOff = undefined;
  }

  #beat(also: () => void, silent: () => void): void {
    const now = this.#world.now();
    // Whether another process was there is not known here, so that nothing is noted yet.
    if (this.isSilent(now)) silent();
    else this.note(now);
    also();
    this.#callOff = this.#world.alarm((now + BEAT) as Instant, () => this.#beat(also, silent));
  }

  /** Somebody is there, now. */
  note(now: Instant): void {
    this.#alive = now;
    // A beat that is lost makes the clock stop a second earlier, no more.
    void this.write().catch(() => undefined);
  }

  isSilent(now: Instant): boolean {
    return this.#alive > 0 && now - this.#alive > SILENCE;
  }

  /** Keeps the last beat. Another process may have been faster: that is as good. */
  write(): Promise<void> {
    this.#writing = this.#writing.then(
      () => this.#write(),
      () => this.#write(),
    );
    return this.#writing;
  }

  async #write(): Promise<void> {
    if (this.#written >= this.#alive) return;
    this.#written = this.#alive;
    const commit = await this.#store.commit({
      puts: [{ cell: nameOfPulse(this.#id), over: this.#version, value: encode(this.#alive) }],
    });
    if (commit.ok) this.#version = commit.versions[0]!;
    else await this.read();
  }

  /** Takes up what was kept; whether it is another beat than the last one that was seen here. */
  async read(): Promise<boolean> {
    const cell = await this.#store.get(nameOfPulse(this.#id));
    if (!cell) return false;
    const isNew = cell.version !== this.#version;
    this.#version = cell.version;
    this.#alive = Math.max(this.#alive, decode(cell.value) as number);
    return isNew;
  }
}
