/** The tables of a store in PostgreSQL, and how older ones are brought up to date. */
import type { Client } from 'pg';
import { StoreError } from '../fault.ts';

/** Each brings a store from the version before to its own: the first from nothing to version 1. None is ever changed. */
const MIGRATIONS: readonly string[] = [
  // Only the length of a stream changes, which is in no index: room in the page keeps the change in it.
  `CREATE TABLE foedus.streams (
     id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     name text COLLATE "C" NOT NULL UNIQUE,
     length bigint NOT NULL
   ) WITH (fillfactor = 70);
   CREATE TABLE foedus.stream_rows (
     stream bigint NOT NULL,
     place bigint NOT NULL,
     data bytea NOT NULL,
     PRIMARY KEY (stream, place)
   );
   CREATE TABLE foedus.cells (
     name text COLLATE "C" PRIMARY KEY,
     version bigint NOT NULL,
     value bytea NOT NULL
   );
   CREATE SEQUENCE foedus.versions;`,
];

export const SCHEMA_VERSION = MIGRATIONS.length;

/** Any number, the same for all processes of Foedus: `Foed`. */
const LOCK = 0x466f6564;

/** Brings the tables up to date, each version in one transaction; processes that start at the same time wait for each other. */
export async function migrate(client: Client): Promise<void> {
  for (let done = false; !done;) {
    await client.query('BEGIN');
    try {
      await client.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
      const found = await version(client);
      done = found === SCHEMA_VERSION;
      if (!done) {
        await client.query(
          'CREATE SCHEMA IF NOT EXISTS foedus; CREATE TABLE IF NOT EXISTS foedus.migrations (version int PRIMARY KEY)',
        );
        await client.query(MIGRATIONS[found]!);
        await client.query('INSERT INTO foedus.migrations VALUES ($1)', [found + 1]);
      }
      await client.query('COMMIT');
    } catch (error) {
      await client.query('ROLLBACK');
      throw error;
    }
  }
}

/** Throws unless the tables are those of this program. */
export async function requireCurrent(client: Client): Promise<void> {
  const found = await version(client);
  if (found < SCHEMA_VERSION) throw new StoreError('store-older', { found, known: SCHEMA_VERSION });
}

/** The version of the tables; 0 where there are none. Throws where a newer program made them. */
async function version(client: Client): Promise<number> {
  const { rows } = await client.query<{ there: boolean }>(
    `SELECT to_regclass('foedus.migrations') IS NOT NULL AS there`,
  );
  if (!rows[0]!.there) return 0;
  const found = await client.query<{ version: number }>(
    'SELECT max(version) AS version FROM foedus.migrations',
  );
  const newest = found.rows[0]!.version;
  if (newest > SCHEMA_VERSION) throw new StoreError('store-newer', { found: newest, known: SCHEMA_VERSION });
  return newest;
}
