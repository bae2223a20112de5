/**
 * Publishes logs: the tiles of new entries first, then the checkpoint in its cell, which decides between several processes, then the
 * checkpoint's file. So no published checkpoint speaks of tiles that are not there, and no two contradict each other.
 */
import { record } from '@foedus/kernel';
import type { Store } from '../store/store.ts';
import { streamOf } from './entries.ts';
import { sure } from './fault.ts';
import type { LogKey } from './keys.ts';
import { LocalLog } from './local-log.ts';
import type { TileFiles } from './tile-files.ts';

/** Where the checkpoint stands that was signed last. */
export function checkpointCell(origin: string): string {
  return `checkpoint/${origin}`;
}

/** The log of one origin, as this process publishes it. */
export class Publisher {
  readonly #store: Store;
  readonly #files: TileFiles;
  readonly #documents: TileFiles;
  readonly #key: LogKey;
  readonly #kind: record.EntryKind;
  #local: LocalLog | undefined;
  /** The size of the checkpoint in the file; `undefined`: not known. */
  #shown: number | undefined;

  constructor(store: Store, files: TileFiles, documents: TileFiles, key: LogKey, kind: record.EntryKind) {
    this.#store = store;
    this.#files = files;
    this.#documents = documents;
    this.#key = key;
    this.#kind = kind;
  }

  /** Publishes what the store has; gives the head that is published then, `undefined` while the log is empty. */
  async publish(): Promise<record.Head | undefined> {
    const { name: origin } = this.#key.verifier;
    try {
      for (;;) {
        // The cell is read first: whatever others add meanwhile, the log is at least as long as it says.
        const cell = await this.#store.get(checkpointCell(origin));
        const length = await this.#store.length(streamOf(origin));
        const published =
          cell && sure(record.openCheckpoint(cell.value, origin, [this.#key.verifier]), origin);
        this.#local ??= await LocalLog.open(this.#store, this.#files, this.#documents, this.#key, this.#kind);
        await this.#local.growTo(length, published);
        if (length === 0) return undefined;
        let note = cell?.value;
        if (!note || published!.size < length) {
          note = this.#local.sign();
          const over = cell?.version ?? 'absent';
          const done = await this.#store.commit({
            puts: [{ cell: checkpointCell(origin), over, value: note }],
          });
          // Another process was first; what it has published is taken in, and the rest goes on top of it.
          if (!done.ok) continue;
        }
        if (this.#shown !== length) await this.#files.writeCheckpoint(note);
        this.#shown = length;
        return this.#local.head;
      }
    } catch (error) {
      // What a failed call has done is not known: next time everything is read anew.
      this.#local = undefined;
      this.#shown = undefined;
      throw error;
    }
  }
}
