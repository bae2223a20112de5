/**
 * Turns among the processes on a database, by PostgreSQL's advisory locks, which let in first who came first. They make nothing right: the commit does.
 * So whoever can't have one, because the way to the server is broken or another process holds it for too long, goes on without.
 */
import { Pool, type PoolClient } from 'pg';
import type { Name } from '../store.ts';
import { Turns } from '../turns.ts';
import { settings } from './connect.ts';

/** Names in which this process can have its turn, or wait for it, at one moment. */
const CONNECTIONS = 4;
/** Milliseconds. A process that holds a turn for longer has been stopped, or is asleep; then its connection is cut, too. */
const PATIENCE = 2_000;

export class Queue {
  readonly #pool: Pool;
  /** Of this process, one at a time waits for a turn under a name. */
  readonly #here = new Turns();

  constructor(address: string) {
    const options = `-c lock_timeout=${PATIENCE} -c idle_session_timeout=${PATIENCE * 5}`;
    this.#pool = new Pool({ ...settings(address), options, max: CONNECTIONS, allowExitOnIdle: true });
    // A connection that breaks has given its turn back; who has it goes on without.
    this.#pool.on('error', () => {});
  }

  take<T>(name: Name, work: () => Promise<T>): Promise<T> {
    return this.#here.take(name, async () => {
      const turn = await this.#begin(name);
      try {
        return await work();
      } finally {
        // Nobody waits for the answer: what was done is done.
        if (turn) void end(turn, name);
      }
    });
  }

  async #begin(name: Name): Promise<PoolClient | undefined> {
    const client = await this.#pool.connect().catch(() => undefined);
    if (!client) return undefined;
    client.on('error', () => {});
    try {
      await client.query({ name: 'begin', text: `SELECT pg_advisory_lock(${KEY})`, values: [name] });
      return client;
    } catch {
      client.release(true);
      return undefined;
    }
  }

  async end(): Promise<void> {
    await this.#pool.end().catch(() => {});
  }
}

const KEY = `hashtextextended($1, 0)`;

async function end(client: PoolClient, name: Name): Promise<void> {
  try {
    await client.query({ name: 'end', text: `SELECT pg_advisory_unlock(${KEY})`, values: [name] });
    client.removeAllListeners('error');
    client.release();
  } catch {
    client.release(true);
  }
}
