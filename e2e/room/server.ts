/** A real server for one test: the command itself, as a demonstration on a data folder of its own. It can be killed, and come back. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const COMMAND = join(import.meta.dirname, '../../packages/cli/bin/foedus.js');
const HOST = '127.0.0.1';

async function freePort(): Promise<number> {
  const server = createServer().listen(0, HOST);
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

export class Server {
  readonly url: string;
  readonly #data: string;
  readonly #port: number;
  #process: ChildProcess | undefined;

  private constructor(data: string, port: number) {
    this.#data = data;
    this.#port = port;
    this.url = `http://${HOST}:${port}`;
  }

  static async start(): Promise<Server> {
    const server = new Server(await mkdtemp(join(tmpdir(), 'foedus-e2e-')), await freePort());
    await server.come();
    return server;
  }

  /** Runs on the data that there is; resolves when it answers. */
  async come(): Promise<void> {
    const started = spawn(
      process.execPath,
      [COMMAND, 'serve', '--demo', '--json', '--data', this.#data, '--port', String(this.#port)],
      {
        env: { ...process.env, FOEDUS_RATE_LIMIT: '1000000', FOEDUS_LOG: 'error' },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    this.#process = started;
    await new Promise<void>((resolve, reject) => {
      started.stdout.once('data', () => resolve());
      started.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
    });
  }

  /** Kills it as a power failure would: nothing is finished, nothing is said. */
  async kill(): Promise<void> {
    const dying = this.#process!;
    const gone = new Promise((resolve) => dying.once('exit', resolve));
    dying.kill('SIGKILL');
    await gone;
  }

  async end(): Promise<void> {
    await this.kill();
    await rm(this.#data, { recursive: true, force: true });
  }
}
