/** A consistent copy of a store in one file, the same for every kind of store, and back. */
import { closeSync, existsSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Digest, type Extent } from './backup/digest.ts';
import { reasonOf, StoreError } from './fault.ts';
import { BACKUP_FILE, migrate, requireCurrent } from './sqlite/schema.ts';
import { Tables } from './sqlite/tables.ts';
import type { Name, Piece, Store } from './store.ts';
import { syncFile, syncFolder } from './sync.ts';

/** What a backup says of itself. */
export interface Backup extends Extent {
  /** When it was begun (ISO 8601, UTC); what was committed before is in it. */
  readonly taken: string;
  /** SHA-256 of its contents, in hexadecimal; the same for the same contents, whatever store they came from. */
  readonly sha256: string;
}

/** There, after a restore, until the record has caught up with what had been published: nothing may be signed before. */
export const RESTORED: Name = 'record/restored';

const ABOUT = `CREATE TABLE about (
  taken TEXT NOT NULL, sha256 TEXT NOT NULL, streams INTEGER NOT NULL, rows INTEGER NOT NULL, cells INTEGER NOT NULL
) STRICT`;

/**
 * Writes all that a store has at one moment into a new file, which appears under its name when it is whole and on the disk. `taken`: the time
 * now. Throws a `StoreError` where the file is there already or can't be written.
 */
export async function backup(store: Pick<Store, 'snapshot'>, file: string, taken: string): Promise<Backup> {
  const path = resolve(file);
  if (existsSync(path)) throw new StoreError('backup-exists', { file });
  const part = `${path}.${process.pid}.part`;
  try {
    closeSync(openSync(part, 'wx', 0o600));
    const made = await write(store, part, taken);
    syncFile(part);
    renameSync(part, path);
    syncFolder(dirname(path));
    return made;
  } catch (error) {
    rmSync(part, { force: true });
    if (error instanceof StoreError) throw error;
    throw new StoreError('backup-not-written', { file, reason: reasonOf(error) }, error);
  }
}

async function write(store: Pick<Store, 'snapshot'>, part: string, taken: string): Promise<Backup> {
  const db = new DatabaseSync(part);
  try {
    // It is flushed as a whole, and thrown away when it is not finished.
    db.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF');
    migrate(db, part, BACKUP_FILE);
    db.exec(`BEGIN; ${ABOUT}`);
    const digest = new Digest();
    await new Tables(db).fill(digest.through(store.snapshot()));
    const made = { taken, sha256: digest.sha256(), ...digest.extent };
    db.prepare('INSERT INTO about VALUES (:taken, :sha256, :streams, :rows, :cells)').run(made);
    db.exec('COMMIT');
    return made;
  } finally {
    db.close();
  }
}

/**
 * Fills an empty store with a backup, at once or not at all, and marks it with the cell `record/restored`. `at`: the time now. Throws a
 * `StoreError` where the store isn't empty or the file isn't a whole backup.
 */
export async function restore(file: string, store: Store, at: string): Promise<Backup> {
  const path = resolve(file);
  if (!existsSync(path)) throw new StoreError('backup-unreadable', { file, reason: 'ENOENT' });
  let db: DatabaseSync | undefined;
  try {
    db = new DatabaseSync(path, { readOnly: true });
    requireCurrent(db, file, BACKUP_FILE);
    const { ...about } = db.prepare('SELECT * FROM about').get() as unknown as Backup;
    await store.fill(piecesOf(db, file, about, at));
    return about;
  } catch (error) {
    throw reading(error, file);
  } finally {
    db?.close();
  }
}

/** The pieces of the backup and, where all are as they were written, the mark of the restore. */
async function* piecesOf(db: DatabaseSync, file: string, about: Backup, at: string): AsyncGenerator<Piece> {
  const digest = new Digest();
  try {
    for await (const piece of digest.through(new Tables(db).pieces())) {
      // A store may have been restored before it was backed up.
      if (!('cell' in piece && piece.cell === RESTORED)) yield piece;
    }
  } catch (error) {
    throw reading(error, file);
  }
  const found = digest.sha256();
  if (found !== about.sha256) {
    throw new StoreError('backup-damaged', { file, found, expected: about.sha256 });
  }
  const { taken, sha256 } = about;
  const mark = JSON.stringify({ format: 'foedus-restored/1', at, backup: { taken, sha256 } });
  yield { cell: RESTORED, value: new TextEncoder().encode(mark) };
}

/** What SQLite says of a file that is no backup, or a broken one. */
function reading(error: unknown, file: string): unknown {
  if (error instanceof StoreError && error.code !== 'store-damaged') return error;
  const damaged = error instanceof StoreError || (error as NodeJS.ErrnoException).code === 'ERR_SQLITE_ERROR';
  if (!damaged) return error;
  const reason = error instanceof StoreError ? String(error.fault.params['reason']) : reasonOf(error);
  return new StoreError('backup-unreadable', { file, reason }, error);
}
