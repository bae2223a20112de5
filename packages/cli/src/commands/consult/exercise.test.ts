/** What the command line shows of a consultation that is held in an exercise. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readConfig, startServer, type Started } from '@foedus/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { here } from '../../testing/here.ts';

const ROOT = fileURLToPath(new URL('../../../../..', import.meta.url));
const ARRANGEMENTS = join(ROOT, 'arrangements', 'examples');

let folder = '';
let server: Started;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'foedus-exercise-'));
  const config = readConfig(
    {
      data: join(folder, 'data'),
      port: 0,
      demo: true,
      arrangements: ARRANGEMENTS,
      scenarios: join(ROOT, 'scenarios'),
      log: 'silent',
    },
    {},
  );
  if (!config.ok) throw new Error(config.faults[0]!.says.en);
  server = await startServer(config.value);
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

async function api<T>(path: string, body?: object): Promise<T> {
  const answer = await fetch(`${server.url}/api/v1${path}`, {
    method: body ? 'POST' : 'GET',
    ...(body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}),
  });
  if (!answer.ok) throw new Error(await answer.text());
  return (await answer.json()) as T;
}

test('its moments are said to be scenario time, and what the director tells bears his title', async () => {
  const { id } = await api<{ id: string }>('/exercises', { key: 'one', scenario: 'tutorial' });
  const directs = (key: string, command: object): Promise<unknown> =>
    api(`/exercises/${id}/as/director/commands`, { key, ...command });
  await directs('startex', { type: 'startex' });
  await directs('flood', { type: 'send', inject: '5' });
  const { cases } = await api<{ cases: Record<string, string> }>(`/exercises/${id}`);
  const viewing = ['consult', 'view', '--server', server.url, '--case', cases['border']!];
  const view = (lang: string) => here(ARRANGEMENTS, ...viewing, '--as', 'borea-president', '--lang', lang);
  const { err, out } = await view('en');
  expect(err).toBe('');
  expect(out).toContain('All times here are scenario time.');
  expect(out).toContain('Exercise director');
  expect((await view('ko')).out).toContain('연습통제단장');
  expect((await view('ja')).out).toContain('演習統裁官');
});
