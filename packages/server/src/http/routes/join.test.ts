/** Join codes: from a code to a seat in a consultation of an exercise, and no further. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DIRECTOR_ROLE, exercising, Played } from '../../exercises/testing/exercising.ts';
import { holder } from '../testing/holder.ts';
import type { Served } from '../testing/served.ts';

type Headers = Readonly<Record<string, string>>;

let server: Served;
let director: Headers;
let played: Played;
beforeEach(async () => {
  server = await exercising({ demo: false });
  const { authorization } = await holder(server, DIRECTOR_ROLE);
  director = { authorization };
  played = await Played.make(server, 'tutorial', director);
});
afterEach(() => server.close());

const PLAYER = { role: 'player', cell: 'arden', seat: 'arden-president' };

async function code(part: object): Promise<string> {
  const answer = await server.post(`${played.path}/codes`, part, director);
  expect([answer.statusCode, answer.body]).toEqual([200, expect.any(String)]);
  return answer.json<{ code: string }>().code;
}

interface Joined {
  readonly headers: Headers;
  readonly participant: { readonly id: string };
}

async function join(text: string, headers: Headers = {}): Promise<Joined> {
  const answer = await server.post('/join', { code: text, name: 'Kim' }, headers);
  expect([answer.statusCode, answer.body]).toEqual([200, expect.any(String)]);
  const cookie = answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  return { ...answer.json<Joined>(), headers: cookie ? { cookie } : headers };
}

async function csrf({ headers }: Joined): Promise<Headers> {
  const session = await server.get('/session', headers);
  return {
    ...headers,
    'x-foedus-csrf': session.json<{ csrf: string }>().csrf,
    origin: 'http://127.0.0.1:4730',
    'sec-fetch-site': 'same-origin',
  };
}

async function started(): Promise<string> {
  await played.does('director', { type: 'startex' }, director);
  return (await played.run()).state.consultations.get('border')!;
}

test('whoever has a code takes part at the seat for which it was made, in a session of his own', async () => {
  const joined = await join(await code(PLAYER));
  expect(joined.participant).toMatchObject({ name: 'Kim', ...PLAYER });
  const listed = await server.get('/exercises', joined.headers);
  expect(listed.json()).toMatchObject({ exercises: [{ id: played.id, kind: 'exercise', me: [PLAYER] }] });
  const seen = await server.get(`${played.path}/as/${joined.participant.id}`, joined.headers);
  expect(seen.statusCode).toBe(200);
});

test('his seat is his in the consultations of the exercise, those convened later too, and nowhere else', async () => {
  const joined = await join(await code(PLAYER));
  const id = await started();
  expect((await server.get(`/cases/${id}`, joined.headers)).json()).toMatchObject({
    kind: 'exercise',
    exercise: played.id,
    viewers: ['seat:arden-president', 'public'],
  });
  const consult = {
    type: 'consult',
    key: 'consult',
    office: 'arden-president',
    to: 'borea-president',
    on: 'border-exercise',
    marking: { to: 'all' },
  };
  const headers = await csrf(joined);
  const at = `/cases/${id}/as`;
  expect((await server.post(`${at}/seat:arden-president/commands`, consult, headers)).statusCode).toBe(200);
  expect((await server.post(`${at}/seat:borea-president/commands`, consult, headers)).statusCode).toBe(404);
  expect((await server.get(`${at}/seat:borea-president/view`, joined.headers)).statusCode).toBe(404);
  const live = {
    kind: 'live',
    open: {
      type: 'open',
      key: 'live',
      seat: 'arden-president',
      office: 'arden-president',
      arrangement: 'tutorial-two-party',
      frame: { at: '2026-11-02' },
      matters: ['border-exercise'],
    },
  };
  expect((await server.post('/cases', live, headers)).json()).toMatchObject({ code: 'forbidden' });
});

test('who directs looks on as everybody in its consultations, and acts for nobody', async () => {
  const id = await started();
  const at = `/cases/${id}/as/seat:borea-president`;
  expect((await server.get(`${at}/view`, director)).statusCode).toBe(200);
  const position = {
    type: 'position',
    key: 'p',
    office: 'borea-president',
    about: 'arden-president/exercise',
  };
  const said = await server.post(
    `${at}/commands`,
    { ...position, text: '…', marking: { to: 'all' } },
    director,
  );
  expect(said.statusCode).toBe(403);
});

test('who holds a seat of the arrangement for good has no part in an exercise', async () => {
  const seat = { role: 'seat-holder', arrangement: 'tutorial-two-party', seat: 'arden-president' } as const;
  const { authorization } = await holder(server, seat);
  const id = await started();
  expect((await server.get(`/cases/${id}`, { authorization })).statusCode).toBe(404);
  expect((await server.get(played.path, { authorization })).statusCode).toBe(404);
  expect((await server.get('/exercises', { authorization })).json()).toEqual({ exercises: [] });
});

test('several may join with one code, late too; one that was made for so many opens nothing after that', async () => {
  const text = await code(PLAYER);
  await started();
  const [one, other] = [await join(text), await join(text.toLowerCase().replaceAll('-', ' '))];
  expect(one.participant.id).not.toBe(other.participant.id);
  const once = await code({ ...PLAYER, uses: 1 });
  await join(once);
  const again = await server.post('/join', { code: once, name: 'Lee' });
  expect([again.statusCode, again.json<{ code: string }>().code]).toEqual([403, 'bad-code']);
  const listed = await server.get(`${played.path}/codes`, director);
  expect(listed.json<{ codes: { code: string; used: number }[] }>().codes).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ code: text, used: 2 }),
      expect.objectContaining({ code: once, used: 1, uses: 0 }),
    ]),
  );
});

test('a code that was ended, or made up, opens nothing', async () => {
  const text = await code({ role: 'evaluator' });
  const { codes } = (await server.get(`${played.path}/codes`, director)).json<{ codes: { id: string }[] }>();
  const ended = await server.app.inject({
    method: 'DELETE',
    url: `/api/v1${played.path}/codes/${codes[0]!.id}`,
    headers: { host: '127.0.0.1:4730', ...director },
  });
  expect(ended.statusCode).toBe(204);
  for (const each of [text, 'AAAA-AAAA-AAAA', '…'])
    expect((await server.post('/join', { code: each, name: 'Kim' })).statusCode).toBe(403);
});

test('a code for a seat that there is not is not made', async () => {
  const wrong = await server.post(`${played.path}/codes`, { ...PLAYER, seat: 'arden-presidnt' }, director);
  expect([wrong.statusCode, wrong.json<{ code: string }>().code]).toEqual([422, 'unknown-seat']);
});

test('codes are for who directs', async () => {
  const joined = await join(await code({ role: 'evaluator' }));
  expect((await server.get(`${played.path}/codes`, joined.headers)).statusCode).toBe(403);
  expect((await server.get(`${played.path}/codes`)).statusCode).toBe(401);
});

test('who has an account already takes part with it', async () => {
  const { authorization } = await holder(server);
  const joined = await join(await code({ role: 'observer' }), { authorization });
  const { exercises } = (await server.get('/exercises', { authorization })).json<{
    exercises: { me: { id: string }[] }[];
  }>();
  expect(exercises[0]!.me.map(({ id }) => id)).toEqual([joined.participant.id]);
});

test('who is dismissed sees nothing more, in the consultations neither', async () => {
  const joined = await join(await code(PLAYER));
  const id = await started();
  await played.does('director', { type: 'dismiss', participant: joined.participant.id }, director);
  for (const path of [played.path, `${played.path}/as/${joined.participant.id}`, `/cases/${id}`])
    expect((await server.get(path, joined.headers)).statusCode).toBe(404);
});

test('a participant’s name opens nothing to another', async () => {
  const [mine, theirs] = [await join(await code(PLAYER)), await join(await code({ role: 'controller' }))];
  const at = `${played.path}/as/${theirs.participant.id}`;
  expect((await server.get(at, mine.headers)).statusCode).toBe(404);
  expect(
    (await server.post(`${at}/commands`, { type: 'send', key: 'k', inject: '5' }, await csrf(mine)))
      .statusCode,
  ).toBe(404);
});

test('exercises are made by the secretariat and by who holds the director’s part under the arrangement', async () => {
  const { authorization } = await holder(server, {
    role: 'seat-holder',
    arrangement: 'tutorial-two-party',
    seat: 'arden-president',
  });
  const make = (headers: Headers) => server.post('/exercises', { key: 'k', scenario: 'tutorial' }, headers);
  expect((await make({ authorization })).statusCode).toBe(404);
  expect((await server.get('/scenarios', { authorization })).json()).toEqual({ scenarios: [] });
  expect((await server.get('/scenarios/tutorial', { authorization })).statusCode).toBe(404);
  const secretariat = await holder(server, { role: 'secretariat' });
  expect((await make({ authorization: secretariat.authorization })).statusCode).toBe(200);
});
