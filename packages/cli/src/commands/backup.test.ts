import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStore, type Store } from '@foedus/server';
import { foedus, foedusWith } from '../testing/foedus.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foedus-backup-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

async function open(data: string): Promise<Store> {
  const reply = await openStore({ dataFolder: join(folder, data) });
  if (!reply.ok) throw new Error(reply.fault.code);
  return reply.value;
}

test('a store is backed up while a process has it open, and restored into a new folder', async () => {
  const store = await open('data');
  await store.commit({ appends: [{ stream: 'case/1', at: 0, rows: [bytes('opened')] }] });
  const backup = await foedus(folder, 'backup', '-o', 'monday', '--data', 'data');
  expect(backup).toMatchObject({ exit: 0, err: '' });
  expect(backup.out).toContain('The backup is in “monday”: 1 stream with 1 row, 0 cells, as of 20');
  expect(backup.out).toMatch(/^SHA-256 [0-9a-f]{64}\./m);
  await store.close();

  const restored = await foedus(folder, 'restore', 'monday', '--data', 'other');
  expect(restored).toMatchObject({ exit: 0, err: '' });
  expect(restored.out).toContain('Nothing is signed until the record has caught up');
  const other = await open('other');
  expect(await other.read('case/1', 0, 9)).toEqual([bytes('opened')]);
  expect(await other.get('record/restored')).toBeDefined();
  await other.close();

  const again = await foedus(folder, 'restore', 'monday', '--data', 'other', '--lang', 'ko');
  expect(again).toMatchObject({ exit: 2, out: '' });
  expect(again.err).toContain('저장소가 비어 있지 않습니다');
  expect((await foedus(folder, 'backup', '-o', 'monday', '--data', 'data')).exit).toBe(2);
});

test('both tell programs in JSON what is in the backup', async () => {
  await (await open('data')).close();
  const of = (out: string): object => JSON.parse(out) as object;
  const backup = of((await foedus(folder, 'backup', '-o', 'b', '--json')).out);
  expect(backup).toMatchObject({ file: join(folder, 'b'), streams: 0, rows: 0, cells: 0 });
  expect(of((await foedus(folder, 'restore', 'b', '--data', 'other', '--json')).out)).toEqual(backup);
});

test('where there is no store, or no backup, they say what to give', async () => {
  const none = await foedus(folder, 'backup', '-o', 'b', '--lang', 'ja');
  expect(none).toMatchObject({ exit: 2, out: '' });
  expect(none.err).toContain('ストアがありません');
  writeFileSync(join(folder, 'b'), 'no backup');
  const bad = await foedus(folder, 'restore', 'b');
  expect(bad).toMatchObject({ exit: 3, out: '' });
  expect(bad.err).toContain('cannot be read as a backup of Foedus');
  expect((await foedus(folder, 'backup')).exit).toBe(2);
});

test('the data folder and the database come from the environment of the server, and no password is told', async () => {
  await (await open('elsewhere')).close();
  expect((await foedusWith({ FOEDUS_DATA: 'elsewhere' }, folder, 'backup', '-o', 'b')).exit).toBe(0);
  const address = 'postgresql://foedus:secret@127.0.0.1:1/foedus';
  const away = await foedusWith({ DATABASE_URL: address }, folder, 'backup', '-o', 'c');
  expect(away).toMatchObject({ exit: 2, out: '' });
  expect(away.err).toContain('cannot be reached');
  expect(away.err).not.toContain('secret');
});
