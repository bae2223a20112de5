/** Documents: who stores them, who gets them, and what they carry along. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CASE_LIMIT, roomOf, SEAT_LIMIT } from '../../cases/documents.ts';
import { opened, served, type Served } from '../testing/served.ts';

let server: Served;
let path: string;
beforeEach(async () => {
  server = await served();
  path = await opened(server);
});
afterEach(() => server.close());

interface Stored {
  readonly hash: string;
  readonly mediaType: string;
  readonly size: number;
}

const store = async (seat: string, body: string | Buffer = 'Draft text', type = 'text/plain') =>
  server.post(`${path}/as/seat:${seat}/documents`, body, { 'content-type': type });
const attach = async (seat: string, document: object, more: object = {}) =>
  server.post(`${path}/as/seat:${seat}/commands`, {
    type: 'position',
    key: 'doc',
    office: seat,
    about: 'a-chief/k0',
    marking: { to: 'party', party: 'arden' },
    document: { title: 'Draft 초안', ...document },
    ...more,
  });
const fetched = async (viewer: string, hash: string) => server.get(`${path}/as/${viewer}/documents/${hash}`);

test('who sees an item gets its document, with its marking and originator; nobody else does', async () => {
  const document = (await store('a-chief')).json<Stored>();
  expect((await fetched('seat:a-chief', document.hash)).statusCode).toBe(404);
  expect((await attach('a-chief', document)).statusCode).toBe(200);
  const got = await fetched('seat:a-minister', document.hash);
  expect([got.body, got.headers]).toMatchObject([
    'Draft text',
    {
      'content-type': 'text/plain',
      'foedus-marking': '[{"to":"party","party":"arden"}]',
      'foedus-originator': 'arden',
      'content-disposition': "attachment; filename*=UTF-8''Draft%20%EC%B4%88%EC%95%88",
      'content-security-policy': "sandbox; default-src 'none'",
    },
  ]);
  for (const viewer of ['seat:b-chief', 'seat:general', 'party:borea', 'public'])
    expect((await fetched(viewer, document.hash)).statusCode).toBe(404);
});

test('another seat can not attach what it did not store, unless it quotes the item that it sees', async () => {
  const document = (await store('a-chief')).json<Stored>();
  await attach('a-chief', document);
  const stolen = await attach('b-chief', document, { marking: { to: 'all' } });
  expect([stolen.statusCode, stolen.json()]).toMatchObject([422, { code: 'unknown-document' }]);
  const from = { relation: 'copy', of: 'a-chief/doc' };
  expect((await attach('b-chief', document, { from, marking: { to: 'all' } })).json()).toMatchObject({
    code: 'unknown-document',
  });
  expect((await attach('a-minister', document, { from, marking: { to: 'all' } })).json()).toMatchObject({
    code: 'wider-than-item',
  });
  expect((await attach('a-minister', document, { from })).statusCode).toBe(200);
});

test('a document is named as it is: its size and its type are part of it', async () => {
  const document = (await store('a-chief')).json<Stored>();
  for (const wrong of [{ size: 1 }, { mediaType: 'text/html' }, { hash: '0'.repeat(64) }])
    expect((await attach('a-chief', { ...document, ...wrong })).json()).toMatchObject({
      code: 'unknown-document',
    });
});

test('the same text stored twice has two names, so a name gives no text away', async () => {
  const [one, other] = [(await store('a-chief')).json<Stored>(), (await store('a-chief')).json<Stored>()];
  expect(one.hash).not.toBe(other.hash);
});

test('what is too large, of no type, or stored by no seat is refused', async () => {
  const large = await store('a-chief', Buffer.alloc(10_000_001), 'application/pdf');
  expect([large.statusCode, large.json()]).toMatchObject([413, { code: 'too-large' }]);
  expect((await store('a-chief', 'text', 'nothing')).json()).toMatchObject({ code: 'media-type' });
  const party = await server.post(`${path}/as/party:arden/documents`, 'text', {
    'content-type': 'text/plain',
  });
  expect([party.statusCode, party.json()]).toMatchObject([403, { code: 'forbidden' }]);
});

describe('a seat stores in a case', () => {
  const used = (seat: string): string => `document-bytes/${path.slice('/cases/'.length)}/${seat}`;
  const code = async (storing: ReturnType<typeof store>) => {
    const { statusCode, ...answer } = await storing;
    return statusCode === 200 ? 'stored' : answer.json<{ code: string }>().code;
  };

  test('as much as it may, and no more; another seat is not concerned', async () => {
    const value = Buffer.from(String(SEAT_LIMIT - 25));
    await server.store.commit({ puts: [{ cell: used('a-chief'), over: 'absent', value }] });
    const all = await Promise.all([1, 2, 3].map(() => code(store('a-chief', 'ten bytes.'))));
    expect(all.toSorted()).toEqual(['documents-full', 'stored', 'stored']);
    expect(await code(store('a-chief', 'five.'))).toBe('stored');
    expect(await code(store('a-chief', '.'))).toBe('documents-full');
    expect(await code(store('b-chief', 'ten bytes.'))).toBe('stored');
  });

  test('its equal part of what the case may come to, whatever others have stored', async () => {
    const found = (await server.cases.find(path.slice('/cases/'.length)))!;
    expect(roomOf(found)).toBe(SEAT_LIMIT);
    const offices = Object.fromEntries(
      Array.from({ length: 40 }, (_, n) => [`o${n}`, found.arrangement.offices.get('a-chief')!]),
    );
    const crowded = {
      ...found.arrangement,
      offices: new Map(Object.entries(offices).map(([id, office]) => [id, { ...office, id }])),
      seats: new Map(),
    };
    expect(roomOf({ arrangement: crowded, meta: found.meta })).toBe(Math.floor(CASE_LIMIT / 41));
  });
});
