/**
 * Publishes logs: the tiles of new entries first, then the checkpoint in its cell, which decides between several processes, then the
 * checkpoint's file. So no published checkpoint speaks of tiles that are not there, and no two contradict each other.
 */
import { record } from '@foedus/kernel';
import { streamOf } from './entries.ts';
import { sure } from './fault.ts';
import { LocalLog, type LocalLogOptions } from './local-log.ts';

/** Where the checkpoint stands that was signed last. */
export function checkpointCell(origin: string): string {
  return `checkpoint/${origin}`;
}

/** The log of one origin, as this process publishes it. */
export class Publisher {
  readonly #options: LocalLogOptions;
  readonly #signer: record.NoteSigner;
  #local: LocalLog | undefined;
  /** The size of the checkpoint in the file; `undefined`: not known. */
  #shown: number | undefined;

  /** The signer is the one of the log's present key. */
  constructor(options: LocalLogOptions, signer: record.NoteSigner) {
    this.#options = options;
    this.#signer = signer;
  }

  /** Publishes what the store has; gives the head that is published then, `undefined` while the log is empty. */
  async publish(): Promise<record.Head | undefined> {
    const { files, store, trust } = this.#options;
    const { origin } = trust;
    try {
      for (;;) {
        // The cell is read first: whatever others add meanwhile, the log is at least as long as it says.
        const cell = await store.get(checkpointCell(origin));
        const length = await store.length(streamOf(origin));
        const published = cell && sure(record.openHead(cell.value, trust), origin);
        this.#local ??= await LocalLog.open(this.#options);
        await this.#local.growTo(length, published);
        if (length === 0) return undefined;
        let note = cell?.value;
        if (!note || published!.size < length) {
          note = this.#local.sign(this.#signer);
          const over = cell?.version ?? 'absent';
          const done = await store.commit({
            puts: [{ cell: checkpointCell(origin), over, value: note }],
          });
          // Another process was first; what it has published is taken in, and the rest goes on top of it.
          if (!done.ok) continue;
        }
        if (this.#shown !== length) await files.writeCheckpoint(note);
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
