/** A log as one process has it on its disk: made of the rows of the store and nothing else, so it can always be made anew. */
import { record } from '@foedus/kernel';
import type { Store } from '../store/store.ts';
import { documentCell, documentPath, streamOf } from './entries.ts';
import { RecordError, sure } from './fault.ts';
import { openParallel } from './open-parallel.ts';
import type { OwnEntries } from './own-entries.ts';
import { attachedCell, attachedIn, attachedPath, entryIn, payloadOf, unpackAttached } from './payload.ts';
import type { TileFiles } from './tile-files.ts';

/** Rows read at once; whole bundles, so that few partial tiles are written on the way. */
const PAGE = 16 * 256;

export interface LocalLogOptions {
  readonly store: Store;
  readonly files: TileFiles;
  /** The files of all logs, among them the documents that entries commit to. */
  readonly documents: TileFiles;
  readonly trust: record.Trust;
  /** What this process sealed itself. */
  readonly own: OwnEntries;
}

export class LocalLog {
  readonly #store: Store;
  readonly #files: TileFiles;
  readonly #documents: TileFiles;
  readonly #keys: record.KeysAt;
  readonly #own: OwnEntries;
  #log: record.Log;
  /** Heads that were published: the log has to continue each, once it is as long. */
  readonly #published: record.Head[];

  private constructor(
    { documents, files, own, store, trust }: LocalLogOptions,
    log: record.Log,
    published: readonly record.Head[],
  ) {
    this.#store = store;
    this.#files = files;
    this.#documents = documents;
    this.#keys = new record.KeysAt(trust);
    this.#own = own;
    this.#log = log;
    this.#published = [...published];
  }

  /** From its files where they are whole, else from nothing: then all of them are written again. */
  static async open(options: LocalLogOptions): Promise<LocalLog> {
    const { files, trust } = options;
    const { kind, origin } = trust;
    const note = await files.checkpoint();
    const head = note && record.openHead(note, trust);
    if (!head?.ok) return new LocalLog(options, record.emptyLog({ origin, kind }), []);
    const log = await record.reopen(files.reader, kind, head.value);
    const start = log.ok ? log.value : record.emptyLog({ origin, kind });
    return new LocalLog(options, start, [head.value]);
  }

  get head(): record.Head {
    return record.headOf(this.#log);
  }

  /** The checkpoint of the present head, signed. Signing the same head again gives the same bytes. */
  sign(signer: record.NoteSigner): Uint8Array {
    return sure(record.checkpointOf(this.#log, [signer]), this.head.origin);
  }

  /** The same with one more entry, which is not taken in. */
  signWith(entry: record.SealedEntry, signer: record.NoteSigner): Uint8Array {
    const { origin } = this.head;
    const { log } = sure(record.append(this.#log, [entry]), origin);
    return sure(record.checkpointOf(log, [signer]), origin);
  }

  /** Takes in the rows up to a size and writes their tiles. `published`: a head that the log must continue. */
  async growTo(size: number, published?: record.Head): Promise<void> {
    if (published) this.#published.push(published);
    const { origin } = this.head;
    const longest = Math.max(0, ...this.#published.map((head) => head.size));
    if (size < longest || size < this.head.size)
      throw new RecordError('record-rolled-back', {
        log: origin,
        published: Math.max(longest, this.head.size),
        held: size,
      });
    // A head can be computed at no cost when the log has just its size.
    const stops = [...this.#published.map((head) => head.size), size];
    for (const stop of new Set(stops.toSorted((a, b) => a - b))) {
      if (stop > this.head.size) await this.#readTo(stop);
      await this.#holdTo(stop);
    }
    this.#published.length = 0;
  }

  async #readTo(size: number): Promise<void> {
    const { origin } = this.head;
    while (this.head.size < size) {
      const from = this.head.size;
      const limit = Math.min(size - from, PAGE - (from % 256));
      const rows = await this.#store.read(streamOf(origin), from, limit);
      const sealed = await this.#opened(rows, from);
      const { log, files } = sure(record.append(this.#log, sealed), origin);
      await this.#writeDocuments(sealed);
      await this.#files.writeTiles(files);
      this.#log = log;
      await this.#files.dropPartials(files);
    }
  }

  /** The entries of rows from a place on, with good signatures: those that were sealed here have them. */
  async #opened(rows: readonly Uint8Array[], from: number): Promise<readonly record.SealedEntry[]> {
    const { origin } = this.head;
    const own = rows.map((bytes): record.SealedEntry | undefined => {
      const leaf = record.leafHash(bytes);
      return this.#own.take(leaf) ? { entry: entryIn(bytes, origin), bytes, leaf } : undefined;
    });
    const others = rows.flatMap((bytes, i) => (own[i] ? [] : [[bytes, this.#keys.at(from + i)] as const]));
    const opened = (await openParallel(others)).values();
    return own.map((each) => each ?? sure(opened.next().value!, origin));
  }

  /** Writes what the entries commit to, and the documents that their items name. */
  async #writeDocuments(sealed: readonly record.SealedEntry[]): Promise<void> {
    const documents: record.LogFile[] = [];
    for (const { entry } of sealed) {
      const { content } = entry;
      const cell = 'commitment' in content && (await this.#store.get(documentCell(content.commitment)));
      if (cell) documents.push({ path: documentPath(content.commitment), bytes: cell.value });
      const payload = await payloadOf(this.#store, entry);
      const named = payload && attachedIn(payload);
      const kept = named && (await this.#store.get(attachedCell(String(payload['case']), named.hash)));
      if (!kept) continue;
      const { about, bytes } = unpackAttached(kept.value);
      const salted = Buffer.concat([Buffer.from(about.salt, 'base64'), bytes]);
      documents.push({ path: attachedPath(named.hash), bytes: salted });
    }
    await this.#documents.writeTiles(documents);
  }

  /** Holds the log against the heads of a size that were published. */
  async #holdTo(size: number): Promise<void> {
    for (const head of this.#published.filter((each) => each.size === size)) {
      const root = await this.#rootAt(size);
      if (Buffer.compare(root, head.root) !== 0)
        throw new RecordError('record-fault', {
          log: head.origin,
          fault: record.describeRecordFault({ code: 'root-wrong', params: { size } }),
        });
    }
  }

  async #rootAt(size: number): Promise<record.Hash> {
    if (size === this.head.size) return this.head.root;
    return sure(await record.readRoot(this.#files.reader, this.head.size, size), this.head.origin);
  }
}
