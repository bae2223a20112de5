/** Every error has the one shape, and says nothing that it should not. */
import { incomplete, LANGS } from '@foedus/kernel';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CONFIG_MESSAGES } from '../config.ts';
import { MemoryStore } from '../store/testing/memory.ts';
import { ISSUE_MESSAGES } from './issue.ts';
import { languageOf } from './language.ts';
import { PROBLEM_MESSAGES, STATUSES } from './problem.ts';
import { opened, OPENING, served, type Served } from './testing/served.ts';

let server: Served;
beforeEach(async () => {
  server = await served();
});
afterEach(() => server.close());

test.each([
  ['of problems', PROBLEM_MESSAGES],
  ['of the configuration', CONFIG_MESSAGES],
  ['of requests', ISSUE_MESSAGES],
])('the messages %s are complete in every language', (_, messages) => {
  expect(incomplete(messages)).toEqual([]);
});

test('every code says what was wrong, what was expected and what to do', () => {
  const keys = Object.keys(STATUSES).flatMap((code) =>
    ['title', 'expected', 'todo'].map((part) => `${code}.${part}`),
  );
  expect(Object.keys(PROBLEM_MESSAGES.en)).toEqual(expect.arrayContaining(keys));
});

test.each([
  ['an address that is none', '/nowhere', 404, 'not-found'],
  ['a case that is not there', '/cases/AAAAAAAAAAAAAAAA', 404, 'not-found'],
  ['a name that is no case’s', '/cases/..%2F..', 404, 'not-found'],
  ['a parameter of another form', '/cases/x/as/public/history?after=-1', 400, 'bad-request'],
])('%s', async (_, path, status, code) => {
  const { headers, statusCode, ...response } = await server.get(path);
  expect([statusCode, headers['content-type']]).toEqual([status, 'application/problem+json; charset=utf-8']);
  expect(response.json()).toMatchObject({ type: `urn:foedus:problem:${code}`, status, code });
});

interface Told {
  readonly title: string;
  readonly issues: readonly { readonly at: string; readonly code: string; readonly message: string }[];
}

describe('what is wrong with a request is said at its place', () => {
  const command = { type: 'concur', key: 'k', office: 'b-chief', on: 'strike', marking: { to: 'all' } };
  const sent = async (body: unknown, lang = 'en'): Promise<Told> => {
    const path = await opened(server);
    const headers = { 'accept-language': lang, 'content-type': 'application/json' };
    return (await server.post(`${path}/as/seat:b-chief/commands`, body, headers)).json<Told>();
  };

  test.each([
    ['another form', { key: 'a b' }, 'body/key', 'Expected text of the form /^[A-Za-z0-9._-]{1,64}$/.'],
    [
      'none of several',
      { marking: { to: 'x' } },
      'body/marking/to',
      'Expected one of: party, parties, seats, all.',
    ],
    [
      'another word',
      { from: { relation: 'x', of: 'a/b' } },
      'body/from/relation',
      'Expected one of: copy, quote, translation.',
    ],
    ['another type', { on: 3 }, 'body/on', 'Expected text.'],
    ['nothing', { on: undefined }, 'body/on', 'This is missing; expected text.'],
    ['too much', { text: 'x'.repeat(20_001) }, 'body/text', 'Expected at most 20,000 characters.'],
    ['too little', { departure: '' }, 'body/departure', 'Expected at least one character.'],
    [
      'an empty list',
      { marking: { to: 'seats', seats: [] } },
      'body/marking/seats',
      'Expected at least one item.',
    ],
    ['something unknown', { colour: 'red' }, 'body', 'Not known here: colour. Leave it out.'],
    [
      'a name that is none',
      { relyingOn: { conditions: { 'A B': true } } },
      'body/relyingOn/conditions/A B',
      'Expected an id',
    ],
    ['half a character', { text: '\ud800' }, 'body/text', 'whole Unicode characters'],
  ])('%s', async (_, more, at, message) => {
    const { issues } = await sent({ ...command, ...more });
    expect(issues).toEqual([
      expect.objectContaining({ at, message: expect.stringContaining(message) as unknown }),
    ]);
  });

  test('a day that is in no calendar, and no matter at all', async () => {
    const open = { ...OPENING.open, matters: [], frame: { at: '2024-13-01' } };
    const { issues } = (await server.post('/cases', { kind: 'live', open })).json<Told>();
    expect(issues.map(({ at, message }) => [at, message])).toEqual([
      ['body/open/frame/at', 'Expected a day of the calendar, YYYY-MM-DD.'],
      ['body/open/matters', 'Expected at least one item.'],
    ]);
  });

  test.each(LANGS)('in %s', async (lang) => {
    const { issues, title } = await sent(
      { ...command, key: 'a b', marking: { to: 'x' }, on: undefined },
      lang,
    );
    expect(title).toBe(PROBLEM_MESSAGES[lang]['bad-request.title']);
    expect(issues.map(({ at }) => at)).toEqual(['body/key', 'body/marking/to', 'body/on']);
    const letters = { en: /Expected|expected/, ko: /[가-힣]/, ja: /[ぁ-ん]/ }[lang];
    for (const { message } of issues) expect(message).toMatch(letters);
  });

  test('a body that can not be read', async () => {
    expect((await sent('{"type":')).issues).toMatchObject([{ at: 'body', code: 'not-json' }]);
  });
});

test('a body that is no JSON, or none at all, or too large is refused before anything is done', async () => {
  const type = { 'content-type': 'application/json' };
  expect((await server.post('/cases', '{', type)).json()).toMatchObject({ status: 400 });
  expect((await server.post('/cases', 'x', { 'content-type': 'text/xml' })).json()).toMatchObject({
    status: 415,
  });
  expect((await server.post('/cases', `"${'x'.repeat(300_000)}"`, type)).json()).toMatchObject({
    status: 413,
  });
});

test('a store that fails is told as one, and nothing of its error', async () => {
  const store = new MemoryStore();
  const broken = await served({ store });
  const path = await opened(broken);
  await broken.record.publish();
  await store.close();
  const answer = await broken.get(`${path}/as/public/view`);
  expect([answer.statusCode, answer.json()]).toMatchObject([503, { code: 'store-unavailable' }]);
  expect((await broken.get('/../../ready')).statusCode).toBe(503);
  await broken.close().catch(() => undefined);
});

test('more requests than the limit are told to wait', async () => {
  const limited = await served({ rateLimit: 2 });
  await limited.get('/arrangements');
  await limited.get('/arrangements');
  const { headers, statusCode, ...third } = await limited.get('/arrangements');
  expect([statusCode, third.json()]).toMatchObject([429, { code: 'too-many-requests' }]);
  expect(Number(headers['retry-after'])).toBeGreaterThan(0);
  await limited.close();
});

test.each(['/session', '/accounts', '/passkeys'])('the limit holds for %s as well', async (path) => {
  const limited = await served({ demo: false, rateLimit: 1 });
  await limited.get(path);
  expect((await limited.get(path)).json()).toMatchObject({ code: 'too-many-requests' });
  await limited.close();
});

test.each([
  ['a proxy that is known', { proxies: '127.0.0.1' }, 401],
  ['anybody else', {}, 429],
])('whom %s names is, or is not, taken for the sender', async (_, more, status) => {
  const limited = await served({ demo: false, rateLimit: 1, ...more });
  await limited.get('/cases', { 'x-forwarded-for': '192.0.2.1' });
  expect((await limited.get('/cases', { 'x-forwarded-for': '192.0.2.2' })).statusCode).toBe(status);
  await limited.close();
});

test('a key that two openings share is refused, and the first case stays', async () => {
  await opened(server);
  const other = await server.post('/cases', { ...OPENING, kind: 'exercise' });
  expect([other.statusCode, other.json()]).toMatchObject([409, { code: 'key-reused' }]);
});

test.each([
  [undefined, 'en'],
  ['fr', 'en'],
  ['ko-KR,ko;q=0.9,en;q=0.8', 'ko'],
  ['en;q=0.2, ja;q=0.7', 'ja'],
  ['ja;q=0, ko;q=0.1', 'ko'],
  ['nonsense;;q=x', 'en'],
])('Accept-Language %s is answered in %s', (accepted, lang) => {
  expect(languageOf(accepted)).toBe(lang);
});
