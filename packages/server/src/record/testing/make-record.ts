/** A record on the disk, as a server keeps it: what two parties and a general said under a notional pact, always the same to the byte. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { consultation } from '@foedus/kernel';
import type { Store } from '../../store/store.ts';
import { NodeRecord } from '../open.ts';
import { MemoryStore } from '../../store/testing/memory.ts';
import { CASE, Talk } from './pact.ts';

type Said = readonly [office: string, marking: consultation.Marking, text: string];

const SAID: readonly Said[] = [
  ['arden-leader', { to: 'all' }, 'We ask for aid.'],
  ['borea-leader', { to: 'all' }, '원조를 검토하겠습니다.'],
  ['borea-leader', { to: 'party', party: 'borea' }, 'borea-only'],
  ['arden-leader', { to: 'party', party: 'arden' }, 'arden-only'],
  ['arden-leader', { to: 'seats', seats: ['arden-leader', 'borea-leader'] }, 'two-seats-only'],
  ['general', { to: 'all' }, '承知した。'],
  ['borea-leader', { to: 'all' }, 'annex '.repeat(12_000)],
];

/** The record of a data folder, on a store, to which more can be said. */
export async function openRecord(data: string, store: Store): Promise<NodeRecord> {
  mkdirSync(join(data, 'keys'), { recursive: true });
  const key = join(data, 'keys', 'record.key');
  // What a real server makes by chance.
  if (!existsSync(key)) writeFileSync(key, `${Buffer.alloc(32, 3).toString('base64')}\n`);
  const node = await NodeRecord.open({
    store,
    folder: join(data, 'record'),
    keysFolder: join(data, 'keys'),
    node: 'node.example',
    onError: () => {},
  });
  await node.prepare(CASE);
  return node;
}

/** Says things one after the other, each published before the next. */
export async function sayAll(store: Store, node: NodeRecord, talk: Talk, said = SAID): Promise<void> {
  for (const [office, marking, text] of said) {
    await store.commit(node.entriesFor(CASE, talk.says(office, marking, text), 0));
    await node.publish();
  }
}

/** Makes the data folder of a server. */
export async function makeRecord(data: string): Promise<void> {
  const store = new MemoryStore();
  const node = await openRecord(data, store);
  await sayAll(store, node, new Talk());
  await node.close();
}
