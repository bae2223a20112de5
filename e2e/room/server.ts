/** A real server for one test: the command itself, on a data folder of its own. It can be killed, and come back. */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** `foedus`. */
export const COMMAND = join(import.meta.dirname, '../../packages/cli/bin/foedus.js');
const HOST = '127.0.0.1';

async function freePort(): Promise<number> {
  const server = createServer().listen(0, HOST);
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function dataFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'foedus-e2e-'));
}

/** An account to come: what its person is called, and its roles as `foedus user grant` reads them. */
export interface Invitee {
  readonly login: string;
  readonly name: string;
  readonly roles: readonly string[];
}

export class Server {
  readonly url: string;
  readonly #data: string;
  readonly #port: number;
  readonly #more: readonly string[];
  #process: ChildProcess | undefined;

  private constructor(data: string, port: number, host: string, more: readonly string[]) {
    this.#data = data;
    this.#port = port;
    this.#more = more;
    this.url = `http://${host}:${port}`;
  }

  /** A demonstration. */
  static async start(): Promise<Server> {
    const server = new Server(await dataFolder(), await freePort(), HOST, ['--demo']);
    await server.come();
    return server;
  }

  /** With accounts: gives the links by which they are taken up, in the order of the invitees. Browsers bind no passkey to an address of numbers. */
  static async withAccounts(invitees: readonly Invitee[]): Promise<readonly [Server, readonly string[]]> {
    const data = await dataFolder();
    const port = await freePort();
    const server = new Server(data, port, 'localhost', ['--origin', `http://localhost:${port}`]);
    const user = async (...args: readonly string[]): Promise<string> => {
      const where = ['--data', data, '--origin', server.url, '--json'];
      const { stdout } = await promisify(execFile)(process.execPath, [COMMAND, 'user', ...args, ...where]);
      return stdout;
    };
    const links: string[] = [];
    for (const { login, name, roles } of invitees) {
      const { link } = JSON.parse(await user('add', login, '--name', name)) as { readonly link: string };
      links.push(link);
      for (const role of roles) await user('grant', login, role);
    }
    await server.come();
    return [server, links];
  }

  /** Runs on the data that there is; resolves when it answers. */
  async come(): Promise<void> {
    const started = spawn(
      process.execPath,
      [COMMAND, 'serve', '--json', '--data', this.#data, '--port', String(this.#port), ...this.#more],
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
