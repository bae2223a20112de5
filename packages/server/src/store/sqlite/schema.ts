/** The tables of a SQLite store, and how older ones are brought up to date. */
import type { DatabaseSync } from 'node:sqlite';
import { StoreError } from '../fault.ts';

/**
 * What the database is, in the head of its file, so that none is taken for another: a store (`Foed`) or a backup (`FoeB`), which has to be
 * restored before it is used.
 */
export const STORE_FILE = 0x466f6564;
export const BACKUP_FILE = 0x466f6542;
export type FileKind = typeof STORE_FILE | typeof BACKUP_FILE;

/** Each brings a store from the version before to its own: the first from nothing to version 1. None is ever changed. */
const MIGRATIONS: readonly string[] = [
  `CREATE TABLE streams (
     id INTEGER PRIMARY KEY,
     name TEXT NOT NULL UNIQUE,
     length INTEGER NOT NULL
   ) STRICT;
   CREATE TABLE stream_rows (
     stream INTEGER NOT NULL,
     place INTEGER NOT NULL,
     data BLOB NOT NULL,
     PRIMARY KEY (stream, place)
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE cells (
     name TEXT PRIMARY KEY,
     version INTEGER NOT NULL,
     value BLOB NOT NULL
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE counter (version INTEGER NOT NULL) STRICT;
   INSERT INTO counter VALUES (0);`,
];

export const SCHEMA_VERSION = MIGRATIONS.length;

interface Pragma {
  readonly application_id: number;
}

/** The version of the tables; 0 where there are none. Throws where the database is something else. */
function version(db: DatabaseSync, file: string, kind: FileKind): number {
  const tables = db.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).all();
  if (tables.length === 0) return 0;
  const { application_id } = db.prepare('PRAGMA application_id').get() as unknown as Pragma;
  if (application_id !== kind) {
    throw new StoreError('store-damaged', { file, reason: `application_id ${application_id}` });
  }
  const row = db.prepare('SELECT max(version) AS version FROM migrations').get() as { version: number };
  if (row.version > SCHEMA_VERSION) {
    throw new StoreError('store-newer', { found: row.version, known: SCHEMA_VERSION });
  }
  return row.version;
}

/** Brings the tables up to date, each version in one transaction. */
export function migrate(db: DatabaseSync, file: string, kind: FileKind): void {
  for (let next = version(db, file, kind) + 1; next <= SCHEMA_VERSION; next += 1) {
    db.exec(`
      BEGIN IMMEDIATE;
      PRAGMA application_id = ${kind};
      CREATE TABLE IF NOT EXISTS migrations (version INTEGER PRIMARY KEY) STRICT;
      ${MIGRATIONS[next - 1]!}
      INSERT INTO migrations VALUES (${next});
      COMMIT;`);
  }
}

/** Throws unless the tables are those of this program. */
export function requireCurrent(db: DatabaseSync, file: string, kind: FileKind): void {
  const found = version(db, file, kind);
  if (found < SCHEMA_VERSION) throw new StoreError('store-older', { found, known: SCHEMA_VERSION });
}
