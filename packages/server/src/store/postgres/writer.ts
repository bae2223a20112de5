/**
 * Writes groups of changes to PostgreSQL, on a connection of its own.
 *
 * Rows are locked in one order everywhere, so that no two groups wait for each other: streams that are new, streams, cells, cells that are new;
 * each in the order of their names. A cell that is new to two groups is written by one: the other one's insertion fails, and its group is
 * settled again.
 */
import type { Client, QueryConfig } from 'pg';
import { namesIn, settle, type Written } from '../change.ts';
import { StoreError } from '../fault.ts';
import type { Change, Name, Version } from '../store.ts';
import { connect, isRefusal, unavailable } from './connect.ts';
import { notification } from './doorbell.ts';

/** How often a group is tried that met with another, or with a connection that had broken before. */
const TRIES = 8;
/** Serialization failure, deadlock, unique violation. */
const AGAIN = new Set(['40001', '40P01', '23505']);
/** Milliseconds. A server that takes longer to answer is taken for lost. */
const ANSWER_WITHIN = 30_000;

const NEW_STREAMS = `INSERT INTO foedus.streams (name, length)
  SELECT named.name, 0 FROM unnest($1::text[]) AS named (name)
  WHERE NOT EXISTS (SELECT FROM foedus.streams AS known WHERE known.name = named.name)
  ORDER BY named.name COLLATE "C" ON CONFLICT (name) DO NOTHING`;
const STREAMS = `SELECT id, name, length FROM foedus.streams
  WHERE name = ANY ($1::text[]) ORDER BY name FOR UPDATE`;
const CELLS = `SELECT name, version FROM foedus.cells
  WHERE name = ANY ($1::text[]) ORDER BY name FOR UPDATE`;
const VERSIONS = `SELECT nextval('foedus.versions') AS version FROM generate_series(1, $1::int)`;
const WRITE = `WITH
  added AS (
    INSERT INTO foedus.stream_rows (stream, place, data)
    SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::bytea[])),
  grown AS (
    UPDATE foedus.streams SET length = now.length
    FROM unnest($4::bigint[], $5::bigint[]) AS now (id, length) WHERE streams.id = now.id),
  removed AS (
    DELETE FROM foedus.cells WHERE name = ANY ($6::text[])),
  changed AS (
    UPDATE foedus.cells SET version = now.version, value = now.value
    FROM unnest($7::text[], $8::bigint[], $9::bytea[]) AS now (name, version, value) WHERE cells.name = now.name),
  made AS (
    INSERT INTO foedus.cells (name, version, value)
    SELECT * FROM unnest($10::text[], $11::bigint[], $12::bytea[]) AS now (name, version, value)
    ORDER BY now.name COLLATE "C")
  SELECT pg_notify($13, $14)`;

interface Locked {
  readonly ids: ReadonlyMap<Name, number>;
  readonly lengths: ReadonlyMap<Name, number>;
  readonly versions: ReadonlyMap<Name, Version>;
  readonly given: readonly Version[];
}

interface Rows {
  readonly streams: { readonly id: number; readonly name: Name; readonly length: number };
  readonly cells: { readonly name: Name; readonly version: Version };
}

export class Writer {
  readonly #address: string;
  #client: Client | undefined;

  constructor(address: string) {
    this.#address = address;
  }

  /** The backend's number of the connection, which its notifications bear. */
  get backend(): number | undefined {
    return (this.#client as { processID?: number } | undefined)?.processID;
  }

  /** Writes changes at once; see `Write`. */
  async write(changes: readonly Change[]): Promise<Written> {
    for (let left = TRIES; ; left -= 1) {
      try {
        return await this.#attempt(changes);
      } catch (error) {
        if (error instanceof StoreError) throw error;
        const again = isRefusal(error) ? AGAIN.has(error.code ?? '') : true;
        if (!again || left === 1) throw new StoreError('unavailable', unavailable(error).fault.params, error);
      }
    }
  }

  async end(): Promise<void> {
    await this.#client?.end().catch(() => {});
  }

  async #connected(): Promise<Client> {
    if (this.#client) return this.#client;
    const client = await connect(this.#address, { query_timeout: ANSWER_WITHIN, pipeline: true }).catch(
      (error: unknown) => {
        throw new StoreError('unavailable', unavailable(error).fault.params, error);
      },
    );
    // A process that is held up for long (stopped, asleep) must not hold up the others with its locks.
    await client.query(`SET idle_in_transaction_session_timeout = '30s'`);
    client.once('end', () => this.#forget(client));
    client.once('error', () => this.#forget(client));
    this.#client = client;
    return client;
  }

  #forget(client: Client): void {
    if (this.#client === client) this.#client = undefined;
  }

  /** Throws what the server or the connection threw where nothing was written, and may be tried again. */
  async #attempt(changes: readonly Change[]): Promise<Written> {
    const client = await this.#connected();
    try {
      const { ids, given, ...held } = await lock(client, changes);
      let next = 0;
      const written = settle(changes, { ...held, next: () => given[next++]! });
      if (written.grown.size === 0 && written.cells.size === 0) await client.query('ROLLBACK');
      else await commit(client, write(written, ids, held.versions));
      return written;
    } catch (error) {
      if (isRefusal(error)) await client.query('ROLLBACK').catch(() => this.#drop(client));
      else this.#drop(client);
      throw error;
    }
  }

  #drop(client: Client): void {
    this.#forget(client);
    client.end().catch(() => {});
  }
}

/** Begins a transaction in which nobody else changes what the changes name. */
async function lock(client: Client, changes: readonly Change[]): Promise<Locked> {
  const { streams, cells } = namesIn(changes);
  const puts = changes.reduce((sum, change) => sum + (change.puts?.length ?? 0), 0);
  const ask = async <T extends object>(much: number, query: QueryConfig): Promise<readonly T[]> =>
    much === 0 ? [] : (await client.query<T>(query)).rows;
  // All are sent at once, and done one after another. New streams are made before any is locked.
  const [, , ofStreams, ofCells, given] = await every([
    client.query('BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE'),
    ask(streams.length, { name: 'new-streams', text: NEW_STREAMS, values: [streams] }),
    ask<Rows['streams']>(streams.length, { name: 'streams', text: STREAMS, values: [streams] }),
    ask<Rows['cells']>(cells.length, { name: 'cells', text: CELLS, values: [cells] }),
    ask<{ version: Version }>(puts, { name: 'versions', text: VERSIONS, values: [puts] }),
  ]);
  return {
    ids: new Map(ofStreams.map(({ name, id }) => [name, id])),
    lengths: new Map(ofStreams.map(({ name, length }) => [name, length])),
    versions: new Map(ofCells.map(({ name, version }) => [name, version])),
    given: given.map(({ version }) => version),
  };
}

/** The one statement that writes everything. */
function write({ grown, cells }: Written, ids: Locked['ids'], before: Locked['versions']): QueryConfig {
  const rows = [...grown].flatMap(([stream, { from, rows }]) =>
    rows.map((data, index) => ({ stream: ids.get(stream)!, place: from + index, data })),
  );
  const lengths = [...grown].map(([stream, { from, rows }]) => ({
    id: ids.get(stream)!,
    length: from + rows.length,
  }));
  const all = [...cells].map(([name, cell]) => ({ name, ...cell, known: before.has(name) }));
  const kept = all.filter(({ value }) => value !== null);
  const columns = (of: typeof all): unknown[] => [
    of.map(({ name }) => name),
    of.map(({ version }) => version),
    of.map(({ value }) => value),
  ];
  return {
    name: 'write',
    text: WRITE,
    values: [
      rows.map(({ stream }) => stream),
      rows.map(({ place }) => place),
      rows.map(({ data }) => data),
      lengths.map(({ id }) => id),
      lengths.map(({ length }) => length),
      all.filter(({ value, known }) => value === null && known).map(({ name }) => name),
      ...columns(kept.filter(({ known }) => known)),
      ...columns(kept.filter(({ known }) => !known)),
      ...notification([...grown.keys()]),
    ],
  };
}

/** Writes and commits in one go. Where the statement was refused, so was the commit; where no answer came, it may have been done. */
async function commit(client: Client, statement: QueryConfig): Promise<void> {
  const [written, committed] = await Promise.allSettled([client.query(statement), client.query('COMMIT')]);
  if (written.status === 'rejected' && isRefusal(written.reason)) throw written.reason as Error;
  if (committed.status === 'fulfilled' && committed.value.command === 'COMMIT') return;
  const reason: unknown = committed.status === 'rejected' ? committed.reason : undefined;
  if (isRefusal(reason) && AGAIN.has(reason.code ?? '')) throw reason;
  throw new StoreError('unknown-outcome', unavailable(reason).fault.params, reason);
}

/** The results of all; waits for each before it throws the first error. */
async function every<T extends readonly unknown[]>(work: {
  readonly [K in keyof T]: Promise<T[K]>;
}): Promise<T> {
  await Promise.allSettled(work);
  return await Promise.all(work);
}
