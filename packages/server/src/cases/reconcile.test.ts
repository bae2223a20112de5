/** A case that is older than the record, because the store went back in time. */
import { join } from 'node:path';
import type { consultation } from '@foedus/kernel';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ALLIANCE } from '../../../kernel/src/consultation/testing/alliance.ts';
import { opened, OPENING, served, shareKeys, shelfOf, type Served } from '../http/testing/served.ts';
import { FILES, RESTORED, type Evidence } from '../record/index.ts';
import { MemoryStore } from '../store/testing/memory.ts';
import type { Shelf } from './arrangements.ts';
import { reconcile } from './reconcile.ts';

let server: Served;
let path = '';
let keys = 0;
const servers: Served[] = [];
beforeEach(async () => {
  server = await begun(new MemoryStore());
  path = await opened(server);
});
afterEach(async () => {
  for (const each of servers.splice(0)) await each.close();
});

async function begun(store: MemoryStore): Promise<Served> {
  if (servers.length > 0) shareKeys(store, server.store);
  const started = await served({ store, ...(servers.length > 0 ? { world: server.world } : {}) });
  servers.push(started);
  return started;
}

type Marking = consultation.Marking;
const ALL: Marking = { to: 'all' };
const SOME: Marking = { to: 'seats', seats: ['a-chief', 'b-chief'] };
const OWN: Marking = { to: 'party', party: 'borea' };

/** An office says something of the opening; gives what it was answered. */
async function answer(at: Served, office: string, marking: Marking, more: object = {}) {
  const key = `s${(keys += 1)}`;
  const said = {
    type: 'position',
    key,
    office,
    about: 'a-chief/k0',
    marking,
    text: `${key} secret`,
    ...more,
  };
  const { statusCode, ...answer } = await at.post(`${path}/as/seat:${office}/commands`, said);
  return [statusCode, answer.json<{ code?: string }>().code];
}

async function says(...said: Parameters<typeof answer>): Promise<void> {
  expect(await answer(...said)).toEqual([200, undefined]);
}

/** The store as it is now, as a backup brings it back. */
async function backup(): Promise<MemoryStore> {
  const copy = new MemoryStore();
  await copy.fill((server.store as MemoryStore).snapshot());
  await copy.commit({ puts: [{ cell: RESTORED, over: 'absent', value: Buffer.from('{}') }] });
  return copy;
}

/** What was published, but for logs whose names end so. */
async function evidence(without = 'none'): Promise<Evidence> {
  await server.record.publish();
  const origins = server.record.trust(({ audience }) => audience !== without).map(({ origin }) => origin);
  return {
    origins,
    logs: (origin) => ({
      read: async (file) =>
        origins.includes(origin) ? server.record.fileOf(`${origin}/${file}`) : undefined,
    }),
    documents: (file) => FILES.read(join(server.record.folderOf(''), file)),
  };
}

async function reconciled(store: MemoryStore, shelf: Shelf = shelfOf(ALLIANCE), given = evidence()) {
  return (await reconcile(store, server.record.keys, [await given], shelf)).cases;
}

async function everything(at: Served): Promise<readonly unknown[]> {
  const viewers = ['public', 'party:borea', 'seat:a-chief', 'seat:b-chief', 'seat:a-minister'];
  const answers = await Promise.all(
    viewers.flatMap((viewer) => ['view', 'history'].map((what) => at.get(`${path}/as/${viewer}/${what}`))),
  );
  return answers.map((each) => each.json());
}

test('is caught up from the logs, all acts in their order, and goes on', async () => {
  await says(server, 'a-chief', ALL);
  const store = await backup();
  // One moment holds acts in several logs, whose order the logs alone do not tell.
  await Promise.all([
    says(server, 'b-chief', OWN),
    says(server, 'a-chief', ALL),
    says(server, 'b-chief', ALL),
    says(server, 'a-chief', SOME),
    says(server, 'b-chief', OWN),
  ]);
  server.world.pass(5000);
  // More than an entry holds, so that it commits to what was said.
  const many: Marking = {
    to: 'seats',
    seats: ['a-minister', ...Array.from({ length: 900 }, () => 'a-chief')],
  };
  await says(server, 'a-minister', many, { text: '협의'.repeat(10_000) });
  expect((await store.list('record/document/', '', 9)).length).toBe(0);
  const before = await everything(server);

  expect(await reconciled(store)).toEqual([{ id: path.slice('/cases/'.length), lacked: 6 }]);
  expect((await store.list('record/document/', '', 9)).length).toBe(1);
  const again = await begun(store);
  expect(await everything(again)).toEqual(before);
  await says(again, 'b-chief', ALL);
  expect(await reconciled(store)).toEqual([]);
});

test('is made anew where it was opened after the backup, its documents with it', async () => {
  const store = await backup();
  path = await opened(server, { open: { ...OPENING.open, key: 'later' } });
  const about = 'a-chief/later';
  const text = { 'content-type': 'text/plain' };
  const stored = await server.post(`${path}/as/seat:b-chief/documents`, 'The annex.', text);
  const document = { title: 'Annex', ...stored.json<object>() };
  await says(server, 'b-chief', OWN, { about, document });
  const before = await everything(server);

  expect(await reconciled(store)).toMatchObject([{ lacked: 2 }]);
  const again = await begun(store);
  expect(await everything(again)).toEqual(before);
  const { hash } = stored.json<{ hash: string }>();
  expect((await again.get(`${path}/as/party:borea/documents/${hash}`)).body).toBe('The annex.');
  expect((await again.get(`${path}/as/public/documents/${hash}`)).statusCode).toBe(404);
});

test.each([
  ['a log with earlier acts was not given', 'gap', shelfOf(ALLIANCE), 'limited'],
  ['what is decided again differs', 'differs', shelfOf({ ...ALLIANCE, offices: new Map() }), 'none'],
  ['its arrangement is not at hand', 'arrangement-missing', { arrangements: new Map(), faulty: [] }, 'none'],
] as const)('takes no more acts where %s, until that is mended', async (_, why, shelf, without) => {
  const store = await backup();
  // An arrangement that is in no store any more.
  if (why === 'arrangement-missing') await forget(store, `arrangement/${'a'.repeat(64)}`);
  await says(server, 'a-chief', SOME);
  await says(server, 'b-chief', ALL);
  const id = path.slice('/cases/'.length);
  expect(await reconciled(store, shelf, evidence(without))).toMatchObject([{ id, why }]);
  const again = await begun(store);
  expect(await answer(again, 'a-chief', ALL)).toEqual([409, 'case-behind']);
  expect((await again.get(`${path}/as/public/history`)).statusCode).toBe(200);

  // Another case is not concerned.
  const closed = path;
  path = await opened(again, { open: { ...OPENING.open, key: 'other' } });
  await says(again, 'a-chief', ALL, { about: 'a-chief/other' });

  path = closed;
  expect(await reconciled(store)).toEqual([{ id, lacked: 2 }]);
  await says(again, 'a-chief', ALL);
});

async function forget(store: MemoryStore, cell: string): Promise<void> {
  const found = await store.get(cell);
  await store.commit({ puts: [{ cell, over: found!.version, value: null }] });
}
