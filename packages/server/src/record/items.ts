/** What the logs of a store say of its cases. */
import { record } from '@foedus/kernel';
import type { Store } from '../store/store.ts';
import { streamOf } from './entries.ts';
import type { Keyring } from './keys.ts';
import { entryIn, payloadOf, type Payload } from './payload.ts';
import { originOf } from './places.ts';
import { registered } from './registry.ts';

/** Something that was recorded in a case. */
export interface RecordedItem {
  readonly case: string;
  /** Its id in the case: `<seat>/<key>`. */
  readonly id: string;
  readonly kind: record.EntryKind;
  /** The place of its event in the case; `undefined` where the entry was sealed by another node. */
  readonly place: number | undefined;
  /** All that the entry says. */
  readonly payload: Payload;
}

const PAGE = 1000;

/** Everything that was recorded in any case, log by log. */
export async function* recordedItems(store: Store, keys: Keyring): AsyncIterable<RecordedItem> {
  for (const each of await registered(store)) {
    const origin = originOf(keys.node, each);
    for (let from = 0; ; from += PAGE) {
      const rows = await store.read(streamOf(origin), from, PAGE);
      for (const row of rows) {
        const entry = entryIn(row, origin);
        const payload = entry.seat === record.LOG_SEAT ? undefined : await payloadOf(store, entry);
        if (!payload) continue;
        const { case: name, id, order } = payload as Readonly<Record<string, string>>;
        yield { case: name!, id: id!, kind: each.kind, place: keys.order.open(name!, order ?? ''), payload };
      }
      if (rows.length < PAGE) break;
    }
  }
}
