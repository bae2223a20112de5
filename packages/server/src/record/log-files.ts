/** Reading a node's published files: what it serves to others, and proofs for single entries. */
import { record, type consultation } from '@foedus/kernel';
import type { Store } from '../store/store.ts';
import { streamOf, type RecordedCase } from './entries.ts';
import { sure } from './fault.ts';
import { entryIn, payloadOf } from './payload.ts';
import type { TileFiles } from './tile-files.ts';

/** An entry with the proof that it is in its log: needs nothing else but the log's key. */
export interface ProvedEntry {
  readonly origin: string;
  readonly index: number;
  readonly entry: Uint8Array;
  /** In C2SP's format; `null` while the entry is not published. */
  readonly proof: Uint8Array | null;
}

/** Whether a path below a log's folder is one of a file that anybody may ask for. */
export function isLogPath(path: string): boolean {
  return path === 'checkpoint' || record.parseTilePath(path).ok;
}

/** Proves the entry at an index. `undefined` where the log has none. */
export async function proveEntry(
  store: Store,
  files: TileFiles,
  origin: string,
  index: number,
): Promise<ProvedEntry | undefined> {
  const [entry] = await store.read(streamOf(origin), index, 1);
  if (!entry) return undefined;
  const checkpoint = await files.checkpoint();
  const note = checkpoint && sure(record.parseNote(checkpoint), origin);
  const head = note && sure(record.parseCheckpoint(note.text), origin);
  if (!checkpoint || !head || index >= head.size) return { origin, index, entry, proof: null };
  const proof = sure(await record.readProof(files.reader, index, head, checkpoint), origin);
  return { origin, index, entry, proof: record.proofBytes(proof) };
}

/** Finds items in a log by their case and id. Reads the log once, and later only what has been added. */
export class ItemIndex {
  readonly #store: Store;
  readonly #origin: string;
  readonly #places = new Map<string, number>();
  #read = 0;

  constructor(store: Store, origin: string) {
    this.#store = store;
    this.#origin = origin;
  }

  async find(of: RecordedCase, item: Pick<consultation.Entry, 'id'>): Promise<number | undefined> {
    const name = `${of.id} ${item.id}`;
    for (;;) {
      const found = this.#places.get(name);
      if (found !== undefined) return found;
      const from = this.#read;
      const rows = await this.#store.read(streamOf(this.#origin), from, PAGE);
      if (rows.length === 0) return undefined;
      for (const [i, row] of rows.entries()) {
        const about = await payloadOf(this.#store, entryIn(row, this.#origin));
        if (about) this.#places.set(`${String(about['case'])} ${String(about['id'])}`, from + i);
      }
      this.#read = from + rows.length;
    }
  }
}

const PAGE = 1000;
