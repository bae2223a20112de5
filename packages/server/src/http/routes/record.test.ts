/** The record as a viewer may have it. */
import { record } from '@foedus/kernel';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { nodeVerifier } from '../../record/index.ts';
import { opened, served, type Served } from '../testing/served.ts';

let server: Served;
let path: string;
beforeEach(async () => {
  server = await served();
  path = await opened(server);
  const inform = { type: 'inform', office: 'a-chief', on: 'strike', to: 'a-minister' };
  const says = [
    { ...inform, key: 'own', marking: { to: 'party', party: 'arden' } },
    { ...inform, key: 'few', marking: { to: 'seats', seats: ['a-chief', 'a-minister'] } },
    { ...inform, key: 'all', marking: { to: 'all' } },
  ];
  for (const each of says) {
    const { body, statusCode } = await server.post(`${path}/as/seat:a-chief/commands`, each);
    if (statusCode !== 200) throw new Error(body);
  }
  await server.record.publish();
});
afterEach(() => server.close());

const logs = async (viewer: string): Promise<readonly string[]> => {
  const trust = await server.get(`${path}/as/${viewer}/record/trust.json`);
  return trust.json<{ logs: { origin: string }[] }>().logs.map(({ origin }) => origin);
};

test('every seat may read what is for all; its own party what is for the party; what is for a few, nobody', async () => {
  const [shared, own] = (await logs('seat:a-chief')).toSorted().toReversed();
  expect([shared, own].map((each) => each?.split('/').at(-1))).toEqual(['shared', 'own']);
  expect(await logs('party:arden')).toEqual([own, shared]);
  expect(await logs('seat:b-chief')).toEqual([shared]);
  expect(await logs('seat:general')).toEqual([shared]);
  expect(await logs('public')).toEqual([]);
  for (const [viewer, origin, status] of [
    ['seat:a-chief', own, 200],
    ['seat:b-chief', shared, 200],
    ['seat:b-chief', own, 404],
    ['public', shared, 404],
    ['seat:a-chief', own!.replace('own', 'limited'), 404],
    ['seat:a-chief', '../keys', 404],
  ] as const) {
    const file = await server.get(`${path}/as/${viewer}/record/${origin}/checkpoint`);
    expect([viewer, origin, file.statusCode]).toEqual([viewer, origin, status]);
  }
});

test('what a seat may read can be verified without asking us again', async () => {
  const at = `${path}/as/seat:b-chief/record`;
  const trust = record.readTrust((await server.get(`${at}/trust.json`)).body, nodeVerifier);
  if (!trust.ok) throw new Error(trust.fault.code);
  const [log] = trust.value;
  const read = async (file: string): Promise<Uint8Array | undefined> => {
    const { rawPayload, statusCode } = await server.get(`${at}/${log!.origin}/${file}`);
    return statusCode === 200 ? rawPayload : undefined;
  };
  const verified = await record.verifyLog({ read }, log!);
  expect(verified.ok).toBe(true);
});

test('a seat holds proof of an item that it sees; where the log is not for it, the signed entry alone', async () => {
  const proof = async (viewer: string, key: string) =>
    server.get(`${path}/as/${viewer}/proofs/a-chief/${key}`);
  expect((await proof('seat:b-chief', 'all')).json()).toMatchObject({
    index: 1,
    proof: expect.stringContaining('index 1'),
  });
  expect((await proof('seat:a-minister', 'own')).json()).toMatchObject({ index: 0 });
  const few = (await proof('seat:a-minister', 'few')).json<{ entry: string; index: null; proof: null }>();
  expect([few.index, few.proof, few.entry.includes('"id":"a-chief/few"')]).toEqual([null, null, true]);
  expect((await proof('seat:b-chief', 'few')).statusCode).toBe(404);
  expect((await proof('seat:b-chief', 'own')).statusCode).toBe(404);
  expect((await proof('public', 'all')).statusCode).toBe(404);
});
