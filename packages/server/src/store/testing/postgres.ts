/** A real PostgreSQL server for tests, of the binaries that the machine has. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';

/** Where Debian and macOS put the binaries, which are not in the PATH there. */
const FOLDERS = ['/usr/lib/postgresql', '/opt/homebrew/opt'];

/** The folder of `postgres` and `initdb`, of the newest version there is. */
export const POSTGRES: string | undefined = FOLDERS.filter((each) => existsSync(each))
  .flatMap((each) => readdirSync(each).map((version) => join(each, version, 'bin')))
  .filter((bin) => existsSync(join(bin, 'postgres')) && existsSync(join(bin, 'initdb')))
  .toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }))
  .at(-1);

export interface Server {
  /** Makes a new, empty database; gives its address. */
  readonly database: () => Promise<string>;
  /** Asks the server something as its administrator, in a database where one is named. */
  readonly ask: (sql: string, address?: string) => Promise<readonly Record<string, unknown>[]>;
  /** Ends every process of the server at once, without a goodbye, and starts it again. */
  readonly crash: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

const GUARD = `cat; kill -9 $(head -n 1 "$0/data/postmaster.pid"); rm -rf "$0" || { sleep 1; rm -rf "$0"; }`;

/** Who runs the server: PostgreSQL refuses to run as root. */
function user(): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string, name: string): number =>
    Number(execFileSync('id', [flag, name], { stdio: 'pipe' }));
  for (const name of ['postgres', 'nobody']) {
    try {
      return { uid: id('-u', name), gid: id('-g', name) };
    } catch {
      // The machine has no such user.
    }
  }
  return {};
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

/** Starts a server in a folder of its own, as a direct child, so that its end can be awaited. */
export async function startPostgres(settings: Readonly<Record<string, string>> = {}): Promise<Server> {
  const bin = POSTGRES!;
  const folder = mkdtempSync(join(tmpdir(), 'foedus-postgres-'));
  const as = user();
  if (as.uid !== undefined) chownSync(folder, as.uid, as.gid!);
  const data = join(folder, 'data');
  const run = { ...as, cwd: folder, env: { PATH: process.env['PATH'], LC_ALL: 'C' } };
  execFileSync(join(bin, 'initdb'), ['-D', data, '-U', 'foedus', '-A', 'trust', '-E', 'UTF8', '--no-sync'], {
    ...run,
    stdio: 'pipe',
  });
  const port = await freePort();
  const all = {
    listen_addresses: "'127.0.0.1'",
    port: String(port),
    unix_socket_directories: `'${folder}'`,
    max_connections: '100',
    shared_buffers: '16MB',
    ...settings,
  };
  const lines = Object.entries(all).map(([key, value]) => `${key} = ${value}\n`);
  writeFileSync(join(data, 'postgresql.auto.conf'), lines.join(''));

  const address = (name: string): string => `postgresql://foedus@127.0.0.1:${port}/${name}`;
  async function ask(sql: string, at = address('postgres')): Promise<readonly Record<string, unknown>[]> {
    const client = new Client({ connectionString: at });
    client.on('error', () => {});
    try {
      await client.connect();
      return (await client.query<Record<string, unknown>>(sql)).rows;
    } finally {
      await client.end();
    }
  }

  const spawned = (): ChildProcess => spawn(join(bin, 'postgres'), ['-D', data], { ...run, stdio: 'ignore' });
  async function start(): Promise<ChildProcess> {
    let child = spawned();
    for (let left = 400; ; left -= 1) {
      try {
        await ask('SELECT');
        return child;
      } catch (error) {
        if (left === 0) throw error;
        await sleep(25);
        // After a kill it doesn't start before the last process of the one before has gone.
        if (child.exitCode !== null) child = spawned();
      }
    }
  }
  async function kill(child: ChildProcess): Promise<void> {
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }

  let child = await start();
  // It ends the server and removes the folder once its input is closed: by `stop`, or because the tests have ended, however they did.
  const guard = spawn('sh', ['-c', GUARD, folder], { ...run, cwd: '/', stdio: ['pipe', 'ignore', 'ignore'] });
  let made = 0;
  return {
    ask,
    async database() {
      const name = `test_${(made += 1)}`;
      await ask(`CREATE DATABASE ${name}`);
      return address(name);
    },
    async crash() {
      await kill(child);
      child = await start();
    },
    async stop() {
      const ended = once(guard, 'exit');
      guard.stdin.end();
      await ended;
    },
  };
}

let shared: Promise<Server> | undefined;

/** The server that all tests of one run share; it ends when they do. */
export function sharedPostgres(): Promise<Server> {
  return (shared ??= startPostgres());
}
