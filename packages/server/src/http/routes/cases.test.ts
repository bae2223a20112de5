/** Cases through the API: opening, listing, acting. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { opened, OPENING, served, type Served } from '../testing/served.ts';

let server: Served;
beforeEach(async () => {
  server = await served();
});
afterEach(() => server.close());

const CONCUR = { type: 'concur', key: 'k1', office: 'b-chief', on: 'strike', marking: { to: 'all' } };

test('a seat opens a case, others act in it, and everybody sees what is for all', async () => {
  const path = await opened(server);
  const acted = await server.post(`${path}/as/seat:b-chief/commands`, CONCUR);
  expect(acted.json()).toMatchObject({ id: 'b-chief/k1', standing: 'proper', cursor: 3 });
  const view = await server.get(`${path}/as/public/view`);
  expect(view.json()).toMatchObject({
    kind: 'live',
    phase: 'open',
    history: [{ id: 'a-chief/k0' }, { id: 'b-chief/k1' }],
  });
});

test('a command that is sent again is recorded once, and answered as it was then', async () => {
  const path = await opened(server);
  const first = await server.post(`${path}/as/seat:b-chief/commands`, CONCUR);
  server.world.pass(5000);
  const again = await server.post(`${path}/as/seat:b-chief/commands`, CONCUR);
  expect(again.json()).toEqual(first.json());
  const other = await server.post(`${path}/as/seat:b-chief/commands`, { ...CONCUR, text: 'otherwise' });
  expect([other.statusCode, other.json()]).toMatchObject([422, { code: 'key-reused' }]);
});

test('an opening that is sent again answers with the case that was opened then', async () => {
  const path = await opened(server);
  expect(await opened(server)).toBe(path);
  const other = await server.post('/cases', { ...OPENING, kind: 'exercise' });
  expect([other.statusCode, other.json()]).toMatchObject([409, { code: 'key-reused' }]);
  const { cases } = (await server.get('/cases')).json<{ cases: { id: string }[] }>();
  expect(cases.map(({ id }) => `/cases/${id}`)).toEqual([path]);
});

test('what the arrangement does not permit is refused in the language asked for, with what is missing, and nothing is recorded', async () => {
  const path = await opened(server);
  const decide = { type: 'decide', key: 'k1', office: 'a-chief', on: 'strike', marking: { to: 'all' } };
  const refused = await server.post(`${path}/as/seat:a-chief/commands`, decide, { 'accept-language': 'ja' });
  expect(refused.statusCode).toBe(422);
  expect(refused.headers['content-type']).toContain('application/problem+json');
  expect(refused.headers['content-language']).toBe('ja');
  expect(refused.json()).toMatchObject({
    code: 'not-valid',
    refusal: {
      missing: [{ kind: 'concur', by: 'b-chief', on: 'strike' }],
      grounds: [{ rule: 'striking' }, { rule: 'after-chief' }],
    },
  });
  expect(refused.json<{ title: string }>().title).toMatch(/効力/);
  const history = await server.get(`${path}/as/seat:a-chief/history`);
  expect(history.json()).toMatchObject({ cursor: 1 });
});

test('an exercise says so wherever it is seen', async () => {
  const path = await opened(server, { kind: 'exercise' });
  expect((await server.get(path)).json()).toMatchObject({ kind: 'exercise' });
  expect((await server.get(`${path}/as/public/view`)).json()).toMatchObject({ kind: 'exercise' });
  const file = await server.get(`${path}/as/public/export`);
  expect(file.json()).toMatchObject({ kind: 'exercise' });
  expect(file.headers['content-disposition']).toContain('exercise-');
});

test('silence that has run out is found without anybody acting', async () => {
  const path = await opened(server);
  const plan = {
    type: 'plan',
    key: 'k1',
    office: 'a-minister',
    on: 'aid',
    underSilence: true,
    marking: { to: 'all' },
  };
  await server.post(`${path}/as/seat:a-minister/commands`, plan);
  const before = (await server.get(`${path}/as/public/view`)).json();
  expect(before).toMatchObject({ effected: [{ act: { kind: 'plan' } }] });
  server.world.pass(3_600_000);
  await new Promise(setImmediate);
  const after = (await server.get(`${path}/as/public/view`)).json<{ effected: object[] }>();
  expect(after.effected.at(-1)).toMatchObject({ act: { kind: 'decide', by: 'council', on: 'aid' } });
});

test('a demonstration says so on every response', async () => {
  expect((await server.get('/cases')).headers['foedus-demo']).toBe('true');
  expect((await server.get('/nowhere')).headers['foedus-demo']).toBe('true');
});
