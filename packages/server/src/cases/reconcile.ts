/** After a restore: the logs are caught up from what outlived, then the cases from the logs, and then the store may sign again. */
import type { Evidence, Keyring, CaughtUp, RecordedItem } from '../record/index.ts';
import { catchUpLogs, liftMark, recordedItems } from '../record/index.ts';
import type { Store } from '../store/store.ts';
import type { Shelf } from './arrangements.ts';
import { noteBehind, type Behind } from './behind.ts';
import { catchUpCase, heldCase } from './catch-up.ts';

/** A case that was behind the record. */
export interface CaseCaughtUp {
  readonly id: string;
  /** How many of the record's items it lacked. */
  readonly lacked: number;
  /** Why it lacks them still; absent: it has them now. */
  readonly why?: Behind['why'];
}

export interface Reconciled {
  readonly logs: readonly CaughtUp[];
  readonly cases: readonly CaseCaughtUp[];
}

/**
 * `shelf`: the arrangements at hand, for cases that were opened after the backup. Throws a `RecordError` where the record may not be gone on with.
 * What is done can be done again: it goes on where it was broken off.
 */
export async function reconcile(
  store: Store,
  keys: Keyring,
  evidence: readonly Evidence[],
  shelf: Shelf,
): Promise<Reconciled> {
  const { logs, past } = await catchUpLogs(store, keys, evidence);
  const cases = await catchUpCases(store, keys, shelf);
  await liftMark(store, keys, past);
  return { logs, cases };
}

async function catchUpCases(store: Store, keys: Keyring, shelf: Shelf): Promise<readonly CaseCaughtUp[]> {
  const done: CaseCaughtUp[] = [];
  for (const [id, lost] of await lostItems(store, keys)) {
    const behind = await catchUpCase(store, shelf, await heldCase(store, id), lost);
    await noteBehind(store, id, behind);
    done.push({ id, lacked: lost.length, ...(behind ? { why: behind.why } : {}) });
  }
  return done;
}

/** What the logs have of cases and the cases themselves do not, by case. */
async function lostItems(store: Store, keys: Keyring): Promise<ReadonlyMap<string, RecordedItem[]>> {
  const known = new Map<string, ReadonlySet<string>>();
  const lost = new Map<string, RecordedItem[]>();
  for await (const item of recordedItems(store, keys)) {
    const has = known.get(item.case) ?? (await itemsOf(store, item.case));
    known.set(item.case, has);
    if (!has.has(item.id)) lost.set(item.case, [...(lost.get(item.case) ?? []), item]);
  }
  return lost;
}

async function itemsOf(store: Store, id: string): Promise<ReadonlySet<string>> {
  const { events } = await heldCase(store, id);
  return new Set(events.flatMap((event) => (event.type === 'recorded' ? [event.entry.id] : [])));
}
