/** What a process sealed itself it does not verify again; what it finds in the store and did not seal, it does. */
import { expect, test } from 'vitest';
import { MemoryStore } from '../store/testing/memory.ts';
import { streamOf } from './entries.ts';
import { LOG, openOn, say, sizeOf } from './testing/disk.ts';
import { FaultyFiles } from './testing/faulty-files.ts';
import { Talk } from './testing/pact.ts';

test('an entry that was changed in the store after it was sealed is never published', async () => {
  const [store, files] = [new MemoryStore(), new FaultyFiles()];
  const node = await openOn(store, files);
  await say(store, node, new Talk(), 'arden-leader', 3);
  const stream = streamOf(LOG);
  const rows = await store.read(stream, 0, 9);
  const forged = Buffer.from(rows[1]!).toString().replace('words 1', 'words 7');
  expect(forged).not.toBe(Buffer.from(rows[1]!).toString());

  const read = store.read.bind(store);
  store.read = async (name, from, limit) =>
    (await read(name, from, limit)).map((row, i) =>
      name === stream && from + i === 1 ? Buffer.from(forged) : row,
    );
  await expect(node.publish()).rejects.toMatchObject({ code: 'record-fault' });
  expect(await sizeOf(node, files)).toBe(0);
});

test('a process that sealed nothing publishes what another one sealed, once it has verified it', async () => {
  const [store, files] = [new MemoryStore(), new FaultyFiles()];
  const node = await openOn(store, files);
  await say(store, node, new Talk(), 'arden-leader', 3);
  await node.publish();
  const there = new FaultyFiles();
  there.held.set('/data/keys/record.key', files.held.get('/data/keys/record.key')!);
  expect(await sizeOf(await openOn(store, there), there)).toBe(3);
});
