/** All of a store in PostgreSQL at once: out of it, and into it. */
import type { Client } from 'pg';
import { StoreError } from '../fault.ts';
import { Places, streamPieces, type Row } from '../pieces.ts';
import type { Name, Piece } from '../store.ts';
import { connect, unavailable } from './connect.ts';
import { notification } from './doorbell.ts';

/** Rows that are fetched at a time. */
const FETCH = 100;

/** The rows of a query, fetched as they are needed. */
async function* fetched<T extends object>(client: Client, cursor: string, query: string): AsyncGenerator<T> {
  await client.query(`DECLARE ${cursor} NO SCROLL CURSOR FOR ${query}`);
  for (let more = true; more;) {
    const { rows } = await client.query<T>(`FETCH ${FETCH} FROM ${cursor}`);
    yield* rows;
    more = rows.length === FETCH;
  }
}

/** Everything that was there when the first piece was asked for. */
export async function* piecesOf(address: string): AsyncGenerator<Piece> {
  const client = await connect(address);
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    yield* streamPieces(
      fetched<Row>(
        client,
        'all_rows',
        `SELECT streams.name, stream_rows.place, stream_rows.data
         FROM foedus.streams JOIN foedus.stream_rows ON stream_rows.stream = streams.id
         ORDER BY streams.name, stream_rows.place`,
      ),
    );
    yield* fetched<Extract<Piece, { cell: Name }>>(
      client,
      'all_cells',
      'SELECT name AS cell, value FROM foedus.cells ORDER BY name',
    );
  } catch (error) {
    throw new StoreError('unavailable', unavailable(error).fault.params, error);
  } finally {
    await client.end().catch(() => {});
  }
}

type Ask = (text: string, values?: unknown[]) => Promise<readonly Record<string, unknown>[]>;

const PUT = `INSERT INTO foedus.cells (name, version, value) VALUES ($1, nextval('foedus.versions'), $2)`;

/** Adds all pieces, in one transaction that keeps everybody else from writing. */
export async function fillWith(address: string, pieces: AsyncIterable<Piece>): Promise<void> {
  const client = await connect(address);
  const ask: Ask = async (text, values) => {
    try {
      return (await client.query<Record<string, unknown>>(text, values)).rows;
    } catch (error) {
      const code = text === 'COMMIT' ? 'unknown-outcome' : 'unavailable';
      throw new StoreError(code, unavailable(error).fault.params, error);
    }
  };
  try {
    await ask('BEGIN');
    await ask('LOCK TABLE foedus.streams, foedus.cells, foedus.stream_rows IN EXCLUSIVE MODE');
    const there = await ask(
      `SELECT FROM foedus.streams WHERE length > 0 UNION ALL SELECT FROM foedus.cells LIMIT 1`,
    );
    if (there.length > 0) throw new StoreError('not-empty');
    const places = new Places();
    for await (const piece of pieces) {
      if ('stream' in piece) await grow(ask, piece, places.add(piece));
      else await ask(PUT, [piece.cell, piece.value]);
    }
    await ask('SELECT pg_notify($1, $2)', [...notification(null)]);
    await ask('COMMIT');
  } finally {
    // Ends the transaction where it was not committed.
    await client.end().catch(() => {});
  }
}

async function grow(
  ask: Ask,
  { stream, from, rows }: Extract<Piece, { stream: Name }>,
  length: number,
): Promise<void> {
  const [made] = await ask(
    `INSERT INTO foedus.streams (name, length) VALUES ($1, $2)
     ON CONFLICT (name) DO UPDATE SET length = excluded.length RETURNING id`,
    [stream, length],
  );
  await ask(
    `INSERT INTO foedus.stream_rows (stream, place, data)
     SELECT $1, $2 + number - 1, data FROM unnest($3::bytea[]) WITH ORDINALITY AS added (data, number)`,
    [made!['id'], from, rows],
  );
}
