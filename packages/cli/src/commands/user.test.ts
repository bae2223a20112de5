import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig, startServer } from '@foedus/server';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { EXIT } from '../exit.ts';
import { foedus, type Run } from '../testing/foedus.ts';
import { here } from '../testing/here.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'foedus-user-'));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

/** `foedus user` on the data folder, or on a server where one is named. */
function user(...args: readonly string[]): Promise<Run> {
  const where = args.length === 0 || args.includes('--server') ? [] : ['--data', join(folder, 'data')];
  return here(folder, 'user', ...args, ...where);
}

test('accounts are kept in the data folder while no server runs', async () => {
  const added = await user('add', 'kim', '--name', '김 장관', '--origin', 'https://foedus.example');
  expect(added.exit).toBe(EXIT.ok);
  expect(added.out).toMatch(/^https:\/\/foedus\.example\/enrol#[\w-]{43}$/m);

  await user('grant', 'kim', 'seat:tutorial-two-party/arden-president', '--from', '2026-12-01');
  await user('disable', 'kim');
  const listed: unknown = JSON.parse((await user('list', '--json')).out);
  const role = { role: 'seat-holder', arrangement: 'tutorial-two-party', seat: 'arden-president' };
  const grants = [expect.objectContaining({ role, from: '2026-12-01' })];
  expect(listed).toEqual([
    expect.objectContaining({ login: 'kim', name: '김 장관', disabled: true, grants }),
  ]);
});

test('a seat that the arrangement does not have is refused', async () => {
  await user('add', 'kim');
  const slip = await user('grant', 'kim', 'seat:tutorial-two-party/arden-presedent', '--lang', 'ko');
  expect(slip.exit).toBe(EXIT.refused);
  expect(slip.err).toContain('약정 tutorial-two-party에 좌석 arden-presedent가 없습니다.');
  expect((await user('grant', 'kim', 'staff:league/arden')).err).toContain('There is no arrangement league.');
});

test('what is taken back is no longer there to be taken back', async () => {
  await user('add', 'kim');
  await user('grant', 'kim', 'secretariat');
  expect((await user('revoke', 'kim', 'secretariat')).exit).toBe(EXIT.ok);
  const again = await user('revoke', 'kim', 'secretariat', '--lang', 'ko');
  expect(again.exit).toBe(EXIT.refused);
  expect(again.err).toContain('kim에게는 secretariat 역할이 부여되어 있지 않습니다.');
});

test.each([
  ['a day that is none', ['grant', 'kim', 'secretariat', '--from', '2026-02-30']],
  ['a month where a day is asked for', ['grant', 'kim', 'secretariat', '--until', '2026-02']],
  ['a token for longer than a year', ['token', 'kim', '--days', '366']],
  ['a token for no day', ['token', 'kim', '--days', '0']],
  ['a server without a token', ['list', '--server', 'https://foedus.example']],
  ['nothing to do', []],
])('%s is a misuse', async (_, args) => {
  vi.stubEnv('FOEDUS_TOKEN', '');
  expect((await user(...args)).exit).toBe(EXIT.usage);
});

test('a token is sent to no server over plain http but on this machine', async () => {
  vi.stubEnv('FOEDUS_TOKEN', 'a-token');
  const { err, exit } = await user('list', '--server', 'http://foedus.example');
  expect(exit).toBe(EXIT.usage);
  expect(err).toContain('plain http is for this machine alone');
});

test('beside a server that runs, it goes through the API and is refused the folder', async () => {
  await user('add', 'secretary');
  await user('grant', 'secretary', 'secretariat');
  const made = JSON.parse((await user('token', 'secretary', '--json')).out) as { readonly token: string };
  vi.stubEnv('FOEDUS_TOKEN', made.token);

  const config = readConfig({ data: join(folder, 'data'), port: 0, log: 'silent' }, {});
  if (!config.ok) throw new Error(config.faults[0]!.says.en);
  const server = await startServer(config.value);
  try {
    const remotely = (...args: readonly string[]) => user(...args, '--server', server.url);
    expect((await foedus(folder, 'user', 'list')).exit).toBe(EXIT.refused);
    expect((await remotely('add', 'lee')).exit).toBe(EXIT.ok);
    await remotely('grant', 'lee', 'staff:tutorial-two-party/arden');
    expect((await remotely('list')).out.split('\n').slice(1)).toEqual([
      'lee        lee        invited  staff:tutorial-two-party/arden',
      'secretary  secretary  invited  secretariat',
    ]);
    const taken = await remotely('add', 'lee', '--lang', 'ja');
    expect(taken.err).toContain('ログイン名 lee は既に使われています。');
    expect((await remotely('token', 'lee')).err).toContain('and not for lee');
    expect((await remotely('token', 'secretary')).exit).toBe(EXIT.ok);
    expect((await remotely('disable', 'nobody')).err).toContain('There is no such account.');
    vi.stubEnv('FOEDUS_TOKEN', 'made-up');
    expect((await remotely('list')).exit).toBe(EXIT.refused);
  } finally {
    await server.close();
  }
});
