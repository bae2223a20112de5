/** Going back, and what-ifs. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { opened, served, type Served } from '../testing/served.ts';

let server: Served;
let path: string;
beforeEach(async () => {
  server = await served();
  path = await opened(server);
});
afterEach(() => server.close());

const concur = { type: 'concur', key: 'k1', office: 'b-chief', on: 'strike', marking: { to: 'all' } };
const consult = {
  type: 'consult',
  key: 'k2',
  office: 'a-chief',
  on: 'strike',
  to: 'b-minister',
  marking: { to: 'all' },
};
const decide = { type: 'decide', key: 'k3', office: 'a-chief', on: 'strike', marking: { to: 'all' } };

const forked = async (viewer: string, body: object) => server.post(`${path}/as/${viewer}/fork`, body);

test('a step shows what the viewer saw when so much had been told', async () => {
  await server.post(`${path}/as/seat:b-chief/commands`, concur);
  const now = (await server.get(`${path}/as/public/view`)).json<{ cursor: number }>();
  const then = await server.get(`${path}/as/public/replay?step=1`);
  expect(then.json()).toMatchObject({ cursor: 1, history: [{ id: 'a-chief/k0' }] });
  const last = await server.get(`${path}/as/public/replay?step=${now.cursor}`);
  expect(last.json()).toEqual(now);
  expect((await server.get(`${path}/as/public/replay?step=${now.cursor + 1}`)).json()).toMatchObject({
    code: 'bad-cursor',
  });
});

test('what if the other side had concurred? It is no record, and leaves none', async () => {
  const commands = [
    { ...concur, seat: 'b-chief' },
    { ...consult, seat: 'a-chief' },
    { ...decide, seat: 'a-chief' },
  ];
  const fork = await forked('seat:a-chief', { step: 1, commands });
  expect(fork.json()).toMatchObject({
    decided: [{ ok: true }, { ok: true }, { ok: true, standing: 'proper' }],
    view: { whatIf: true, effected: [{}, {}, { act: { kind: 'decide', by: 'a-chief', on: 'strike' } }] },
  });
  expect((await server.get(`${path}/as/seat:a-chief/view`)).json()).toMatchObject({
    whatIf: false,
    cursor: 1,
    effected: [],
  });
});

test('what would be refused says why; what would come about by itself does when time passes', async () => {
  const plan = {
    type: 'plan',
    key: 'k1',
    seat: 'a-minister',
    office: 'a-minister',
    on: 'aid',
    underSilence: true,
    marking: { to: 'all' },
  };
  const commands = [{ ...decide, seat: 'a-chief' }, plan, { type: 'wait', seconds: 3600 }];
  const fork = (await forked('public', { step: 1, commands })).json<{ view: { effected: object[] } }>();
  expect(fork).toMatchObject({
    decided: [{ ok: false, refusal: { code: 'not-valid' } }, { ok: true }, { ok: true }],
  });
  expect(fork.view.effected.at(-1)).toMatchObject({ act: { kind: 'decide', by: 'council', on: 'aid' } });
});

test('a fork knows what its viewer knows: a concurrence that was hidden from him has no part in it', async () => {
  await server.post(`${path}/as/seat:b-chief/commands`, {
    ...concur,
    marking: { to: 'seats', seats: ['a-chief', 'b-chief'] },
  });
  const commands = [
    { ...consult, seat: 'a-chief' },
    { ...decide, seat: 'a-chief' },
  ];
  const [chief, general] = [
    await forked('seat:a-chief', { step: 2, commands }),
    await forked('seat:general', { step: 1, commands }),
  ];
  expect(chief.json()).toMatchObject({ decided: [{ ok: true }, { ok: true }] });
  expect(general.json()).toMatchObject({
    decided: [{ ok: true }, { ok: false, refusal: { code: 'not-valid' } }],
  });
  expect(general.body).not.toContain('b-chief/k1');
});
