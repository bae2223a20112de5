/** A record that two processes publish from one database, each into its own folder. */
import { setTimeout as sleep } from 'node:timers/promises';
import { record } from '@foedus/kernel';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openPostgres, type PostgresStore } from '../store/postgres.ts';
import { POSTGRES, sharedPostgres } from '../store/testing/postgres.ts';
import { trustOf } from './node-trust.ts';
import type { NodeRecord } from './open.ts';
import { checkpointCell } from './publisher.ts';
import { rotate } from './rotate.ts';
import { LOG, openOn } from './testing/disk.ts';
import { FaultyFiles } from './testing/faulty-files.ts';
import { CASE, Talk } from './testing/pact.ts';

/** Milliseconds: the first test of a run starts the server. */
const STARTED_WITHIN = 60_000;

describe.skipIf(!POSTGRES)('two processes on one database', () => {
  let stores: readonly [PostgresStore, PostgresStore];
  let disks: readonly [FaultyFiles, FaultyFiles];
  let nodes: readonly [NodeRecord, NodeRecord];
  beforeEach(async () => {
    const address = await (await sharedPostgres()).database();
    stores = [await openPostgres(address), await openPostgres(address)];
    disks = [new FaultyFiles(), new FaultyFiles()];
    const one = await openOn(stores[0], disks[0]);
    disks[1].held.set('/data/keys/record.key', disks[0].held.get('/data/keys/record.key')!);
    nodes = [one, await openOn(stores[1], disks[1])];
    await one.prepare(CASE);
  }, STARTED_WITHIN);
  afterEach(async () => {
    // A process whose key was replaced publishes nothing more.
    await Promise.allSettled(nodes.map((node) => node.close()));
    await Promise.all(stores.map((store) => store.close()));
  });

  const readerOf = (disk: FaultyFiles): record.LogReader => ({
    read: async (path) => disk.held.get(`/data/record/${LOG}/${path}`),
  });

  /** Verifies what a process has published, held to heads that were published before; gives the head. */
  async function verified(
    { keys }: NodeRecord,
    disk: FaultyFiles,
    heads: readonly record.Head[] = [],
  ): Promise<record.Head> {
    const found = await record.verifyLog(readerOf(disk), { ...trustOf(keys, LOG, 'live'), heads });
    if (!found.ok) throw new Error(JSON.stringify(found.fault));
    return found.value.checkpoint;
  }

  /** Each process adds at the same time what it is told; gives how much was committed. */
  async function added(count: number): Promise<number> {
    const talk = new Talk();
    const commits = Array.from({ length: count }, (_, i) => {
      const events = talk.says('arden-leader', { to: 'all' }, `words ${i}`);
      return stores[i % 2]!.commit(nodes[i % 2]!.entriesFor(CASE, events, i));
    });
    return (await Promise.all(commits)).filter(({ ok }) => ok).length;
  }

  test('publish one log that only grows, whoever of them was faster', async () => {
    const heads: record.Head[] = [];
    for (let round = 1; round <= 5; round += 1) {
      const [count] = await Promise.all([added(40), ...nodes.map((node) => node.publish())]);
      expect(count).toBe(40);
      await Promise.all(nodes.map((node) => node.publish()));
      const [here, there] = [
        await verified(nodes[0], disks[0], heads),
        await verified(nodes[1], disks[1], heads),
      ];
      expect([here.size, there]).toEqual([40 * round, here]);
      heads.push(here);
    }
    const cell = await stores[1].get(checkpointCell(LOG));
    for (const disk of disks) expect(disk.held.get(`/data/record/${LOG}/checkpoint`)).toEqual(cell!.value);
  });

  test('that still have a secret when it is replaced add what they add before, or not at all', async () => {
    const [, key] = [await added(3), disks[0].held.get('/data/keys/record.key')];
    const replacing = rotate({
      store: stores[0],
      files: disks[0],
      folder: '/data/record',
      keysFolder: '/data/keys',
      now: () => Date.now(),
    });
    const counts: number[] = [];
    while (counts.length < 100 && (counts.at(-1) ?? 20) === 20) {
      counts.push(await added(20));
      await sleep(30);
    }
    const [handed] = await replacing;
    expect(disks[0].held.get('/data/keys/record.key')).not.toEqual(key);
    expect(await added(2)).toBe(0);
    const again = await openOn(stores[0], disks[0]);
    const before = 3 + counts.reduce((sum, count) => sum + count, 0);
    expect([handed!.at, (await verified(again, disks[0])).size]).toEqual([before, before + 1]);
    await again.close();
  });
});
