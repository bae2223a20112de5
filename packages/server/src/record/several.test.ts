/** Several processes on one store, and a store that went back in time. */
import { record } from '@foedus/kernel';
import { describe, expect, test } from 'vitest';
import { streamOf } from './entries.ts';
import { checkpointCell } from './publisher.ts';
import { catchUpLogs, liftMark, type Evidence } from './reconcile.ts';
import { RESTORED } from './keys.ts';
import { copyOf, fill, LOG, openOn, say, sizeOf } from './testing/disk.ts';
import { FaultyFiles } from './testing/faulty-files.ts';
import { MemoryStore } from '../store/testing/memory.ts';
import { CASE, Talk } from './testing/pact.ts';

/** A disk with the key of another. */
function diskLike(other: FaultyFiles): FaultyFiles {
  const files = new FaultyFiles();
  files.held.set('/data/keys/record.key', other.held.get('/data/keys/record.key')!);
  return files;
}

describe('two processes on one store', () => {
  test('publish one log, each in its own folder', async () => {
    const [store, here] = [new MemoryStore(), new FaultyFiles()];
    const one = await openOn(store, here);
    const there = diskLike(here);
    const two = await openOn(store, there);
    for (let round = 1; round <= 10; round += 1) {
      await fill(store, round % 2 ? one : two, 30);
      await Promise.all([one.publish(), two.publish()]);
      expect([await sizeOf(one, here), await sizeOf(two, there)]).toEqual([30 * round, 30 * round]);
    }
    expect(here.held.get(`/data/record/${LOG}/checkpoint`)).toEqual(
      there.held.get(`/data/record/${LOG}/checkpoint`),
    );
  });

  test('need the same key', async () => {
    const store = new MemoryStore();
    await openOn(store, new FaultyFiles());
    await expect(openOn(store, new FaultyFiles())).rejects.toMatchObject({ code: 'record-key-missing' });
  });
});

test('what one party has in its own log, nothing in another log tells', async () => {
  const [store, files, talk] = [new MemoryStore(), new FaultyFiles(), new Talk()];
  const node = await openOn(store, files);
  await node.prepare(CASE);
  const heads = async (ownItems: number): Promise<(string | undefined)[]> => {
    for (let i = 0; i < ownItems; i += 1) {
      const events = talk.says('borea-leader', { to: 'party', party: 'borea' }, 'between us');
      await store.commit(node.entriesFor(CASE, events, 0));
      await node.publish();
    }
    await say(store, node, talk, 'arden-leader', 1);
    const rows = await store.read(streamOf(LOG), 0, 100);
    return rows.flatMap((row) => {
      const note = record.parseNote(row);
      const entry = note.ok ? record.parseEntry(note.value.text) : note;
      return entry.ok ? entry.value.seen.map(({ origin }) => origin) : [undefined];
    });
  };
  expect(await heads(0)).toEqual([]);
  expect(await heads(3)).toEqual([]);
  await say(store, node, talk, 'borea-leader', 1);
  await node.publish();
  expect(await heads(1)).toEqual(['node.example/live/pact/party/borea/shared']);
});

describe('a store that is older than what was published', () => {
  /** 40 entries are published, of which the store has kept 25. */
  async function begin() {
    const [store, files] = [new MemoryStore(), new FaultyFiles()];
    const node = await openOn(store, files);
    await fill(store, node, 25);
    const backup = await copyOf(store);
    await fill(store, node, 15);
    await node.publish();
    return { store, backup, files, node };
  }
  const evidence = ({ held }: FaultyFiles): Evidence => ({
    logs: (origin) => ({ read: async (path) => held.get(`/data/record/${origin}/${path}`) }),
  });
  const mark = { cell: RESTORED, over: 'absent', value: Buffer.from('{}') } as const;

  test('signs nothing where its files tell, though no mark does', async () => {
    const { backup, files } = await begin();
    await expect(openOn(backup, files)).rejects.toMatchObject({ code: 'record-rolled-back' });
  });

  test('signs nothing when it is marked as restored', async () => {
    const { backup, files } = await begin();
    await backup.commit({ puts: [mark] });
    const node = await openOn(backup, diskLike(files));
    expect(() => node.entriesFor(CASE, [], 0)).toThrow('restored from a backup');
    await expect(node.publish()).rejects.toMatchObject({ code: 'record-unreconciled' });
    await node.close();
    expect(await backup.get(checkpointCell(LOG))).toBeUndefined();
  });

  test('is caught up from the published files, and goes on without a fork', async () => {
    const { store, backup, files, node } = await begin();
    await backup.commit({ puts: [mark] });
    const { logs, past } = await catchUpLogs(backup, node.keys, [evidence(files)]);
    await liftMark(backup, node.keys, past);
    expect([logs[0]!.had, logs[0]!.has]).toEqual([25, 40]);
    expect(await backup.read(streamOf(LOG), 0, 100)).toEqual(await store.read(streamOf(LOG), 0, 100));
    const again = await openOn(backup, files);
    await fill(backup, again, 3);
    await again.publish();
    expect(await sizeOf(again, files)).toBe(43);
  });

  test('goes no further than what contradicts it', async () => {
    const { backup, files, node } = await begin();
    const stream = streamOf(LOG);
    const rows = (await backup.read(stream, 0, 100)).toReversed();
    const changed = new MemoryStore();
    await (await openOn(changed, diskLike(files))).prepare(CASE);
    await changed.commit({ appends: [{ stream, at: 'end', rows }], puts: [mark] });
    await expect(catchUpLogs(changed, node.keys, [evidence(files)])).rejects.toMatchObject({
      code: 'record-forked',
    });
    expect(await changed.get(RESTORED)).toBeDefined();
  });

  test('is held to heads that a peer has seen, which can not catch it up', async () => {
    const { store, backup, files, node } = await begin();
    await backup.commit({ puts: [mark] });
    const cell = await store.get(checkpointCell(LOG));
    const head = record.openHead(cell!.value, {
      origin: LOG,
      logKeys: [{ verifier: node.keys.of(LOG).verifier }],
    });
    if (!head.ok) throw new Error(head.fault.code);
    const seen: Evidence = { logs: () => ({ read: async () => undefined }), heads: [head.value] };
    await expect(catchUpLogs(backup, node.keys, [seen])).rejects.toMatchObject({
      code: 'record-not-caught-up',
    });
    await expect(catchUpLogs(backup, node.keys, [])).rejects.toMatchObject({ code: 'record-no-evidence' });
    await expect(catchUpLogs(backup, node.keys, [evidence(files), seen])).resolves.toMatchObject({
      logs: [{}],
    });
    await liftMark(backup, node.keys, {});
    expect(await backup.get(RESTORED)).toBeUndefined();
  });
});
