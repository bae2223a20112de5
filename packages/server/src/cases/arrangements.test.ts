/** Arrangements on the shelf, and frozen under cases. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { MemoryStore } from '../store/testing/memory.ts';
import { arrangementFrom, freeze, readShelf, thaw } from './arrangements.ts';

const EXAMPLES = fileURLToPath(new URL('../../../../arrangements/examples', import.meta.url));
const ID = 'tutorial-two-party';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'foedus-shelf-'));
  await cp(EXAMPLES, folder, { recursive: true });
});
afterEach(() => rm(folder, { recursive: true }));

const read = () => readShelf(folder);

test('every arrangement below the folder is on the shelf, by its id, with its claims beside it', () => {
  const { arrangements, faulty } = read();
  expect([...arrangements.keys()].toSorted()).toEqual(['eec-1958', ID, 'unsc']);
  expect(faulty).toEqual([]);
  const shelved = arrangements.get(ID)!;
  expect(Object.keys(shelved.sources)).toEqual(['arrangement.yaml']);
  if (shelved.claims !== undefined) expect(Object.keys(shelved.files)).toContain(shelved.claims);
});

test('one with faults is left out, and told of', async () => {
  await writeFile(join(folder, 'unsc', 'arrangement.yaml'), 'id: unsc\n');
  const { arrangements, faulty } = read();
  expect(arrangements.has('unsc')).toBe(false);
  expect(faulty.map((each) => each.folder)).toEqual(['unsc']);
});

test('a later edit changes nothing of what was frozen; the hash is of what makes the arrangement, not of its claims', async () => {
  const store = new MemoryStore();
  const before = read().arrangements.get(ID)!;
  await freeze(store, before);
  await freeze(store, before);
  await writeFile(join(folder, ID, 'claims.yaml'), 'claims: {}\n');
  expect(read().arrangements.get(ID)!.hash).toBe(before.hash);
  const file = join(folder, ID, 'arrangement.yaml');
  await writeFile(file, (await readFile(file, 'utf8')).replace('en: Arden and Borea', 'en: Arden or Borea'));
  expect(read().arrangements.get(ID)!.hash).not.toBe(before.hash);
  const frozen = arrangementFrom((await thaw(store, before.hash))!);
  expect(frozen.name.en).toBe(before.arrangement.name.en);
});
