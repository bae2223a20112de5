import { afterEach, beforeEach, expect, test } from 'vitest';
import { DIRECTOR_ROLE, exercising, Played } from '../../exercises/testing/exercising.ts';
import { holder } from '../testing/holder.ts';
import type { Served } from '../testing/served.ts';

let server: Served;
beforeEach(async () => {
  server = await exercising();
});
afterEach(() => server.close());

const IMPORT = '/scenarios/import?arrangement=tutorial-two-party&at=2026-11-02';

function sent(bytes: Uint8Array, query = IMPORT, headers: Readonly<Record<string, string>> = {}) {
  return server.app.inject({
    method: 'POST',
    url: `/api/v1${query}`,
    payload: Buffer.from(bytes),
    headers: { host: '127.0.0.1:4730', 'content-type': 'application/octet-stream', ...headers },
  });
}

async function workbook(): Promise<Uint8Array> {
  const { rawPayload } = await server.get('/scenarios/tutorial/msel.xlsx?lang=ko');
  return new Uint8Array(rawPayload);
}

test('a list goes out as a workbook and comes in again, row by row, as a scenario that can be played', async () => {
  const answer = await sent(await workbook());
  expect(answer.statusCode).toBe(200);
  const { report, scenario } = answer.json<{ scenario: string; report: { outcome: string }[] }>();
  expect(scenario).toBe('tutorial');
  expect(new Set(report.map(({ outcome }) => outcome))).toEqual(new Set(['taken']));
  const played = await Played.make(server, scenario);
  await played.does('director', { type: 'startex' });
  expect(await played.inbox('seat-arden-president')).toEqual(['1']);
});

test('with another mapping the same file is read again', async () => {
  await sent(await workbook());
  const read = (mapping: string) =>
    server.app.inject({
      method: 'PUT',
      url: '/api/v1/scenarios/tutorial/mapping',
      payload: { mapping },
      headers: { host: '127.0.0.1:4730' },
    });
  const again = await read('unit: hours\n');
  expect([again.statusCode, again.json<{ mapping: string }>().mapping]).toEqual([
    200,
    expect.stringContaining('unit: hours'),
  ]);
  const wrong = await read('unit: fortnights\n');
  expect([wrong.statusCode, wrong.json<{ code: string }>().code]).toEqual([422, 'scenario-faulty']);
});

test('what is no list is told so, and nothing is kept', async () => {
  const nonsense = await sent(new TextEncoder().encode('nonsense'));
  expect(nonsense.statusCode).toBe(422);
  expect(nonsense.json<{ title: string }>().title).not.toBe('');
  expect((await server.get('/scenarios')).json<{ scenarios: unknown[] }>().scenarios).toHaveLength(1);
});

test('importing is for who may direct under the arrangement', async () => {
  const bytes = await workbook();
  await server.close();
  server = await exercising({ demo: false });
  const [stranger, director] = [await holder(server), await holder(server, DIRECTOR_ROLE)];
  const tried = async ({ authorization }: { authorization: string }, query = IMPORT) =>
    (await sent(bytes, query, { authorization })).statusCode;
  expect(await tried(stranger)).toBe(404);
  expect(await tried(director)).toBe(200);
  expect(await tried(director, IMPORT.replace('tutorial-two-party', 'unsc'))).toBe(404);
});
