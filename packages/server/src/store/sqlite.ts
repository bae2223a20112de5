/**
 * The embedded store: one SQLite database in the data folder, which belongs to one process. Commits are in a write-ahead log that is flushed to
 * the disk before any of them is acknowledged (`synchronous = FULL`).
 */
import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Bell, type Ring } from './bell.ts';
import { checkChange, checkName } from './change.ts';
import { reasonOf, StoreError } from './fault.ts';
import { Group } from './group.ts';
import { lockFolder } from './sqlite/lock.ts';
import { migrate, requireCurrent, STORE_FILE } from './sqlite/schema.ts';
import { Tables } from './sqlite/tables.ts';
import { syncFolder } from './sync.ts';
import type { Cell, Change, Commit, Name, Piece, Store } from './store.ts';
import { Turns } from './turns.ts';

/** Milliseconds to wait where a reader of another process holds something up. */
const PATIENCE = 10_000;

const fileIn = (folder: string): string => join(folder, 'foedus.sqlite');

function connect(file: string): DatabaseSync {
  const db = new DatabaseSync(file, { timeout: PATIENCE });
  const { journal_mode } = db.prepare('PRAGMA journal_mode = WAL').get() as { journal_mode: string };
  if (journal_mode !== 'wal') {
    db.close();
    throw new StoreError('folder-unusable', {
      folder: dirname(file),
      reason: `journal_mode ${journal_mode}`,
    });
  }
  // fullfsync: without it, macOS flushes no further than the disk's own cache.
  db.exec(`
    PRAGMA synchronous = FULL;
    PRAGMA fullfsync = ON;
    PRAGMA checkpoint_fullfsync = ON;
    PRAGMA journal_size_limit = ${64 << 20};`);
  return db;
}

export class SqliteStore implements Store {
  readonly #file: string;
  readonly #db: DatabaseSync;
  readonly #tables: Tables;
  readonly #unlock: () => void;
  readonly #bell = new Bell();
  readonly #turns = new Turns();
  readonly #group = new Group(async (changes) => this.#write(changes));
  #closed = false;
  #spent = false;

  constructor(file: string, db: DatabaseSync, unlock: () => void) {
    this.#file = file;
    this.#db = db;
    this.#tables = new Tables(db);
    this.#unlock = unlock;
  }

  async commit(change: Change): Promise<Commit> {
    this.#check();
    checkChange(change);
    return await this.#group.commit(change);
  }

  async read(stream: Name, from: number, limit: number): Promise<readonly Uint8Array[]> {
    checkName(stream);
    return this.#asking(() => this.#tables.read(stream, from, limit));
  }

  async length(stream: Name): Promise<number> {
    checkName(stream);
    return this.#asking(() => this.#tables.length(stream));
  }

  async get(cell: Name): Promise<Cell | undefined> {
    checkName(cell);
    return this.#asking(() => this.#tables.get(cell));
  }

  async list(prefix: Name, after: Name, limit: number): Promise<readonly Cell[]> {
    return this.#asking(() => this.#tables.list(prefix, after, limit));
  }

  inTurn<T>(name: Name, work: () => Promise<T>): Promise<T> {
    return this.#turns.take(name, work);
  }

  watch(ring: Ring): () => void {
    this.#check();
    return this.#bell.watch(ring);
  }

  async *snapshot(): AsyncIterable<Piece> {
    this.#check();
    yield* piecesIn(this.#file);
  }

  async fill(pieces: AsyncIterable<Piece>): Promise<void> {
    this.#check();
    await this.#group.alone(() => fillFile(this.#file, pieces));
    this.#bell.ring(null);
  }

  async close(): Promise<void> {
    const before = this.#closed;
    this.#closed = true;
    await this.#group.idle();
    if (before) return;
    this.#bell.clear();
    this.#db.close();
    this.#unlock();
  }

  #write(changes: readonly Change[]): readonly Commit[] {
    if (this.#spent) throw new StoreError('spent');
    const written = this.#attempt(changes);
    if (written.grown.size === 0 && written.cells.size === 0) {
      this.#db.exec('ROLLBACK');
      return written.outcomes;
    }
    try {
      this.#db.exec('COMMIT');
    } catch (error) {
      // What lies in the log may be found there, whole, when the database is opened the next time, though it can't be read now. Nothing may
      // be built on either until then.
      this.#spent = true;
      throw new StoreError('unknown-outcome', { reason: reasonOf(error) }, error);
    }
    this.#bell.ring([...written.grown.keys()]);
    return written.outcomes;
  }

  #attempt(changes: readonly Change[]): ReturnType<Tables['change']> {
    try {
      this.#db.exec('BEGIN IMMEDIATE');
      return this.#tables.change(changes);
    } catch (error) {
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK');
      throw new StoreError('unavailable', { reason: reasonOf(error) }, error);
    }
  }

  #asking<T>(ask: () => T): T {
    this.#check();
    try {
      return ask();
    } catch (error) {
      throw new StoreError('unavailable', { reason: reasonOf(error) }, error);
    }
  }

  #check(): void {
    if (this.#closed) throw new StoreError('closed');
    if (this.#spent) throw new StoreError('spent');
  }
}

async function* piecesIn(file: string): AsyncGenerator<Piece> {
  const db = new DatabaseSync(file, { readOnly: true, timeout: PATIENCE });
  try {
    db.exec('BEGIN');
    yield* new Tables(db).pieces();
  } finally {
    db.close();
  }
}

/** On a connection of its own: what isn't committed yet can't be read on the others. */
async function fillFile(file: string, pieces: AsyncIterable<Piece>): Promise<void> {
  const db = connect(file);
  try {
    db.exec('BEGIN IMMEDIATE');
    const tables = new Tables(db);
    if (!tables.isEmpty()) throw new StoreError('not-empty');
    await tables.fill(pieces);
    db.exec('COMMIT');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_SQLITE_ERROR') throw error;
    throw new StoreError('unavailable', { reason: reasonOf(error) }, error);
  } finally {
    db.close();
  }
}

/** Opens the store of a folder, which is made if it isn't there. Throws a `StoreError` where that can't be. */
export async function openSqlite(dataFolder: string): Promise<SqliteStore> {
  const folder = resolve(dataFolder);
  const file = fileIn(folder);
  let unlock: () => void = () => {};
  try {
    const made = mkdirSync(folder, { recursive: true, mode: 0o700 });
    unlock = lockFolder(folder);
    const db = connect(file);
    try {
      migrate(db, file, STORE_FILE);
    } catch (error) {
      db.close();
      throw error;
    }
    chmodSync(file, 0o600);
    syncFolder(folder);
    // Of a path of new folders, each is an entry of the one above it.
    if (made)
      for (let each = folder; each.length >= made.length; each = dirname(each)) syncFolder(dirname(each));
    return new SqliteStore(file, db, unlock);
  } catch (error) {
    unlock();
    throw opening(error, folder, file);
  }
}

/**
 * Reads the store of a folder, whether a process has it open or not; nothing is written but SQLite's own marks of who reads. Throws a
 * `StoreError` where there is none, or it isn't of this version.
 */
export async function readSqlite(dataFolder: string): Promise<Pick<Store, 'snapshot'>> {
  const folder = resolve(dataFolder);
  const file = fileIn(folder);
  if (!existsSync(file)) throw new StoreError('folder-empty', { folder });
  try {
    const db = new DatabaseSync(file, { readOnly: true, timeout: PATIENCE });
    try {
      requireCurrent(db, file, STORE_FILE);
    } finally {
      db.close();
    }
  } catch (error) {
    throw opening(error, folder, file);
  }
  return { snapshot: () => piecesIn(file) };
}

/** SQLITE_CORRUPT and SQLITE_NOTADB. */
const DAMAGED = new Set([11, 26]);

function opening(error: unknown, folder: string, file: string): StoreError {
  if (error instanceof StoreError) return error;
  const reason = reasonOf(error);
  return DAMAGED.has((error as { errcode?: number }).errcode ?? 0)
    ? new StoreError('store-damaged', { file, reason }, error)
    : new StoreError('folder-unusable', { folder, reason }, error);
}
