/** Every call to the file system is made to fail in turn, as it is and after having done its work. */
import { expect, test } from 'vitest';
import { keyringOf, newNode } from './keys.ts';
import type { NodeRecord } from './open.ts';
import { copyOf, fill, openOn, sizeOf } from './testing/disk.ts';
import { FaultyFiles, type Failing } from './testing/faulty-files.ts';
import { MemoryStore } from '../store/testing/memory.ts';

/** 250 entries that are published, and 10 more that fill a tile. */
async function begin(): Promise<{ store: MemoryStore; files: FaultyFiles; node: NodeRecord }> {
  const [store, files] = [new MemoryStore(), new FaultyFiles()];
  const node = await openOn(store, files);
  await fill(store, node, 250);
  await node.publish();
  await fill(store, node, 10);
  return { store, files, node };
}

function diskLike({ held }: FaultyFiles): FaultyFiles {
  const files = new FaultyFiles();
  for (const [path, bytes] of held) files.held.set(path, bytes);
  return files;
}

test.each<Failing>(['failed', 'failed but persisted'])(
  'a call that %s leaves a log that verifies, and that a restart completes',
  async (how) => {
    const { store, files: before, node } = await begin();
    let failures = 0;
    for (let fails = 1; ; fails += 1) {
      const files = diskLike(before);
      Object.assign(files, { fails, how });
      const branch = await copyOf(store);
      const publishing = openOn(branch, files);
      if (
        await publishing.then(
          () => true,
          () => false,
        )
      )
        break;
      failures += 1;
      // The checkpoint is never ahead of its tiles: what is published verifies at every moment.
      expect([250, 260]).toContain(await sizeOf(node, files));
      const again = await openOn(branch, files);
      expect(await sizeOf(again, files)).toBe(260);
      expect([...files.held.keys()].filter((path) => path.includes('tile/0/000.p/'))).toEqual([]);
    }
    expect(failures).toBeGreaterThan(20);
  },
);

test('files that were damaged or lost are made anew from the store', async () => {
  const { store, files, node } = await begin();
  await node.publish();
  for (const path of files.held.keys()) if (path.includes('/tile/')) files.held.set(path, new Uint8Array(7));
  expect(await sizeOf(await openOn(store, files), files)).toBe(260);
  for (const path of files.held.keys()) if (path.includes('/record/')) files.held.delete(path);
  expect(await sizeOf(await openOn(store, files), files)).toBe(260);
});

test('the key is made once, for its owner’s eyes, and no other is taken', async () => {
  const { store, files } = await begin();
  const key = files.held.get('/data/keys/record.key')!;
  files.held.delete('/data/keys/record.key');
  await expect(openOn(store, files)).rejects.toMatchObject({ code: 'record-key-missing' });
  files.held.set('/data/keys/record.key', Buffer.from(`${Buffer.alloc(32, 9).toString('base64')}\n`));
  await expect(openOn(store, files)).rejects.toMatchObject({ code: 'record-key-other' });
  files.held.set('/data/keys/record.key', Buffer.from('short\n'));
  await expect(openOn(store, files)).rejects.toMatchObject({ code: 'record-key-malformed' });
  files.held.set('/data/keys/record.key', key);
  await (await openOn(store, files)).close();
});

test('each log has a key of its own, always the same', () => {
  const secret = Buffer.alloc(32, 1);
  const [one, again] = [keyringOf(newNode('n', secret), secret), keyringOf(newNode('n', secret), secret)];
  expect(one.of('n/a').text).toBe(again.of('n/a').text);
  expect(Buffer.from(one.of('n/a').verifier.publicKey)).not.toEqual(
    Buffer.from(one.of('n/b').verifier.publicKey),
  );
});
