/** What a node serves of its record: files, places of items, and proofs. */
import { record, type consultation } from '@foedus/kernel';
import { expect, test } from 'vitest';
import { MemoryStore } from '../store/testing/memory.ts';
import { trustOf } from './node-trust.ts';
import { LOG, openOn } from './testing/disk.ts';
import { FaultyFiles } from './testing/faulty-files.ts';
import { CASE, Talk } from './testing/pact.ts';

async function begin() {
  const [store, talk] = [new MemoryStore(), new Talk()];
  const node = await openOn(store, new FaultyFiles());
  await node.prepare(CASE);
  const say = async (...said: Parameters<Talk['says']>): Promise<consultation.Entry> => {
    const events = talk.says(...said);
    await store.commit(node.entriesFor(CASE, events, 0));
    const [event] = events;
    if (event?.type !== 'recorded') throw new Error('nothing recorded');
    return event.entry;
  };
  return { node, say };
}

test('an item is found and proved, whatever was released since and however large it is', async () => {
  const { node, say } = await begin();
  const items = [
    await say('arden-leader', { to: 'all' }, 'first'),
    await say('arden-leader', { to: 'all' }, 'long '.repeat(15_000)),
    await say('arden-leader', { to: 'party', party: 'arden' }, 'between us'),
  ];
  const found = await Promise.all(items.map((item) => node.find(CASE, item)));
  expect(found.map((each) => [each?.origin, each?.index])).toEqual([
    [LOG, 0],
    [LOG, 1],
    [LOG.replace('shared', 'own'), 0],
  ]);
  const released = { ...items[2]!, markings: [...items[2]!.markings, { to: 'all' } as const] };
  expect(await node.find(CASE, released)).toEqual(found[2]);
  expect(await node.find({ ...CASE, id: 'another' }, items[0]!)).toBeUndefined();

  expect((await node.proofOf(LOG, 1))?.proof).toBeNull();
  await node.publish();
  const proved = (await node.proofOf(LOG, 1))!;
  const proof = record.parseProof(proved.proof!);
  if (!proof.ok) throw new Error(proof.fault.code);
  const head = record.openHead(proof.value.checkpoint, trustOf(node.keys, LOG, 'live'));
  expect(head.ok && record.provesEntry(proved.entry, proof.value, head.value)).toBe(true);
  expect(await node.proofOf(LOG, 2)).toBeUndefined();
  expect(await node.proofOf('other.example/live/pact/common/shared', 0)).toBeUndefined();
  await node.close();
});

test('files of its logs are served, and no others', async () => {
  const { node, say } = await begin();
  await say('arden-leader', { to: 'all' }, 'first');
  await node.publish();
  for (const path of ['checkpoint', 'tile/0/000.p/1', 'tile/entries/000.p/1'])
    expect(await node.fileOf(`${LOG}/${path}`)).toBeDefined();
  for (const path of [
    '',
    'trust.json',
    `${LOG}/tile/0/000.p/1.new`,
    `${LOG}/tile/0/../../checkpoint`,
    `${LOG}/../shared/checkpoint`,
    '../keys/record.key',
    'node.example/live/pact/party/../keys/checkpoint',
  ])
    expect(await node.fileOf(path)).toBeUndefined();
  expect(node.trust(({ audience }) => audience === 'shared').map(({ origin }) => origin)).toEqual([LOG]);
  expect(node.trust(({ audience }) => audience === 'own')).toEqual([]);
  await node.close();
});
