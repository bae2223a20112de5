import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { record } from '@foedus/kernel';
import { afterAll, expect, test } from 'vitest';
import { FILES } from './files.ts';
import { NodeRecord } from './open.ts';
import { TileFiles } from './tile-files.ts';
import { MemoryStore } from '../store/testing/memory.ts';
import { CASE, Talk } from './testing/pact.ts';

const folder = mkdtempSync(join(tmpdir(), 'foedus-record-'));
afterAll(() => rmSync(folder, { recursive: true }));

const failed = (error: unknown): never => {
  throw error;
};

test('what is committed with a case is published, verified, and gone on with after a restart', async () => {
  const store = new MemoryStore();
  const options = {
    store,
    folder: join(folder, 'record'),
    keysFolder: join(folder, 'keys'),
    onError: failed,
  };
  const talk = new Talk();
  const origins = new Set<string>();
  for (let round = 0; round < 3; round += 1) {
    const node = await NodeRecord.open(options);
    await node.prepare(CASE);
    for (let i = 0; i < 40; i += 1) {
      const events = talk.says(i % 2 ? 'arden-leader' : 'borea-leader', { to: 'all' }, `words ${i}`);
      const { appends, puts } = node.entriesFor(CASE, events, i);
      for (const { stream } of appends) origins.add(stream.slice('log/'.length));
      await store.commit({ appends, puts });
      if (i % 12 === 0) await node.publish();
    }
    await node.close();
    const given = [...origins].map((origin) => ({
      reader: new TileFiles(FILES, node.folderOf(origin)).reader,
      trust: {
        origin,
        kind: 'live' as const,
        logKeys: [{ verifier: node.keys.of(origin).verifier }],
        entryKeys: [{ verifier: node.keys.of(origin).verifier, seats: 'all' as const }],
      },
    }));
    const verified = await record.verifyRecord(given);
    if (!verified.ok) expect.fail(JSON.stringify(verified.fault));
    expect(verified.value.open).toEqual([]);
    const logs = [...verified.value.logs.values()];
    expect(logs.map(({ tree }) => tree.size)).toEqual([20 * (round + 1), 20 * (round + 1)]);
    expect(logs.every(({ quoted }) => quoted.length > 0)).toBe(true);
  }
  expect(statSync(join(folder, 'keys/record.key')).mode & 0o777).toBe(0o600);
});
