/** A disk in memory of which one call fails: before it did anything, or after it did all. */
import type { Files } from '../files.ts';

/** What a call that fails has done when it fails. */
export type Failing = 'failed' | 'failed but persisted';

export class FaultyFiles implements Files {
  readonly held = new Map<string, Uint8Array>();
  /** Calls so far. */
  calls = 0;
  /** The call that fails, counted from 1; 0: none. */
  fails = 0;
  how: Failing = 'failed';

  readonly read = (path: string): Promise<Uint8Array | undefined> => this.#do(() => this.held.get(path));
  readonly makeFolder = (): Promise<void> => this.#do(() => undefined);
  readonly syncFolder = (): Promise<void> => this.#do(() => undefined);
  readonly write = (path: string, bytes: Uint8Array): Promise<void> =>
    this.#do(() => void this.held.set(path, bytes.slice()), path, bytes);
  readonly makeSecretFile = (path: string, bytes: Uint8Array): Promise<void> =>
    this.#do(() => void (this.held.has(path) || this.held.set(path, bytes.slice())));
  readonly rename = (from: string, to: string): Promise<void> =>
    this.#do(() => {
      const bytes = this.held.get(from);
      if (!bytes) throw new Error(`no ${from}`);
      this.held.set(to, bytes);
      this.held.delete(from);
    });
  readonly remove = (path: string): Promise<void> =>
    this.#do(() => {
      for (const name of this.held.keys())
        if (name === path || name.startsWith(`${path}/`)) this.held.delete(name);
    });

  async #do<T>(work: () => T, path?: string, bytes?: Uint8Array): Promise<T> {
    this.calls += 1;
    if (this.calls !== this.fails) return work();
    if (this.how === 'failed but persisted') work();
    // A write that fails may leave the first part of a file behind.
    else if (path !== undefined) this.held.set(path, bytes!.slice(0, bytes!.length / 2));
    throw new Error('the disk fails');
  }
}
