/** The record of a node: the logs of the parties, each with its own key, in the store and as files that anybody can verify. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { record, type consultation } from '@foedus/kernel';
import type { Name, Store } from '../store/store.ts';
import { entriesFor, placeOfItem, streamOf, type RecordedCase, type Recording } from './entries.ts';
import { RecordError } from './fault.ts';
import { FILES, type Files } from './files.ts';
import { isLogPath, ItemIndex, proveEntry, type ProvedEntry } from './log-files.ts';
import { openKeys, RESTORED, type Keyring } from './keys.ts';
import { TRUST_FILE, trustOf } from './node-trust.ts';
import { OwnEntries } from './own-entries.ts';
import { originOf, placeOfOrigin, placesOf, type Place } from './places.ts';
import { Publisher } from './publisher.ts';
import { register, registered } from './registry.ts';
import { TileFiles } from './tile-files.ts';

/** Milliseconds within which a new entry is published. */
const EVERY = 200;

export interface RecordOptions {
  readonly store: Store;
  /** The folder for the logs' files; each process has its own. */
  readonly folder: string;
  /** The folder of the secret key; every process on one store needs the same key. */
  readonly keysFolder: string;
  /** The node's name, best an address without a scheme. Without it, the first start makes one up. */
  readonly node?: string;
  /** Told what went wrong in publishing, which goes on by itself in the background. */
  readonly onError: (error: unknown) => void;
  readonly files?: Files;
}

/** The place of an item. */
export interface Found {
  readonly origin: string;
  readonly index: number;
  readonly place: Place;
}

export class NodeRecord {
  readonly keys: Keyring;
  readonly #options: RecordOptions;
  readonly #publishers = new Map<string, Publisher>();
  readonly #own = new OwnEntries();
  readonly #items = new Map<string, ItemIndex>();
  readonly #heads = new Map<string, record.Head>();
  readonly #unwatch: () => void;
  /** Logs that may have grown; `null`: any may. */
  #due: Set<string> | null = new Set();
  #timer: NodeJS.Timeout | undefined;
  #work: Promise<void> = Promise.resolve();
  /** Why nothing may be signed. */
  #blocked: RecordError | undefined;

  private constructor(options: RecordOptions, keys: Keyring) {
    this.#options = options;
    this.keys = keys;
    this.#unwatch = options.store.watch((streams) => this.#ring(streams));
  }

  /** Opens the record and publishes what had not been before. Throws where it must not be gone on with. */
  static async open(options: RecordOptions): Promise<NodeRecord> {
    const { store, files = FILES, keysFolder, node } = options;
    const keys = await openKeys(store, files, keysFolder, node);
    const opened = new NodeRecord(options, keys);
    if (await store.get(RESTORED)) {
      opened.#blocked = new RecordError('record-unreconciled');
      return opened;
    }
    opened.#due = null;
    try {
      await opened.publish();
    } catch (error) {
      opened.#stop();
      throw error;
    }
    return opened;
  }

  /** Has to be called, by any process, before the first entry of a case: makes its logs known. */
  async prepare({ kind, arrangement }: RecordedCase): Promise<void> {
    await register(this.#options.store, this.keys, {
      kind,
      arrangement: arrangement.id,
      parties: [...arrangement.parties.keys()],
    });
  }

  /** What to commit with the events of a case, in one change: with it they are recorded. `from`: their place in the case. Throws while nothing may be signed. */
  entriesFor(of: RecordedCase, events: readonly consultation.Event[], from: number): Recording {
    if (this.#blocked) throw this.#blocked;
    return entriesFor(
      {
        keys: this.keys,
        own: this.#own,
        headsFor: (origin) => this.#headsFor(of, origin),
        salt: () => record.named('salt', Uint8Array.from(randomBytes(32)))!,
      },
      of,
      events,
      from,
    );
  }

  /** Told what a change met that holds entries. Throws where nothing can be signed any more. */
  conflicted(name: Name): void {
    if (name !== this.keys.current.cell) return;
    this.#blocked = new RecordError('record-key-replaced');
    throw this.#blocked;
  }

  /** Publishes now what the store has. */
  publish(): Promise<void> {
    this.#work = this.#work.then(
      () => this.#publish(),
      () => this.#publish(),
    );
    return this.#work;
  }

  /** Publishes what is left, and stops. */
  async close(): Promise<void> {
    this.#stop();
    if (!this.#blocked) await this.publish();
  }

  #stop(): void {
    this.#unwatch();
    clearTimeout(this.#timer);
  }

  #ring(streams: readonly string[] | null): void {
    const origins = streams?.filter((name) => name.startsWith(streamOf(''))) ?? null;
    if (origins?.length === 0 || this.#blocked) return;
    if (origins === null) this.#due = null;
    else for (const name of origins) this.#due?.add(name.slice(streamOf('').length));
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.publish().catch(this.#options.onError);
    }, EVERY);
  }

  async #publish(): Promise<void> {
    if (this.#blocked) throw this.#blocked;
    const due = this.#due ?? (await this.#allOrigins());
    this.#due = new Set();
    const known = this.#heads.size;
    try {
      for (const origin of due) {
        const head = await this.#publisher(origin)?.publish();
        if (head) this.#heads.set(origin, head);
      }
      if (this.#heads.size > known) await this.#writeTrust();
    } catch (error) {
      this.#due = null;
      if (!(error instanceof RecordError)) throw error;
      // To who has the old key, what was signed with the new one looks wrong.
      const { cell } = this.keys.current;
      if (await this.#options.store.get(cell)) this.conflicted(cell);
      this.#blocked = error;
      throw error;
    }
  }

  async #allOrigins(): Promise<string[]> {
    return (await registered(this.#options.store)).map((place) => originOf(this.keys.node, place));
  }

  #publisher(origin: string): Publisher | undefined {
    const known = this.#publishers.get(origin);
    const place = placeOfOrigin(this.keys.node, origin);
    if (known || !place) return known;
    const { store, folder, files = FILES } = this.#options;
    const documents = new TileFiles(files, folder);
    const trust = trustOf(this.keys, origin, place.kind);
    const { signer } = this.keys.of(origin);
    const made = new Publisher(
      { store, files: this.#filesOf(origin), documents, trust, own: this.#own },
      signer,
    );
    this.#publishers.set(origin, made);
    return made;
  }

  /** Where the files of a log are. */
  folderOf(origin: string): string {
    return join(this.#options.folder, ...origin.split('/'));
  }

  /** A published file by its path, `<origin>/checkpoint` or `<origin>/tile/…`; `undefined` where there is none. Whoever gets one may read the whole log. */
  async fileOf(path: string): Promise<Uint8Array | undefined> {
    const at = path.search(/\/(?:checkpoint$|tile\/)/);
    const [origin, file] = [path.slice(0, at), path.slice(at + 1)];
    if (at < 0 || !placeOfOrigin(this.keys.node, origin) || !isLogPath(file)) return undefined;
    return this.#filesOf(origin).reader.read(file);
  }

  /** An entry with its proof. The index and the proof tell how long the log is: they are for those who may read all of it. */
  async proofOf(origin: string, index: number): Promise<ProvedEntry | undefined> {
    if (!placeOfOrigin(this.keys.node, origin)) return undefined;
    return proveEntry(this.#options.store, this.#filesOf(origin), origin, index);
  }

  /** Where an item of a case stands; `undefined` where it is not recorded. */
  async find(of: RecordedCase, item: consultation.Entry): Promise<Found | undefined> {
    // Releases have added to its markings since; only the author is as he was.
    const { party } = placeOfItem(of, item);
    const family = { kind: of.kind, arrangement: of.arrangement.id, parties: party === null ? [] : [party] };
    for (const place of placesOf(family).filter((each) => each.party === party)) {
      const origin = originOf(this.keys.node, place);
      const items = this.#items.get(origin) ?? new ItemIndex(this.#options.store, origin);
      this.#items.set(origin, items);
      const index = await items.find(of, item);
      if (index !== undefined) return { origin, index, place };
    }
    return undefined;
  }

  /** Whose word to take for the logs that were published, as far as this process knows; `of` says which. */
  trust(of: (place: Place) => boolean): record.RecordTrust {
    return [...this.#heads.keys()].toSorted().flatMap((origin) => {
      const place = placeOfOrigin(this.keys.node, origin);
      return place && of(place) ? [trustOf(this.keys, origin, place.kind)] : [];
    });
  }

  #filesOf(origin: string): TileFiles {
    return new TileFiles(this.#options.files ?? FILES, this.folderOf(origin));
  }

  /** Beside the logs, so that the folder can be verified by itself. */
  async #writeTrust(): Promise<void> {
    const { files = FILES, folder } = this.#options;
    const path = join(folder, TRUST_FILE);
    await files.write(`${path}.new`, Buffer.from(record.trustText(this.trust(() => true))));
    await files.rename(`${path}.new`, path);
    await files.syncFolder(folder);
  }

  /** The heads that an entry of a log may quote: those of logs which every reader of this log may read. */
  #headsFor({ kind, arrangement }: RecordedCase, own: string): record.Head[] {
    const family = { kind, arrangement: arrangement.id, parties: [...arrangement.parties.keys()] };
    return placesOf(family)
      .filter(({ audience }: Place) => audience === 'shared')
      .map((place) => originOf(this.keys.node, place))
      .filter((origin) => origin !== own && this.#heads.has(origin))
      .toSorted((a, b) => (a < b ? -1 : 1))
      .map((origin) => this.#heads.get(origin)!);
  }
}
