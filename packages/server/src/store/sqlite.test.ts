import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSqlite, readSqlite } from './sqlite.ts';
import { startCommitter } from './testing/commit-process.ts';
import { append, contents, done, put } from './testing/contract/words.ts';
import { contract } from './testing/contract.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'foedus-store-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const fresh = (): string => mkdtempSync(join(folder, 'data-'));

contract('SQLite', () => openSqlite(fresh()));

describe('a data folder', () => {
  test('is made, with all above it, for its owner alone', async () => {
    const deep = join(fresh(), 'a', 'b');
    await (await openSqlite(deep)).close();
    expect(statSync(deep).mode & 0o777).toBe(0o700);
    expect(statSync(join(deep, 'foedus.sqlite')).mode & 0o777).toBe(0o600);
  });

  test('keeps everything from one opening to the next', async () => {
    const data = fresh();
    const first = await openSqlite(data);
    const [version] = (await done(first, { ...append('s', 0, 'a'), ...put('c', 'absent', 'one') })).versions;
    await first.close();
    const second = await openSqlite(data);
    expect(await contents(second)).toEqual({ s: ['a'], c: 'one' });
    const [next] = (await done(second, put('c', version!, 'two'))).versions;
    expect(next).toBeGreaterThan(version!);
    await second.close();
    expect(readdirSync(data).toSorted()).toEqual(['foedus.lock', 'foedus.sqlite']);
  });

  test('of this process is not opened twice', async () => {
    const data = fresh();
    const first = await openSqlite(data);
    await expect(openSqlite(data)).rejects.toMatchObject({
      fault: { code: 'folder-locked', params: { folder: data, pid: String(process.pid) } },
    });
    await first.close();
    await (await openSqlite(data)).close();
  });

  test('that is a file is refused', async () => {
    const file = join(fresh(), 'file');
    writeFileSync(file, '');
    await expect(openSqlite(file)).rejects.toMatchObject({ code: 'folder-unusable' });
  });

  test.each([
    ['a newer Foedus wrote', 'store-newer', 'INSERT INTO migrations VALUES (99)'],
    ['another program wrote', 'store-damaged', 'PRAGMA application_id = 7'],
  ])('with a database that %s is refused, and let go of', async (_, code, sql) => {
    const data = fresh();
    await (await openSqlite(data)).close();
    const db = new DatabaseSync(join(data, 'foedus.sqlite'));
    db.exec(sql);
    db.close();
    for (let time = 0; time < 2; time += 1) await expect(openSqlite(data)).rejects.toMatchObject({ code });
    await expect(readSqlite(data)).rejects.toMatchObject({ code });
  });

  test('with a file that is no database is refused', async () => {
    const data = fresh();
    writeFileSync(join(data, 'foedus.sqlite'), 'no database, but longer than its head would be'.repeat(20));
    await expect(openSqlite(data)).rejects.toMatchObject({ code: 'store-damaged' });
  });
});

describe('reading beside the process that has the folder', () => {
  test('takes a snapshot while it commits', async () => {
    const data = fresh();
    const store = await openSqlite(data);
    await done(store, append('s', 0, 'a'));
    const beside = await readSqlite(data);
    await done(store, append('s', 1, 'b'));
    expect(await contents(beside)).toEqual({ s: ['a', 'b'] });
    await store.close();
    expect(await contents(beside)).toEqual({ s: ['a', 'b'] });
  });

  test('finds all that a killed process had acknowledged', async () => {
    const data = fresh();
    const committer = startCommitter(data, 'one');
    await committer.started();
    const acknowledged = await committer.kill();
    const held = await contents(await readSqlite(data));
    expect(held['all']).toEqual(expect.arrayContaining([...acknowledged]));
  });

  test('is refused where there is nothing to read', async () => {
    const data = fresh();
    await expect(readSqlite(data)).rejects.toMatchObject({ code: 'folder-empty' });
    expect(readdirSync(data)).toEqual([]);
  });
});

// A limit on the size of files does to a process what a full disk does.
test.skipIf(process.platform === 'win32')(
  'on a full disk a change is refused, and what was acknowledged stays',
  async () => {
    const data = fresh();
    const script = fileURLToPath(new URL('testing/until-full.ts', import.meta.url));
    const out = execFileSync('sh', ['-c', 'ulimit -f 2000; exec "$0" "$@"', process.execPath, script, data]);
    const { acknowledged, code, reading } = JSON.parse(out.toString()) as Record<string, unknown>;
    expect(['unavailable', 'unknown-outcome']).toContain(code);
    // Where it is not known what lies on the disk, nothing is built on it.
    expect(reading).toBe(code === 'unavailable' ? 'ok' : 'spent');
    const store = await openSqlite(data);
    expect(await store.length('s')).toBeGreaterThanOrEqual(acknowledged as number);
    await done(store, append('s', 'end', 'more'));
    await store.close();
  },
);
