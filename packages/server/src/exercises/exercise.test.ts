import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Served } from '../http/testing/served.ts';
import { exercising, Played } from './testing/exercising.ts';

let server: Served;
let played: Played;
beforeEach(async () => {
  server = await exercising();
  played = await Played.make(server);
});
afterEach(() => server.close());

const MINUTE = 60_000;
const DECIDE = { type: 'decide', office: 'arden-president', on: 'border-exercise', marking: { to: 'all' } };
const CONSULT = { ...DECIDE, type: 'consult', to: 'borea-president' };

async function act(seat: string, key: string, command: object): Promise<number> {
  return (await server.post(`${await played.room(seat)}/commands`, { ...command, key })).statusCode;
}

test('what is due is sent when the clock of the scenario comes to it', async () => {
  await played.does('director', { type: 'startex' });
  await vi.waitFor(async () => expect(await played.inbox('seat-arden-president')).toEqual(['1']));
  expect(await played.inbox('seat-borea-president')).toEqual([]);
  server.world.pass(MINUTE);
  await vi.waitFor(async () => expect(await played.inbox('seat-borea-president')).toEqual(['2']));
  expect((await played.seen('seat-borea-president')).clock.rate).toBe(1);
});

test('its consultations live in the time of the scenario', async () => {
  await played.does('director', { type: 'startex' });
  await played.does('director', { type: 'set-rate', rate: 60 });
  server.world.pass(1000);
  const { startex } = (await server.get(played.path)).json<{ startex: number }>();
  await vi.waitFor(async () => expect(await played.inbox('seat-borea-president')).toEqual(['2']));
  expect(await act('arden-president', 'consult', CONSULT)).toBe(200);
  const view = (await server.get(`${await played.room('arden-president')}/view`)).json<{
    kind: string;
    now: number;
    history: { id: string; command: { at: number } }[];
  }>();
  expect(view.kind).toBe('exercise');
  expect(view.now).toBe(startex + MINUTE);
  expect(view.history.at(-1)).toMatchObject({
    id: 'arden-president/consult',
    command: { at: startex + MINUTE },
  });
});

test('a room counts down by the scenario’s clock, which stands while it is paused', async () => {
  await played.does('director', { type: 'startex' });
  await played.does('director', { type: 'set-rate', rate: 60 });
  const { startex } = (await server.get(played.path)).json<{ startex: number }>();
  const room = await played.room('arden-president');
  const now = async () => (await server.get(`${room}/view`)).json<{ now: number }>().now - startex;
  server.world.pass(1000);
  expect(await now()).toBe(MINUTE);
  await played.does('director', { type: 'pause' });
  server.world.pass(MINUTE);
  expect(await now()).toBe(MINUTE);
});

test('what players do in a consultation lets a branch come, and is judged', async () => {
  await played.does('director', { type: 'startex' });
  expect(await act('arden-president', 'consult', CONSULT)).toBe(200);
  await vi.waitFor(async () =>
    expect((await played.seen('evaluator')).judging!.verdicts).toMatchObject({
      'borea-consulted': {
        verdict: 'met',
        evidence: [{ of: 'entry', consultation: 'border', entry: 'arden-president/consult' }],
      },
    }),
  );
  server.world.pass(30_000);
  await vi.waitFor(async () => expect(await played.inbox('seat-borea-president')).toEqual(['3']));
});

test('an act that the arrangement refuses is told to who judges, once however often it is sent', async () => {
  await played.does('director', { type: 'startex' });
  expect(await act('arden-president', 'decide', DECIDE)).toBe(422);
  expect(await act('arden-president', 'decide', DECIDE)).toBe(422);
  expect((await played.seen('evaluator')).judging!.refusals).toMatchObject([
    { consultation: 'border', seat: 'arden-president', command: 'decide', code: 'not-proper' },
  ]);
  expect((await played.seen('seat-arden-president')).judging).toBeUndefined();
});

test('an inject changes the world of the consultations', async () => {
  await played.does('director', { type: 'startex' });
  await played.does('director', { type: 'send', inject: '5' });
  const { conditions } = (await played.run()).stage.cases.get('border')!;
  expect(conditions).toEqual({ emergency: true });
  expect(await act('arden-president', 'decide', DECIDE)).toBe(200);
});

test('while it is paused nothing comes; when it goes on, everything comes in its time', async () => {
  await played.does('director', { type: 'startex' });
  await played.does('director', { type: 'pause' });
  server.world.pass(60 * MINUTE);
  expect(await played.inbox('seat-borea-president')).toEqual([]);
  await played.does('director', { type: 'resume' });
  server.world.pass(MINUTE - 1);
  expect(await played.inbox('seat-borea-president')).toEqual([]);
  server.world.pass(1);
  await vi.waitFor(async () => expect(await played.inbox('seat-borea-president')).toEqual(['2']));
});

test('after ENDEX nothing is added to its consultations, and it can still be judged', async () => {
  await played.does('director', { type: 'startex' });
  await played.does('director', { type: 'endex' });
  const answer = await server.post(`${await played.room('arden-president')}/commands`, {
    ...CONSULT,
    key: 'x',
  });
  expect(answer.json()).toMatchObject({ status: 409, code: 'exercise-over' });
  await played.does('evaluator', { type: 'observe', text: 'Ended early.', evidence: [] });
});

test('a command that is sent again under its key is done once', async () => {
  await played.does('director', { type: 'startex' });
  const write = { key: 'same', type: 'write', to: ['arden'], text: 'One moment.' };
  await played.does('director', write);
  await played.does('director', write);
  expect((await played.seen('seat-arden-president')).messages).toHaveLength(1);
  expect(await played.asks('director', { ...write, text: 'Another.' })).toEqual({
    status: 422,
    code: 'key-reused',
  });
});

test('a process that slept finds its clock paused as of when it fell asleep, also when nothing was due meanwhile', async () => {
  await played.does('director', { type: 'startex' });
  server.world.pass(2000);
  server.world.sleep(30_000);
  await vi.waitFor(async () => expect((await played.run()).state.phase).toBe('paused'));
  expect((await played.seen('director')).clock.elapsed).toBe(2000);
  await played.does('director', { type: 'resume' });
  server.world.pass(MINUTE - 2001);
  expect(await played.inbox('seat-borea-president')).toEqual([]);
  server.world.pass(1);
  await vi.waitFor(async () => expect(await played.inbox('seat-borea-president')).toEqual(['2']));
});

test('a machine that slept while it ran finds it paused as of when it fell asleep', async () => {
  await played.does('director', { type: 'startex' });
  server.world.pass(2000);
  // The clock moves on without any timer: the process did nothing meanwhile.
  server.world.sleep(60 * MINUTE);
  const { clock, phase } = await played.seen('director');
  expect([phase, clock.elapsed]).toEqual(['paused', 2000]);
  expect(await played.inbox('seat-borea-president')).toEqual([]);
});
