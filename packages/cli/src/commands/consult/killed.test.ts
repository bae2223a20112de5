/** What one does in a terminal goes on when the server is killed and started again. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { serve, type Served } from '../../../../server/src/testing/process.ts';
import { EXIT } from '../../exit.ts';
import { here } from '../../testing/here.ts';

const ARRANGEMENTS = fileURLToPath(new URL('../../../../../arrangements/examples', import.meta.url));

let folder = '';
let server: Served;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'foedus-killed-'));
  server = await serve({ data: join(folder, 'data'), arrangements: ARRANGEMENTS });
});
afterEach(async () => {
  await server.kill();
  await rm(folder, { recursive: true });
});

test('an act is sent until it is answered, and a watcher is told everything once', async () => {
  const at = ['--server', server.url];
  const open = 'open tutorial-two-party --seat arden-president --on border-exercise --at 2024-01-01 --json';
  const opened = await here(folder, 'consult', ...open.split(' '), ...at);
  const inCase = ['--case', (JSON.parse(opened.out) as { readonly case: string }).case, ...at];
  const act = (what: string, as: string, ...more: string[]) =>
    here(folder, 'consult', 'act', what, '--as', as, ...more, ...inCase);

  const watched = here(
    folder,
    'consult',
    'watch',
    '--as',
    'borea-president',
    '--json',
    '--lang',
    'ko',
    ...inCase,
  );
  const consults = 'consult with borea-president on border-exercise';
  expect((await act(consults, 'arden-president', '--key', 'c')).exit).toBe(EXIT.ok);

  await server.kill();
  const answered = act('position', 'borea-president', '--about', 'arden-president/c');
  await server.start();
  expect((await answered).exit).toBe(EXIT.ok);
  expect((await act('decide on border-exercise', 'arden-president')).exit).toBe(EXIT.ok);
  expect((await act('close', 'arden-president')).exit).toBe(EXIT.ok);

  const { err, exit, out } = await watched;
  const told = out
    .split('\n')
    .map((line) => JSON.parse(line) as { cursor: number; update: { type: string } });
  expect([exit, err]).toEqual([EXIT.ok, '연결이 끊겼습니다. 끊긴 곳부터 다시 이어 갑니다.']);
  expect(told.map(({ cursor }) => cursor)).toEqual(told.map((_, index) => index + 1));
  expect(told.filter(({ update }) => update.type === 'item')).toHaveLength(5);
});
