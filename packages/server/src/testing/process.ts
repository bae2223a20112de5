/** `foedus serve` as a process of its own, to be killed and started again at the same address. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const COMMAND = fileURLToPath(new URL('../../../cli/bin/foedus.js', import.meta.url));

export interface Served {
  readonly url: string;
  /** Ends it at once, without a goodbye. */
  kill(): Promise<void>;
  start(): Promise<void>;
  /** Ends it as one does; gives its exit code. */
  stop(): Promise<number | null>;
  /** Of the process that runs now. */
  readonly pid: () => number;
}

export interface Serving {
  readonly data: string;
  readonly arrangements: string;
  /** The folder with scenarios; absent: the one around the tests. */
  readonly scenarios?: string;
  readonly databaseUrl?: string;
}

/** Runs `foedus` with arguments; gives its exit code and what it printed. */
export async function foedus(
  ...args: readonly string[]
): Promise<{ readonly exit: number | null; readonly out: string; readonly err: string }> {
  const child = spawn(process.execPath, [COMMAND, ...args], { env: { PATH: process.env['PATH'] } });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  await once(child, 'close');
  return { exit: child.exitCode, out, err };
}

/** A demonstration on a port of its own, which it keeps. */
export async function serve({ arrangements, data, databaseUrl, scenarios }: Serving): Promise<Served> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const args = ['serve', '--demo', '--json', '--port', String(port), '--data', data, '--log', 'error'];
  const env = {
    PATH: process.env['PATH'],
    FOEDUS_ARRANGEMENTS: arrangements,
    FOEDUS_RATE_LIMIT: '10000000',
    ...(scenarios === undefined ? {} : { FOEDUS_SCENARIOS: scenarios }),
    ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
  };
  let child: ChildProcess;
  async function start(): Promise<void> {
    const started = spawn(process.execPath, [COMMAND, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    child = started;
    let err = '';
    started.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    const listening = once(createInterface(started.stdout), 'line');
    const ended = once(started, 'close').then(() => {
      throw new Error(`foedus serve ended: ${err}`);
    });
    await Promise.race([listening, ended]);
    ended.catch(() => undefined);
  }
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'close');
    child.kill(signal);
    await ended;
  };
  await start();
  return {
    url,
    start,
    pid: () => child.pid!,
    kill: () => end('SIGKILL'),
    async stop() {
      await end('SIGTERM');
      return child.exitCode;
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
