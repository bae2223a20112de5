/** A document and the seats around it, through HTTP from the first upload to the recall; and the world changing meanwhile. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { opened, served, type Served } from '../testing/served.ts';

let server: Served;
let path: string;
beforeEach(async () => {
  server = await served();
  path = await opened(server);
});
afterEach(() => server.close());

const ALL = { to: 'all' } as const;
const TWO = { to: 'seats', seats: ['a-minister', 'b-chief'] } as const;

/** Sends a command under a key; gives the id of what it recorded, or the code of the problem. */
async function acts(seat: string, key: string, command: object): Promise<string> {
  const answer = await server.post(`${path}/as/seat:${seat}/commands`, { key, office: seat, ...command });
  const body = answer.json<{ id?: string; code?: string }>();
  return body.id ?? body.code!;
}

const view = async <T>(viewer: string, part = 'view'): Promise<T> =>
  (await server.get(`${path}/as/${viewer}/${part}`)).json<T>();

/** Stores an estimate and shows it to the chief of Borea alone; gives its document. */
async function shared(): Promise<{ readonly title: string; readonly hash: string }> {
  const type = { 'content-type': 'application/pdf' };
  const stored = await server.post(`${path}/as/seat:a-minister/documents`, 'Estimate: three days', type);
  const document = { title: 'Estimate', ...stored.json<{ hash: string }>() };
  const about = { type: 'inform', on: 'strike', to: 'b-chief', marking: TWO, document };
  expect(await acts('a-minister', 'estimate', about)).toBe('a-minister/estimate');
  return document;
}

const fetched = async (viewer: string, { hash }: { readonly hash: string }) =>
  server.get(`${path}/as/${viewer}/documents/${hash}`);

test('a document is asked for, released and acknowledged, and nobody gets it before', async () => {
  const type = { 'content-type': 'text/plain' };
  const stored = await server.post(`${path}/as/seat:a-minister/documents`, 'ours', type);
  const document = { title: 'Assessment', ...stored.json<{ hash: string }>() };
  const about = 'a-minister/ours';
  const marking = { to: 'party', party: 'arden' };
  expect(await acts('a-minister', 'ours', { type: 'advise', on: 'strike', marking, document })).toBe(about);
  const ask = {
    type: 'request-document',
    title: 'Your assessment',
    to: 'a-minister',
    within: 60,
    marking: ALL,
  };
  expect(await acts('b-chief', 'ask', ask)).toBe('b-chief/ask');
  const { due } = await view<{ due: { of: string }[] }>('seat:b-chief');
  expect(due.map(({ of }) => of)).toEqual(['b-chief/ask']);
  expect((await fetched('seat:b-chief', document)).statusCode).toBe(404);
  expect(await acts('b-chief', 'theft', { type: 'release', about, marking: ALL })).toBe('unknown-item');
  const release = { type: 'release', about, answering: 'b-chief/ask', marking: TWO };
  expect(await acts('a-minister', 'release', release)).toBe('a-minister/release');
  const got = await fetched('seat:b-chief', document);
  expect([got.body, got.headers['foedus-marking'], got.headers['foedus-originator']]).toEqual([
    'ours',
    JSON.stringify([marking, TWO]),
    'arden',
  ]);
  for (const viewer of ['seat:b-minister', 'party:borea', 'public'])
    expect((await fetched(viewer, document)).statusCode).toBe(404);
  expect(await acts('b-chief', 'thanks', { type: 'receipt', about, marking: TWO })).toBe('b-chief/thanks');
  expect((await view<{ due: object[] }>('seat:b-chief')).due).toEqual([]);
});

test('a release is asked of the originator, who may refuse with a reason', async () => {
  await shared();
  const about = 'a-minister/estimate';
  const ask = { type: 'request-release', about, to: 'arden', marking: TWO };
  expect(await acts('b-minister', 'ask', ask)).toBe('unknown-item');
  expect(await acts('b-chief', 'ask', ask)).toBe('b-chief/ask');
  const refusal = {
    type: 'refuse-release',
    about: 'b-chief/ask',
    reason: 'a source to protect',
    marking: TWO,
  };
  expect(await acts('b-chief', 'no', refusal)).toBe('not-asked');
  expect(await acts('a-minister', 'no', { ...refusal, reason: '' })).toBe('bad-request');
  expect(await acts('a-minister', 'no', refusal)).toBe('a-minister/no');
});

test('who quotes keeps marking and originator, in the view, in the export and at the document', async () => {
  const document = await shared();
  const passes = { type: 'advise', on: 'strike', document };
  const from = { relation: 'quote', of: 'a-minister/estimate' };
  // To whoever has not stored it, a document is there only as part of the item that he has it from.
  expect(await acts('b-chief', 'bare', { ...passes, marking: TWO })).toBe('unknown-document');
  expect(await acts('b-chief', 'wide', { ...passes, from, marking: ALL })).toBe('wider-than-item');
  expect(await acts('b-chief', 'quote', { ...passes, from, marking: TWO })).toBe('b-chief/quote');
  const exported = await view<{ items: { id: string; originator: string[]; labels: { en: string }[] }[] }>(
    'seat:b-chief',
    'export',
  );
  expect(exported.items.find(({ id }) => id === 'b-chief/quote')).toMatchObject({
    originator: ['arden'],
    command: { document },
    labels: [
      { en: 'Marked for: a-minister and b-chief only. Originator: arden.' },
      { en: 'Quoted from a-minister/estimate.' },
    ],
  });
  const others = await server.get(`${path}/as/public/export`);
  expect(others.body).not.toContain(document.hash);
});

test('what was recalled is shown as recalled wherever it goes, and goes no further', async () => {
  const document = await shared();
  const about = 'a-minister/estimate';
  const from = { relation: 'quote', of: about };
  await acts('b-chief', 'quote', { type: 'advise', on: 'strike', from, document, marking: TWO });
  expect(await acts('b-chief', 'recall', { type: 'recall', about })).toBe('not-originator');
  expect((await fetched('seat:b-chief', document)).headers).not.toHaveProperty('foedus-recalled');
  expect(await acts('a-minister', 'recall', { type: 'recall', about })).toBe('a-minister/recall');
  expect((await fetched('seat:b-chief', document)).headers).toMatchObject({ 'foedus-recalled': 'true' });
  const { history } = await view<{ history: { id: string; recalled?: true }[] }>('seat:b-chief');
  expect(history.filter(({ recalled }) => recalled).map(({ id }) => id)).toEqual([about, 'b-chief/quote']);
  const again = { type: 'advise', on: 'strike', from, marking: TWO };
  expect(await acts('b-chief', 'again', again)).toBe('recalled');
  expect(await acts('a-minister', 'wider', { type: 'release', about, marking: TWO })).toBe('recalled');
});

test('a concurrence is withdrawn while nothing rests on it', async () => {
  await acts('b-chief', 'yes', { type: 'concur', on: 'strike', marking: ALL });
  const withdraw = { type: 'withdraw', about: 'b-chief/yes' };
  expect(await acts('a-chief', 'no', withdraw)).toBe('not-withdrawable');
  expect(await acts('b-chief', 'no', withdraw)).toBe('b-chief/no');
  expect(await acts('a-chief', 'decide', { type: 'decide', on: 'strike', marking: ALL })).toBe('not-valid');
});

test('absence and links are told by those concerned, and seen by all', async () => {
  expect(await acts('b-chief', 'gone', { type: 'absent', of: 'a-minister' })).toBe('not-for-this-seat');
  expect(await acts('b-chief', 'gone', { type: 'absent', of: 'b-minister' })).toBe('b-chief/gone');
  expect(await acts('b-minister', 'x', { type: 'advise', on: 'strike', marking: ALL })).toBe('absent');
  const down = { type: 'link-down', of: 'arden', with: 'borea' };
  expect(await acts('general', 'down', down)).toBe('not-for-this-seat');
  expect(await acts('b-chief', 'down', down)).toBe('b-chief/down');
  expect(await view('public')).toMatchObject({
    absent: ['b-minister'],
    cut: [{ of: 'arden', with: 'borea' }],
  });
  expect(await acts('b-minister', 'back', { type: 'present', of: 'b-minister' })).toBe('b-minister/back');
  expect(await acts('a-chief', 'up', { ...down, type: 'link-up' })).toBe('a-chief/up');
  expect(await view('public')).toMatchObject({ absent: [], cut: [] });
});

test('a case keeps the time zones of the capitals, and knows no others', async () => {
  const { arrangement, on: at } = (await server.get(path)).json<{ arrangement: string; on: string }>();
  const opens = async (key: string, zones: object) =>
    server.post('/cases', {
      kind: 'live',
      open: {
        type: 'open',
        key,
        seat: 'a-chief',
        office: 'a-chief',
        arrangement,
        frame: { at },
        matters: ['strike'],
        zones,
      },
    });
  const zones = { scenario: 3_600_000, capitals: { arden: 'Asia/Seoul', borea: 'America/New_York' } };
  const response = await opens('z1', zones);
  path = `/cases/${response.json<{ id: string }>().id}`;
  expect(await view('public')).toMatchObject({ case: { zones } });
  expect((await opens('z2', { capitals: { arden: '../etc/passwd' } })).statusCode).toBe(400);
  expect((await opens('z3', { capitals: { nobody: 'Asia/Seoul' } })).statusCode).toBe(422);
});
