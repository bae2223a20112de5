/** The store on a PostgreSQL server: the same promises, with as many processes on it at once as are wanted. */
import { Pool } from 'pg';
import { Bell, type Ring } from './bell.ts';
import { checkChange, checkName } from './change.ts';
import { StoreError } from './fault.ts';
import { Group } from './group.ts';
import { connect, settings, unavailable } from './postgres/connect.ts';
import { fillWith, piecesOf } from './postgres/copy.ts';
import { Doorbell } from './postgres/doorbell.ts';
import { Queue } from './postgres/queue.ts';
import { migrate, requireCurrent } from './postgres/schema.ts';
import { Writer } from './postgres/writer.ts';
import type { Cell, Change, Commit, Name, Piece, Store } from './store.ts';

/** Connections that read. */
const READERS = 4;
/** Milliseconds. */
const ANSWER_WITHIN = 30_000;

export class PostgresStore implements Store {
  readonly #address: string;
  readonly #readers: Pool;
  readonly #writer: Writer;
  readonly #doorbell: Doorbell;
  readonly #queue: Queue;
  readonly #bell = new Bell();
  readonly #group = new Group(async (changes) => {
    const { outcomes, grown } = await this.#writer.write(changes);
    this.#bell.ring([...grown.keys()]);
    return outcomes;
  });
  #closed: Promise<void> | undefined;

  constructor(address: string) {
    this.#address = address;
    this.#readers = new Pool({ ...settings(address), max: READERS, query_timeout: ANSWER_WITHIN });
    // A connection that breaks while nobody uses it is replaced when the next one is needed.
    this.#readers.on('error', () => {});
    this.#writer = new Writer(address);
    this.#queue = new Queue(address);
    this.#doorbell = new Doorbell(
      address,
      (streams) => this.#bell.ring(streams),
      (backend) => backend === this.#writer.backend,
    );
  }

  /** Begins to hear what other processes commit. */
  async listen(): Promise<void> {
    await this.#doorbell.listen();
  }

  async commit(change: Change): Promise<Commit> {
    this.#check();
    checkChange(change);
    return await this.#group.commit(change);
  }

  async read(stream: Name, from: number, limit: number): Promise<readonly Uint8Array[]> {
    checkName(stream);
    const rows = await this.#ask<{ data: Buffer }>(
      'read',
      `SELECT data FROM foedus.stream_rows
       WHERE stream = (SELECT id FROM foedus.streams WHERE name = $1) AND place >= $2 ORDER BY place LIMIT $3`,
      [stream, from, limit],
    );
    return rows.map(({ data }) => plain(data));
  }

  async length(stream: Name): Promise<number> {
    checkName(stream);
    const rows = await this.#ask<{ length: number }>(
      'length',
      'SELECT length FROM foedus.streams WHERE name = $1',
      [stream],
    );
    return rows[0]?.length ?? 0;
  }

  async get(cell: Name): Promise<Cell | undefined> {
    checkName(cell);
    const rows = await this.#ask<CellRow>(
      'get',
      'SELECT name AS cell, value, version FROM foedus.cells WHERE name = $1',
      [cell],
    );
    return rows.map(cellOf)[0];
  }

  async list(prefix: Name, after: Name, limit: number): Promise<readonly Cell[]> {
    // Names end at "~", before DEL.
    const rows = await this.#ask<CellRow>(
      'list',
      `SELECT name AS cell, value, version FROM foedus.cells
       WHERE name >= $1 AND name < $1 || chr(127) AND name > $2 ORDER BY name LIMIT $3`,
      [prefix, after, limit],
    );
    return rows.map(cellOf);
  }

  inTurn<T>(name: Name, work: () => Promise<T>): Promise<T> {
    checkName(name);
    return this.#queue.take(name, work);
  }

  watch(ring: Ring): () => void {
    this.#check();
    return this.#bell.watch(ring);
  }

  async *snapshot(): AsyncIterable<Piece> {
    this.#check();
    yield* piecesOf(this.#address);
  }

  async fill(pieces: AsyncIterable<Piece>): Promise<void> {
    this.#check();
    await this.#group.alone(() => fillWith(this.#address, pieces));
    this.#bell.ring(null);
  }

  async close(): Promise<void> {
    this.#closed ??= this.#end();
    await this.#closed;
  }

  async #end(): Promise<void> {
    await this.#group.idle();
    this.#bell.clear();
    await Promise.all([this.#doorbell.end(), this.#writer.end(), this.#readers.end(), this.#queue.end()]);
  }

  async #ask<T extends object>(name: string, text: string, values: unknown[]): Promise<readonly T[]> {
    this.#check();
    try {
      return (await this.#readers.query<T>({ name, text, values })).rows;
    } catch (error) {
      throw new StoreError('unavailable', unavailable(error).fault.params, error);
    }
  }

  #check(): void {
    if (this.#closed) throw new StoreError('closed');
  }
}

interface CellRow {
  readonly cell: Name;
  readonly value: Buffer;
  readonly version: Cell['version'];
}

/** Without what Buffer adds, so that both stores give the same. */
function plain(data: Buffer): Uint8Array {
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
}

function cellOf({ cell, value, version }: CellRow): Cell {
  return { cell, value: plain(value), version };
}

/** Opens the store of a database, whose tables are made if they aren't there. Throws a `StoreError` where that can't be. */
export async function openPostgres(address: string): Promise<PostgresStore> {
  const client = await connect(address);
  try {
    await migrate(client);
  } catch (error) {
    throw unavailable(error);
  } finally {
    await client.end().catch(() => {});
  }
  const store = new PostgresStore(address);
  try {
    await store.listen();
  } catch (error) {
    await store.close();
    throw unavailable(error);
  }
  return store;
}

/** Reads the store of a database, without making or changing anything. Throws a `StoreError` where there is none, or it isn't of this version. */
export async function readPostgres(address: string): Promise<Pick<Store, 'snapshot'>> {
  const client = await connect(address);
  try {
    await requireCurrent(client);
  } catch (error) {
    throw unavailable(error);
  } finally {
    await client.end().catch(() => {});
  }
  return { snapshot: () => piecesOf(address) };
}
