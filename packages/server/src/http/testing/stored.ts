/** Cases that lie in a store already. */
import type { consultation } from '@foedus/kernel';
import { ALLIANCE } from '../../../../kernel/src/consultation/testing/alliance.ts';
import { encode } from '../../cases/bytes.ts';
import { nameOfCase, type CaseId, type CaseMeta } from '../../cases/meta.ts';
import type { Store } from '../../store/store.ts';

/** Puts a case with these events into a store; gives its path. The number makes its id. */
export async function put(
  store: Store,
  number: number,
  events: readonly consultation.Event[],
): Promise<string> {
  const [first] = events;
  if (first?.type !== 'recorded' || first.entry.command.type !== 'open') throw new Error('not opened');
  const { command } = first.entry;
  const id = String(number).padStart(16, '0') as CaseId;
  const meta: CaseMeta = {
    id,
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
    appends: [{ stream: nameOfCase(id), at: 0, rows: events.map(encode) }],
    puts: [{ cell: nameOfCase(id), over: 'absent', value: encode(meta) }],
  });
  return `/cases/${id}`;
}
