/** A case that lies in a store already, with these events. */
import type { consultation } from '@foedus/kernel';
import { ALLIANCE } from '../../../../kernel/src/consultation/testing/alliance.ts';
import { encode } from '../../cases/bytes.ts';
import { nameOfCase, type CaseId, type CaseMeta } from '../../cases/meta.ts';
import { MemoryStore } from '../../store/testing/memory.ts';
import type { Store } from '../../store/store.ts';

export const ID = 'AAAAAAAAAAAAAAAA' as CaseId;
/** The path of the case. */
export const PATH = `/cases/${ID}`;

export async function storeWith(events: readonly consultation.Event[]): Promise<Store> {
  const store = new MemoryStore();
  const [first] = events;
  if (first?.type !== 'recorded' || first.entry.command.type !== 'open') throw new Error('not opened');
  const { command } = first.entry;
  const meta: CaseMeta = {
    id: ID,
    kind: 'live',
    arrangement: ALLIANCE.id,
    hash: 'a'.repeat(64),
    name: ALLIANCE.name,
    matters: command.matters,
    on: command.frame.at,
    convener: command.seat,
    openedAt: first.at,
    phase: 'open',
  };
  await store.commit({
    appends: [{ stream: nameOfCase(ID), at: 0, rows: events.map(encode) }],
    puts: [{ cell: nameOfCase(ID), over: 'absent', value: encode(meta) }],
  });
  return store;
}
