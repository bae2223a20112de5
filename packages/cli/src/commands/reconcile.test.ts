import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, type Store } from '@foedus/server';
import { afterAll, expect, test } from 'vitest';
import { openRecord, sayAll } from '../../../server/src/record/testing/make-record.ts';
import { Talk } from '../../../server/src/record/testing/pact.ts';
import { foedus } from '../testing/foedus.ts';

const folder = mkdtempSync(join(tmpdir(), 'foedus-reconcile-'));
afterAll(() => rmSync(folder, { recursive: true }));

const PACT = 'node.example/live/pact';

async function storeIn(data: string): Promise<Store> {
  const reply = await openStore({ dataFolder: join(folder, data) });
  if (!reply.ok) throw new Error(reply.fault.code);
  return reply.value;
}

/** Opens the record of a data folder, works with it, and closes it. */
async function within(
  data: string,
  work: (...at: Parameters<typeof sayAll>) => Promise<void>,
  talk: Talk,
): Promise<void> {
  const store = await storeIn(data);
  try {
    const node = await openRecord(join(folder, data), store);
    await work(store, node, talk);
    await node.close();
  } finally {
    await store.close();
  }
}

test('a store that was restored signs again once its record has caught up', async () => {
  const talk = new Talk();
  await within('data', sayAll, talk);
  expect((await foedus(folder, 'backup', '--data', 'data', '-o', 'backup.sqlite')).exit).toBe(0);
  await within('data', sayAll, talk);
  expect((await foedus(folder, 'restore', 'backup.sqlite', '--data', 'fresh')).exit).toBe(0);
  cpSync(join(folder, 'data/keys'), join(folder, 'fresh/keys'), { recursive: true });

  await expect(within('fresh', sayAll, talk)).rejects.toMatchObject({ code: 'record-unreconciled' });
  const run = await foedus(folder, 'record', 'reconcile', 'data', '--data', 'fresh', '--json');
  expect(JSON.parse(run.out)).toMatchObject({
    logs: expect.arrayContaining([{ origin: `${PACT}/party/borea/shared`, had: 2, has: 4 }]) as unknown,
    // Who talked had no case in the store.
    cases: [{ id: 'case-1', lacked: 14, why: 'gap' }],
  });
  await within('fresh', sayAll, talk);
  const verified = await foedus(folder, 'verify', 'fresh', '--json');
  const { ok, logs } = JSON.parse(verified.out) as {
    ok: boolean;
    logs: { origin: string; entries: number; documents: object }[];
  };
  expect([ok, logs.find(({ origin }) => origin.endsWith('borea/shared'))]).toMatchObject([
    true,
    { entries: 6, documents: { held: 3, elsewhere: 0 } },
  ]);
});

test('evidence that does not hold for this store is refused', async () => {
  const run = await foedus(folder, 'record', 'reconcile', 'nowhere', '--data', 'fresh');
  expect([run.exit, run.err]).toEqual([2, expect.stringContaining('nowhere')]);
});
