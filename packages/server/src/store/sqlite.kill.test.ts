import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSqlite } from './sqlite.ts';
import { expectWhole, killedWithin, startCommitter } from './testing/commit-process.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foedus-store-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('killed at any moment, 30 times, it has all that it acknowledged and nothing half done', async () => {
  const acknowledged: string[] = [];
  for (let kill = 0; kill < 30; kill += 1) {
    const lines = await killedWithin(startCommitter(folder, 'one'), 60);
    acknowledged.push(...lines);
    const store = await openSqlite(folder);
    await expectWhole(store, acknowledged);
    await store.close();
  }
  expect(acknowledged.length).toBeGreaterThan(100);
});

test('a second process on the folder is refused and told whose it is; once that is killed, it is not', async () => {
  const first = startCommitter(folder, 'first');
  await first.started();
  const second = startCommitter(folder, 'second');
  expect(await second.failed()).toBe(`folder-locked ${JSON.stringify({ folder, pid: String(first.pid) })}\n`);
  await expect(openSqlite(folder)).rejects.toMatchObject({ fault: { params: { pid: String(first.pid) } } });
  await first.kill();
  // What the killed one left names a process that is no more.
  expect(readFileSync(join(folder, 'foedus.pid'), 'utf8')).toBe(`${first.pid}\n`);
  const store = await openSqlite(folder);
  expect(await store.length('left/first-0')).toBeGreaterThan(0);
  await store.close();
});
