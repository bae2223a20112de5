/** Who may come near a case: roles, held through real accounts and tokens. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Role } from '../accounts/principal.ts';
import { holder } from './testing/holder.ts';
import { OPENING, served, type Served } from './testing/served.ts';

const ARRANGEMENT = OPENING.open.arrangement;
const chief: Role = { role: 'seat-holder', arrangement: ARRANGEMENT, seat: 'a-chief' };
const other: Role = { role: 'seat-holder', arrangement: ARRANGEMENT, seat: 'b-chief' };
const staff: Role = { role: 'party-staff', arrangement: ARRANGEMENT, party: 'borea' };

let server: Served;
beforeEach(async () => {
  server = await served({ demo: false });
});
afterEach(() => server.close());

/** The header with which somebody who holds these roles sends. */
async function holding(...roles: readonly Role[]): Promise<{ authorization: string }> {
  const { authorization } = await holder(server, ...roles);
  return { authorization };
}

async function openedBy(headers: { authorization: string }, kind = 'live'): Promise<string> {
  const response = await server.post('/cases', { ...OPENING, kind }, headers);
  return `/cases/${response.json<{ id: string }>().id}`;
}

const CONCUR = { type: 'concur', key: 'k1', office: 'b-chief', on: 'strike', marking: { to: 'all' } };

test('who has not signed in gets nothing', async () => {
  const path = await openedBy(await holding(chief));
  for (const each of ['/arrangements', '/cases', path, `${path}/as/public/view`, `${path}/as/public/updates`])
    expect((await server.get(each)).statusCode).toBe(401);
  expect((await server.post('/cases', OPENING)).statusCode).toBe(401);
});

test('a seat is acted for by its holder alone', async () => {
  const [mine, theirs] = [await holding(chief), await holding(other, staff)];
  expect((await server.post('/cases', OPENING, theirs)).json()).toMatchObject({ code: 'forbidden' });
  const path = await openedBy(mine);
  expect((await server.post(`${path}/as/seat:b-chief/commands`, CONCUR, mine)).statusCode).toBe(404);
  expect((await server.post(`${path}/as/party:borea/commands`, CONCUR, theirs)).statusCode).toBe(403);
  expect((await server.post(`${path}/as/seat:b-chief/commands`, CONCUR, theirs)).statusCode).toBe(200);
});

test('everybody is listed as those he may look as', async () => {
  const [mine, theirs] = [await holding(chief), await holding(staff)];
  const path = await openedBy(mine);
  const viewers = async (headers: { authorization: string }) =>
    (await server.get(path, headers)).json<{ viewers: string[] }>().viewers;
  expect(await viewers(mine)).toEqual(['seat:a-chief', 'public']);
  expect(await viewers(theirs)).toEqual(['party:borea', 'public']);
  expect(await viewers(await holding({ role: 'secretariat' }))).toEqual(['public']);
});

test('a case is there to be observed once it was opened', async () => {
  const path = await openedBy(await holding(chief));
  const secretary = await holding({ role: 'secretariat' });
  const { authorization, id } = await holder(server);
  const observe = (name: string) =>
    server.post(`/accounts/${id}/grants`, { role: { role: 'observer', case: name } }, secretary);
  expect((await observe('AAAAAAAAAAAAAAAA')).json()).toMatchObject({ code: 'unknown-case' });
  expect((await observe(path.slice('/cases/'.length))).statusCode).toBe(201);
  expect((await server.get(`${path}/as/public/view`, { authorization })).statusCode).toBe(200);
});

test('what is denied is answered, to the byte, as what is not there', async () => {
  const mine = await holding(chief);
  const path = await openedBy(mine);
  const observer = await holding({ role: 'observer', case: 'AAAAAAAAAAAAAAAA' });
  for (const rest of [
    '',
    '/arrangement',
    '/as/public/view',
    '/as/seat:a-chief/history',
    '/as/seat:x/updates',
  ]) {
    const [denied, absent] = [
      await server.get(`${path}${rest}`, observer),
      await server.get(`/cases/BBBBBBBBBBBBBBBB${rest}`, observer),
    ];
    expect([denied.statusCode, denied.body]).toEqual([404, absent.body]);
  }
  expect((await server.get('/cases', observer)).json()).toEqual({ cases: [] });
  const foreign = await server.get(`${path}/as/seat:b-chief/view`, mine);
  expect([foreign.statusCode, foreign.body]).toEqual([
    404,
    (await server.get(`${path}/as/seat:none/view`, mine)).body,
  ]);
});

test('only the director of an exercise tells what happens in its world, and in a live case there is none', async () => {
  const director = await holding({
    role: 'seat-holder',
    arrangement: ARRANGEMENT,
    seat: 'exercise-director',
  });
  const absent = { type: 'absent', key: 'd1', office: 'exercise-director', of: 'b-chief' };
  const holder = await holding(chief);
  const exercise = await openedBy(holder, 'exercise');
  const at = `${exercise}/as/seat:exercise-director/commands`;
  expect((await server.post(at, absent, holder)).statusCode).toBe(404);
  expect((await server.post(at, absent, director)).statusCode).toBe(200);
  const live = await server.post('/cases', { ...OPENING, open: { ...OPENING.open, key: 'k9' } }, holder);
  const path = `/cases/${live.json<{ id: string }>().id}`;
  expect((await server.post(`${path}/as/seat:exercise-director/commands`, absent, director)).statusCode).toBe(
    404,
  );
});

test('figures are for the machine itself and the secretariat', async () => {
  const [one, other] = [await holding(chief), await holding({ role: 'secretariat' })];
  const asked = (headers: object, remoteAddress: string) =>
    server.app.inject({ url: '/metrics', headers: { host: '127.0.0.1:4730', ...headers }, remoteAddress });
  expect((await asked({}, '127.0.0.1')).statusCode).toBe(200);
  expect((await asked(one, '192.0.2.7')).statusCode).toBe(404);
  for (const passedOn of [{ 'x-forwarded-for': '192.0.2.7' }, { host: 'foedus.example' }])
    expect((await asked(passedOn, '127.0.0.1')).statusCode).toBe(404);
  const figures = await asked(other, '192.0.2.7');
  expect(figures.body).toContain('foedus_watchers 0');
  expect(figures.body).not.toContain('a-chief');
});
