/** The secret of a node is replaced, and everything goes on; whatever is broken off on the way. */
import { record } from '@foedus/kernel';
import { describe, expect, test } from 'vitest';
import type { Change, Commit, Store } from '../store/store.ts';
import { MemoryStore } from '../store/testing/memory.ts';
import { streamOf } from './entries.ts';
import { openKeys, RESTORED, type Keyring } from './keys.ts';
import { trustOf } from './node-trust.ts';
import type { NodeRecord } from './open.ts';
import { catchUpLogs, liftMark, type Evidence } from './reconcile.ts';
import { rotate, type HandedOver } from './rotate.ts';
import { copyOf, fill, LOG, openOn, say } from './testing/disk.ts';
import { FaultyFiles, type Failing } from './testing/faulty-files.ts';
import { CASE, Talk } from './testing/pact.ts';

const KEY = '/data/keys/record.key';

function rotated(store: Store, files: FaultyFiles): Promise<readonly HandedOver[]> {
  const now = (): number => 1_700_000_000_000;
  return rotate({ store, files, folder: '/data/record', keysFolder: '/data/keys', now });
}

/** A disk that holds the same. */
function copied({ held }: FaultyFiles): FaultyFiles {
  const files = new FaultyFiles();
  for (const [path, bytes] of held) files.held.set(path, bytes);
  return files;
}

function readerOf(files: FaultyFiles, origin = LOG): record.LogReader {
  return { read: async (path) => files.held.get(`/data/record/${origin}/${path}`) };
}

/** Verifies a log with all its signatures; gives its size. */
async function verified(keys: Keyring, files: FaultyFiles, origin = LOG): Promise<number> {
  const found = await record.verifyLog(readerOf(files, origin), trustOf(keys, origin, 'live'));
  if (!found.ok) throw new Error(JSON.stringify(found.fault));
  return found.value.tree.size;
}

/** Five entries of a log, of which three are published. */
async function begin(): Promise<{ store: MemoryStore; files: FaultyFiles; node: NodeRecord }> {
  const [store, files] = [new MemoryStore(), new FaultyFiles()];
  const node = await openOn(store, files);
  await fill(store, node, 3);
  await node.publish();
  await fill(store, node, 2);
  return { store, files, node };
}

test('each log hands over, goes on under the new key, and verifies from its first entry', async () => {
  const { files, store } = await begin();
  const before = files.held.get(KEY);
  expect(await rotated(store, files)).toMatchObject([{ origin: LOG, at: 5 }]);
  expect(files.held.get(KEY)).not.toEqual(before);
  const node = await openOn(store, files);
  expect(await verified(node.keys, files)).toBe(6);
  await fill(store, node, 4);
  await node.publish();
  expect(await verified(node.keys, files)).toBe(10);

  await rotated(store, files);
  const again = await openOn(store, files);
  // A log that had no entries begins under the key of its first one.
  const other = LOG.replace('arden', 'borea');
  await fill(store, again, 2);
  await fill(store, again, 1, other);
  await again.publish();
  expect(await verified(again.keys, files)).toBe(13);
  expect(await verified(again.keys, files, other)).toBe(1);
  const { logKeys } = trustOf(again.keys, LOG, 'live');
  expect(logKeys.map(({ from, until }) => [from, until])).toEqual([
    [undefined, 6],
    [6, 11],
    [11, undefined],
  ]);
  await again.close();
});

test('the trust file says all of it, and who has the first key alone is not shown more', async () => {
  const { files, store } = await begin();
  const old = trustOf((await openOn(store, files)).keys, LOG, 'live');
  await rotated(store, files);
  const node = await openOn(store, files);
  await fill(store, node, 1);
  await node.publish();
  const text = Buffer.from(files.held.get('/data/record/trust.json')!).toString();
  expect(text).toBe(record.trustText([trustOf(node.keys, LOG, 'live')]));
  expect(await record.verifyLog(readerOf(files), old)).toMatchObject({ ok: false });
});

test('a process that has the old secret commits nothing any more, and says why', async () => {
  const { files, node, store } = await begin();
  const there = copied(files);
  await rotated(store, files);
  const { appends, puts } = node.entriesFor(CASE, new Talk().says('arden-leader', { to: 'all' }, 'late'), 1);
  const done = await store.commit({ appends, puts });
  if (done.ok) throw new Error('committed under the old key');
  expect(() => node.conflicted(done.conflict)).toThrow('replaced by a newer one');
  await expect(openOn(store, there)).rejects.toMatchObject({ code: 'record-key-other' });
  await expect(node.prepare({ ...CASE, kind: 'exercise' })).rejects.toMatchObject({
    code: 'record-key-replaced',
  });
});

test('what such a process adds while the secret is being replaced comes before or not at all', async () => {
  const { files, node, store } = await begin();
  const talk = new Talk();
  const adding = Array.from({ length: 20 }, async (_, i) => {
    const { appends, puts } = node.entriesFor(
      CASE,
      talk.says('arden-leader', { to: 'all' }, `words ${i}`),
      i,
    );
    for (let turn = 0; turn < i; turn += 1) await store.length(LOG);
    return (await store.commit({ appends, puts })).ok;
  });
  const [[handed], ...added] = await Promise.all([rotated(store, files), ...adding]);
  const kept = added.filter(Boolean).length;
  expect(handed!.at).toBe(5 + kept);
  const again = await openOn(store, files);
  expect(await verified(again.keys, files)).toBe(6 + kept);
});

describe.each<Failing>(['failed', 'failed but persisted'])('broken off', (how) => {
  test(`by a call to the file system that ${how}, it leaves a record that goes on`, async () => {
    const { files, store } = await begin();
    const before = copied(files);
    let failures = 0;
    for (let fails = 1; ; fails += 1) {
      const [files, branch] = [copied(before), await copyOf(store)];
      Object.assign(files, { fails, how });
      const outcome = await Promise.allSettled([rotated(branch, files)]);
      if (outcome[0].status === 'fulfilled') break;
      failures += 1;
      await goesOn(branch, files);
    }
    expect(failures).toBeGreaterThan(20);
  });

  test(`by a commit that ${how}, it leaves a record that goes on`, async () => {
    const { files, store } = await begin();
    const failing = new FailingStore();
    await failing.fill(store.snapshot());
    failing.how = how;
    await expect(rotated(failing, files)).rejects.toThrow('the store fails');
    failing.how = undefined;
    await goesOn(failing, files);
  });
});

/** A store whose commits fail, before they did anything or after they did all. */
class FailingStore extends MemoryStore {
  how: Failing | undefined;

  override async commit(change: Change): Promise<Commit> {
    if (this.how === 'failed') throw new Error('the store fails');
    const done = await super.commit(change);
    if (this.how) throw new Error('the store fails');
    return done;
  }
}

/** The record takes entries, and its secret can be replaced. */
async function goesOn(store: Store, files: FaultyFiles): Promise<void> {
  const node = await openOn(store, files);
  const size = (await store.length(streamOf(LOG))) + 1;
  await fill(store, node, 1);
  await node.publish();
  expect(await verified(node.keys, files)).toBe(size);
  await rotated(store, files);
  const again = await openOn(store, files);
  expect(await verified(again.keys, files)).toBe(size + 1);
  expect([...files.held.keys()].filter((path) => path.startsWith('/data/keys'))).toEqual([KEY]);
}

describe('a store of before the secret was replaced', () => {
  async function restored(): Promise<{ backup: MemoryStore; files: FaultyFiles; keys: Keyring }> {
    const { files, store } = await begin();
    const backup = await copyOf(store);
    await backup.commit({ puts: [{ cell: RESTORED, over: 'absent', value: Buffer.from('{}') }] });
    await rotated(store, files);
    const node = await openOn(store, files);
    await say(store, node, new Talk(), 'arden-leader', 2);
    await node.publish();
    return { backup, files, keys: node.keys };
  }
  const evidence = (files: FaultyFiles): Evidence => {
    const text = Buffer.from(files.held.get('/data/record/trust.json')!).toString();
    const trust = record.readTrust(text, record.ed25519Verifier);
    if (!trust.ok) throw new Error(trust.fault.code);
    return { origins: [LOG], logs: (origin) => readerOf(files, origin), trust: trust.value };
  };

  test('learns from the record which keys there were, and goes on', async () => {
    const { backup, files, keys } = await restored();
    const found = await openKeys(backup, files, '/data/keys');
    expect(found.isKnown).toBe(false);
    const { logs, past } = await catchUpLogs(backup, found, [evidence(files)]);
    expect(logs).toEqual([{ origin: LOG, had: 5, has: 8 }]);
    expect(past).toEqual(keys.past);
    await liftMark(backup, found, past);
    await goesOn(backup, files);
  });

  test('is not taken over by a key to which no log handed over', async () => {
    const { backup, files } = await restored();
    files.held.set(KEY, Buffer.from(`${Buffer.alloc(32, 9).toString('base64')}\n`));
    const found = await openKeys(backup, files, '/data/keys');
    await expect(catchUpLogs(backup, found, [evidence(files)])).rejects.toMatchObject({
      code: 'record-key-replaced',
    });
  });
});
