/** The key of a record is replaced by `foedus record rotate`, and the record goes on. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openStore, type Store } from '@foedus/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openRecord, sayAll } from '../../../server/src/record/testing/make-record.ts';
import { Talk } from '../../../server/src/record/testing/pact.ts';
import { foedus } from '../testing/foedus.ts';

const SHARED = 'node.example/live/pact/party/arden/shared';
const folder = mkdtempSync(join(tmpdir(), 'foedus-rotate-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function storeIn(data: string): Promise<Store> {
  const reply = await openStore({ dataFolder: join(folder, data) });
  if (!reply.ok) throw new Error(reply.fault.code);
  return reply.value;
}

/** All say what they have to say once more. */
async function said(data: string, talk: Talk): Promise<void> {
  const store = await storeIn(data);
  try {
    const node = await openRecord(join(folder, data), store);
    await sayAll(store, node, talk);
    await node.close();
  } finally {
    await store.close();
  }
}

interface Log {
  readonly origin: string;
  readonly entries: number;
  readonly keys: readonly string[];
}

async function verified(source: string): Promise<readonly Log[]> {
  const { exit, out } = await foedus(folder, 'verify', source, '--json');
  expect(exit).toBe(0);
  return (JSON.parse(out) as { readonly logs: readonly Log[] }).logs;
}

const talk = new Talk();
async function rotated(): Promise<void> {
  await said('data', talk);
  expect((await foedus(folder, 'backup', '--data', 'data', '-o', 'backup')).exit).toBe(0);
  cpSync(join(folder, 'data/record', SHARED, 'checkpoint'), join(folder, 'earlier'));
  const { exit, out } = await foedus(folder, 'record', 'rotate', '--data', 'data', '--json');
  expect([exit, JSON.parse(out)]).toMatchObject([
    0,
    { logs: expect.arrayContaining([expect.objectContaining({ origin: SHARED, at: 1 })]) as unknown },
  ]);
  await said('data', talk);
}
beforeAll(rotated);

test('the record verifies across the change of keys, and each log shows both', async () => {
  const logs = await verified('data');
  expect(logs.map(({ keys }) => keys.length)).toEqual(logs.map(() => 2));
  expect(logs.find(({ origin }) => origin === SHARED)).toMatchObject({ entries: 3 });
});

test('a store that is restored from before it goes on under the new key', async () => {
  expect((await foedus(folder, 'restore', 'backup', '--data', 'fresh')).exit).toBe(0);
  cpSync(join(folder, 'data/keys'), join(folder, 'fresh/keys'), { recursive: true });
  const { out } = await foedus(folder, 'record', 'reconcile', 'data', '--data', 'fresh', '--json');
  expect(JSON.parse(out)).toMatchObject({
    logs: expect.arrayContaining([{ origin: SHARED, had: 1, has: 3 }]) as unknown,
  });
  await said('fresh', talk);
  expect((await verified('fresh')).find(({ origin }) => origin === SHARED)).toMatchObject({ entries: 4 });
});

test('it says what to do with the new key', async () => {
  const { exit, out } = await foedus(folder, 'record', 'rotate', '--data', 'data', '--lang', 'ko');
  expect([exit, out]).toEqual([0, expect.stringContaining('record.key')]);
  expect((await foedus(folder, 'record', 'rotate', '--data', 'fresh', '--lang', 'ja')).out).toContain('鍵');
});

const env = { ...process.env, GO111MODULE: 'off', GOPATH: '/usr/share/gocode' };
const hasGo = spawnSync('go', ['list', 'golang.org/x/mod/sumdb/tlog'], { env }).status === 0;

test.skipIf(!hasGo)('Go’s sumdb/note and sumdb/tlog verify that the log continues one of before', () => {
  const source = fileURLToPath(new URL('../../../kernel/src/record/testing/verify.go', import.meta.url));
  const { logs } = JSON.parse(readFileSync(join(folder, 'data/record/trust.json'), 'utf8')) as {
    logs: { origin: string; keys: { key: string }[] }[];
  };
  const keys = logs
    .find(({ origin }) => origin === SHARED)!
    .keys.map(({ key }) => key)
    .join();
  const program = join(folder, 'verify-log');
  execFileSync('go', ['build', '-o', program, source], { env });
  const log = join(folder, 'data/record', SHARED);
  expect(execFileSync(program, [log, keys, keys, join(folder, 'earlier')], { encoding: 'utf8' })).toMatch(
    /^verified \d+ /,
  );
});
