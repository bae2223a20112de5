/** A whole server: started on a folder, stopped, and started again. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Config } from './config.ts';
import { startServer, type Started } from './server.ts';

const ARRANGEMENTS = fileURLToPath(new URL('../../../arrangements/examples', import.meta.url));

let folder: string;
let config: Config;
const running: Started[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'foedus-server-'));
  config = {
    host: '127.0.0.1',
    port: 0,
    data: join(folder, 'data'),
    demo: true,
    arrangements: ARRANGEMENTS,
    scenarios: join(folder, 'scenarios'),
    rateLimit: 10_000,
    log: 'silent',
  };
});
afterEach(async () => {
  for (const each of running.splice(0)) await each.close();
  await rm(folder, { recursive: true });
});

async function started(more: Partial<Config> = {}): Promise<Started> {
  const server = await startServer({ ...config, ...more });
  running.push(server);
  return server;
}

async function stopped(): Promise<void> {
  await running.pop()?.close();
}

const OPEN = {
  kind: 'live',
  open: {
    type: 'open',
    key: 'k0',
    seat: 'arden-president',
    office: 'arden-president',
    arrangement: 'tutorial-two-party',
    frame: { at: '2026-11-23' },
    matters: ['border-exercise'],
  },
};

async function post(url: string, body: object): Promise<Record<string, unknown>> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  return (await response.json()) as Record<string, unknown>;
}

test('what was acknowledged is there when it is started again, and the updates go on at the same cursor', async () => {
  const first = await started();
  const { id } = await post(`${first.url}/api/v1/cases`, OPEN);
  const at = `/api/v1/cases/${String(id)}/as/seat:arden-president`;
  const consult = {
    type: 'consult',
    key: 'k1',
    office: 'arden-president',
    on: 'border-exercise',
    to: 'borea-president',
    marking: { to: 'all' },
  };
  const { cursor } = await post(`${first.url}${at}/commands`, consult);
  const before = await (await fetch(`${first.url}${at}/history`)).text();
  await stopped();
  const second = await started();
  expect(await (await fetch(`${second.url}${at}/history`)).text()).toBe(before);
  expect(await post(`${second.url}${at}/commands`, consult)).toMatchObject({
    id: 'arden-president/k1',
    cursor,
  });
});

test('a second server on the same folder is refused, and says what to do', async () => {
  await started();
  await expect(started()).rejects.toMatchObject({ name: 'StartError', code: 'folder-locked' });
});

test('a port that is taken is refused, and the store is let go again', async () => {
  const { url } = await started();
  const port = Number(new URL(url).port);
  const data = join(folder, 'other');
  await expect(started({ data, port })).rejects.toMatchObject({ code: 'port-taken' });
  await started({ data });
});

test('a stopped server ends the streams of its watchers', async () => {
  const { url } = await started();
  const { id } = await post(`${url}/api/v1/cases`, OPEN);
  const stream = await fetch(`${url}/api/v1/cases/${String(id)}/as/public/updates`);
  await stopped();
  expect(await stream.text()).toMatch(/retry: 1000\nevent: end\ndata: \{\}\n\n$/);
});

test('the pages: every address is one, their styles bear the nonce of the response, and hashed files stay', async () => {
  const pages = join(folder, 'pages');
  await mkdir(join(pages, 'assets'), { recursive: true });
  await writeFile(join(pages, 'index.html'), '<meta property="csp-nonce" nonce="{{nonce}}">');
  await writeFile(join(pages, 'assets', 'main-3f2a.js'), '');
  await writeFile(join(pages, 'icon.svg'), '<svg/>');
  const { url } = await started({ pages });
  for (const path of ['/', '/ko/arrangements/rok-us', '/index.html']) {
    const page = await fetch(`${url}${path}`);
    const [, nonce] = /nonce="([0-9a-f]{32})"/.exec(await page.text()) ?? [];
    expect(page.headers.get('content-security-policy')).toContain(`style-src 'self' 'nonce-${nonce}'`);
    expect(page.headers.get('cache-control')).toBe('no-cache');
  }
  const asset = await fetch(`${url}/assets/main-3f2a.js`);
  expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect((await fetch(`${url}/icon.svg`)).headers.get('content-type')).toContain('image/svg+xml');
  for (const path of ['/assets/gone.js', '/api/gone'])
    expect((await fetch(`${url}${path}`)).headers.get('content-type')).toContain('application/problem+json');
});

test('who understands a compressed copy gets it, under the address and type of the file', async () => {
  const pages = join(folder, 'pages');
  await mkdir(join(pages, 'assets'), { recursive: true });
  await writeFile(join(pages, 'index.html'), '');
  await writeFile(join(pages, 'assets', 'main-3f2a.js'), 'plain');
  await writeFile(join(pages, 'assets', 'main-3f2a.js.gz'), gzipSync('packed'));
  const { url } = await started({ pages });
  const ask = (path: string, encoding: string): Promise<Response> =>
    fetch(`${url}/assets/${path}`, { headers: { 'accept-encoding': encoding } });
  const packed = await ask('main-3f2a.js', 'gzip');
  expect(await packed.text()).toBe('packed');
  expect(packed.headers.get('content-type')).toContain('javascript');
  expect(packed.headers.get('cache-control')).toContain('immutable');
  expect(packed.headers.get('vary')).toContain('accept-encoding');
  expect(await (await ask('main-3f2a.js', 'identity')).text()).toBe('plain');
  expect((await ask('main-3f2a.js.gz', 'identity')).status).toBe(404);
});
