import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { backup, RESTORED, restore } from './backup.ts';
import { openPostgres } from './postgres.ts';
import { openSqlite, type SqliteStore } from './sqlite.ts';
import type { Store } from './store.ts';
import { append, contents, done, put, text } from './testing/contract/words.ts';
import { MemoryStore } from './testing/memory.ts';
import { POSTGRES, sharedPostgres } from './testing/postgres.ts';

const TAKEN = '2026-11-22T10:00:00.000Z';
const AT = '2026-11-23T10:00:00.000Z';

let folder = '';
let file = '';
let store: SqliteStore;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'foedus-backup-'));
  file = join(folder, 'backup');
  store = await openSqlite(join(folder, 'data'));
  await done(store, {
    appends: [...append('a', 0, 'one', '').appends!, ...append('b', 0, 'three').appends!],
    puts: put('c', 'absent', 'value').puts!,
  });
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

async function markOf(restored: Store): Promise<unknown> {
  return JSON.parse(text((await restored.get(RESTORED))!.value));
}

describe('a backup', () => {
  test('is one file for its owner alone, and tells what is in it', async () => {
    const made = await backup(store, file, TAKEN);
    expect(made).toMatchObject({ taken: TAKEN, streams: 2, rows: 3, cells: 1 });
    expect(readdirSync(folder).toSorted()).toEqual(['backup', 'data']);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test('has the same hash for the same contents, and another for any others', async () => {
    const hashes: string[] = [];
    const hash = async (change: Parameters<Store['commit']>[0]): Promise<void> => {
      const other = new MemoryStore();
      await done(other, change);
      hashes.push((await backup(other, join(folder, `${hashes.length}`), AT)).sha256);
    };
    await hash({ ...append('s', 0, 'ab', 'c'), ...put('c', 'absent', 'v') });
    await hash({ ...append('s', 0, 'ab', 'c'), ...put('c', 'absent', 'v') });
    await hash({ ...append('s', 0, 'a', 'bc'), ...put('c', 'absent', 'v') });
    await hash({ ...append('t', 0, 'ab', 'c'), ...put('c', 'absent', 'v') });
    await hash({ ...append('s', 0, 'ab', 'c'), ...put('c', 'absent', 'w') });
    await hash(append('s', 0, 'ab', 'c'));
    expect(new Set(hashes.slice(1)).size).toBe(5);
    expect(hashes[0]).toBe(hashes[1]);
  });

  test('never goes over a file that is there', async () => {
    writeFileSync(file, 'mine');
    await expect(backup(store, file, TAKEN)).rejects.toMatchObject({ code: 'backup-exists' });
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });

  test('that can not be finished leaves nothing', async () => {
    const broken: Pick<Store, 'snapshot'> = {
      async *snapshot() {
        yield { stream: 'a', from: 0, rows: [new Uint8Array(1)] };
        throw new Error('the store broke');
      },
    };
    await expect(backup(broken, file, TAKEN)).rejects.toMatchObject({ code: 'backup-not-written' });
    expect(readdirSync(folder)).toEqual(['data']);
    await expect(backup(store, join(folder, 'none', 'x'), TAKEN)).rejects.toMatchObject({
      fault: { code: 'backup-not-written', params: { reason: 'ENOENT' } },
    });
  });

  test('is no store: it can not be opened without having been restored', async () => {
    await backup(store, file, TAKEN);
    const data = mkdtempSync(join(folder, 'other-'));
    copyFileSync(file, join(data, 'foedus.sqlite'));
    await expect(openSqlite(data)).rejects.toMatchObject({ code: 'store-damaged' });
  });
});

describe('a restore', () => {
  test('gives an empty store all that the backup has, and marks it', async () => {
    const { sha256 } = await backup(store, file, TAKEN);
    const other = await openSqlite(join(folder, 'other'));
    expect(await restore(file, other, AT)).toMatchObject({ taken: TAKEN, sha256, rows: 3 });
    expect(await markOf(other)).toEqual({
      format: 'foedus-restored/1',
      at: AT,
      backup: { taken: TAKEN, sha256 },
    });
    const held = await contents(other);
    delete held[RESTORED];
    expect(held).toEqual(await contents(store));
    await other.close();
  });

  test('of what had been restored bears the mark of the later one', async () => {
    await backup(store, file, TAKEN);
    const second = new MemoryStore();
    await restore(file, second, AT);
    const again = join(folder, 'again');
    const { sha256 } = await backup(second, again, AT);
    const third = new MemoryStore();
    await restore(again, third, '2026-11-24T10:00:00.000Z');
    expect(await markOf(third)).toMatchObject({
      at: '2026-11-24T10:00:00.000Z',
      backup: { taken: AT, sha256 },
    });
  });

  test('into a store that is not empty is refused', async () => {
    await backup(store, file, TAKEN);
    const before = await contents(store);
    await expect(restore(file, store, AT)).rejects.toMatchObject({ code: 'not-empty' });
    expect(await contents(store)).toEqual(before);
  });

  test('of a backup in which something was changed is refused, and nothing is restored', async () => {
    await backup(store, file, TAKEN);
    const db = new DatabaseSync(file);
    db.exec(`UPDATE stream_rows SET data = x'00' WHERE place = 1`);
    db.close();
    const other = await openSqlite(join(folder, 'other'));
    await expect(restore(file, other, AT)).rejects.toMatchObject({ code: 'backup-damaged' });
    expect(await contents(other)).toEqual({});
    await other.close();
  });

  test('of what is no backup is refused', async () => {
    const other = new MemoryStore();
    const refused = { code: 'backup-unreadable' };
    await expect(restore(join(folder, 'none'), other, AT)).rejects.toMatchObject(refused);
    expect(readdirSync(folder)).toEqual(['data']);
    writeFileSync(file, 'no backup, but longer than its head would be'.repeat(20));
    await expect(restore(file, other, AT)).rejects.toMatchObject(refused);
    await expect(restore(join(folder, 'data', 'foedus.sqlite'), other, AT)).rejects.toMatchObject(refused);
  });

  test.skipIf(!POSTGRES)('takes a store from SQLite to PostgreSQL, and back', async () => {
    const { sha256 } = await backup(store, file, TAKEN);
    const postgres = await openPostgres(await (await sharedPostgres()).database());
    await restore(file, postgres, AT);
    await expect(restore(file, postgres, AT)).rejects.toMatchObject({ code: 'not-empty' });
    const mark = (await postgres.get(RESTORED))!;
    await done(postgres, put(RESTORED, mark.version, null));
    const back = join(folder, 'back');
    expect(await backup(postgres, back, AT)).toMatchObject({ sha256, streams: 2, rows: 3, cells: 1 });
    await done(postgres, append('a', 2, 'goes on'));
    await postgres.close();
  });
});
