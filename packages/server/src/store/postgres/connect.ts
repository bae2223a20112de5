/** Connections to PostgreSQL that keep what the store promises: each is looked at before it is used. */
import { Client, DatabaseError, types, TypeOverrides, type ClientConfig } from 'pg';
import { reasonOf, StoreError } from '../fault.ts';

/** 15.0, as the server writes it. */
const OLDEST = 150_000;
/** Milliseconds. */
const CONNECT_WITHIN = 10_000;

const parsers = new TypeOverrides();
// int8: places, lengths and versions stay far below 2^53.
parsers.setTypeParser(types.builtins.INT8, Number);

/** What every connection has in common. Keep-alive finds a peer that is gone without a word. */
export function settings(address: string): ClientConfig {
  return {
    connectionString: address,
    types: parsers,
    application_name: 'foedus',
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    connectionTimeoutMillis: CONNECT_WITHIN,
  };
}

interface Server {
  readonly version: number;
  readonly shown: string;
  readonly fsync: string;
  readonly standby: boolean;
}

/**
 * Connects, and refuses a server on which an acknowledged commit could be lost. A weaker `synchronous_commit` of the database or the role is
 * raised to `on` for the connection; `remote_apply` is stronger and stays.
 */
export async function connect(address: string, more: ClientConfig = {}): Promise<Client> {
  const client = open(address, more);
  // A connection that breaks while nothing is asked of it tells so here, and again to whoever asks next.
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<Server>(
      `SELECT current_setting('server_version_num')::int AS version, current_setting('server_version') AS shown,
         current_setting('fsync') AS fsync, pg_is_in_recovery() AS standby`,
    );
    const { version, shown, fsync, standby } = rows[0]!;
    if (version < OLDEST) throw new StoreError('database-old', { found: shown, known: OLDEST / 10_000 });
    if (fsync !== 'on') throw new StoreError('database-unsafe');
    if (standby) throw new StoreError('database-standby');
    await client.query(
      `SELECT set_config('synchronous_commit', 'on', false)
       WHERE current_setting('synchronous_commit') NOT IN ('on', 'remote_apply')`,
    );
    return client;
  } catch (error) {
    await client.end().catch(() => {});
    throw unavailable(error);
  }
}

function open(address: string, more: ClientConfig): Client {
  if (!/^postgres(ql)?:\/\//.test(address)) throw new StoreError('database-address');
  try {
    return new Client({ ...settings(address), ...more });
  } catch (error) {
    throw new StoreError('database-address', {}, error);
  }
}

/** An error of the database or of the way to it, for people. Messages of PostgreSQL never hold the password. */
export function unavailable(error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  // Where a name has several addresses, the error is that of all of them.
  const first = error instanceof AggregateError ? (error.errors[0] as unknown) : error;
  const reason = first instanceof DatabaseError ? first.message : reasonOf(first);
  return new StoreError('database-unavailable', { reason }, error);
}

/** Whether the server refused a statement and the connection goes on. */
export function isRefusal(error: unknown): error is DatabaseError {
  return error instanceof DatabaseError && error.severity === 'ERROR';
}
