/**
 * Files of the record in a folder: those of one log, or all. Tiles never change once they have their name; only the checkpoint is replaced. Each file is written under
 * another name, synced, renamed, and its folder synced, so that what is there after a failure at any point is there as a whole.
 */
import { dirname, join } from 'node:path';
import type { record } from '@foedus/kernel';
import type { Files } from './files.ts';

const CHECKPOINT = 'checkpoint';

export class TileFiles {
  readonly reader: record.LogReader;
  readonly #files: Files;
  readonly #folder: string;
  /** Folders that are known to be durably there. */
  readonly #made = new Set<string>();

  constructor(files: Files, folder: string) {
    this.#files = files;
    this.#folder = folder;
    this.reader = { read: (path) => files.read(join(folder, path)) };
  }

  /** The signed checkpoint as it was last written; `undefined` before the first. */
  checkpoint(): Promise<Uint8Array | undefined> {
    return this.reader.read(CHECKPOINT);
  }

  /** Writes tiles, bundles and documents durably. The order among them does not matter: no checkpoint speaks of them yet. */
  async writeTiles(tiles: readonly record.LogFile[]): Promise<void> {
    const folders = new Set<string>();
    for (const { path, bytes } of tiles) folders.add(await this.#put(path, bytes));
    for (const folder of folders) await this.#files.syncFolder(folder);
  }

  /** Writes the checkpoint durably; the tiles that it speaks of have to be there. */
  async writeCheckpoint(note: Uint8Array): Promise<void> {
    await this.#files.syncFolder(await this.#put(CHECKPOINT, note));
  }

  /** Takes away the partial forms of tiles that are full. Readers of an older checkpoint find what they need in the full ones. */
  async dropPartials(tiles: readonly record.LogFile[]): Promise<void> {
    for (const { path } of tiles)
      if (!path.includes('.p/')) await this.#files.remove(join(this.#folder, `${path}.p`));
  }

  /** Gives the folder, which is still to be synced. */
  async #put(path: string, bytes: Uint8Array): Promise<string> {
    const full = join(this.#folder, path);
    const folder = dirname(full);
    await this.#makeFolder(folder);
    await this.#files.write(`${full}.new`, bytes);
    await this.#files.rename(`${full}.new`, full);
    return folder;
  }

  async #makeFolder(folder: string): Promise<void> {
    if (this.#made.has(folder)) return;
    await this.#files.makeFolder(folder);
    // The name of a new folder stands in the one above it.
    for (let at = folder; at !== dirname(at) && !this.#made.has(at); at = dirname(at)) {
      await this.#files.syncFolder(dirname(at));
      this.#made.add(at);
    }
  }
}
