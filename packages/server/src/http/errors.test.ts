/** Every error has the one shape, and says nothing that it should not. */
import { incomplete, LANGS } from '@foedus/kernel';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CONFIG_MESSAGES } from '../config.ts';
import { MemoryStore } from '../store/testing/memory.ts';
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

test('what is wrong with a body is said at its place, in the language asked for', async () => {
  const path = await opened(server);
  const command = { type: 'concur', key: 'a b', office: 'b-chief', on: 'strike', marking: { to: 'nobody' } };
  for (const lang of LANGS) {
    const wrong = await server.post(`${path}/as/seat:b-chief/commands`, command, { 'accept-language': lang });
    const body = wrong.json<{ title: string; issues: { at: string; message: string }[] }>();
    expect(body.title).toBe(PROBLEM_MESSAGES[lang]['bad-request.title']);
    expect(body.issues.map(({ at }) => at)).toEqual(['body/key', 'body/marking/to']);
  }
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
