/** The families of logs that the store holds, so that every process, and whoever starts later, knows all of them. */
import type { Cell, Store } from '../store/store.ts';
import { RecordError } from './fault.ts';
import type { Keyring } from './keys.ts';
import { NODE } from './node.ts';
import { placesOf, type Family, type Place } from './places.ts';

const PREFIX = 'record/logs/';
const PAGE = 100;

/** A name that the logs of a kind and an arrangement have in common. */
function cellOf({ kind, arrangement }: Pick<Family, 'kind' | 'arrangement'>): string {
  return `${PREFIX}${kind}/${arrangement}`;
}

function familyOf({ value }: Cell): Family {
  return JSON.parse(Buffer.from(value).toString()) as Family;
}

/** Puts a family on the list, or adds parties to it. Throws where its logs would begin under a key that was replaced. */
export async function register(store: Store, keys: Keyring, family: Family): Promise<void> {
  for (;;) {
    // Who replaces the key changes the node, so that none of the logs can escape him.
    const node = await store.get(NODE);
    if (await store.get(keys.current.cell)) throw new RecordError('record-key-replaced');
    const cell = await store.get(cellOf(family));
    const before = cell ? familyOf(cell).parties : [];
    const parties = [...new Set([...before, ...family.parties])].toSorted();
    if (cell && parties.length === before.length) return;
    const { kind, arrangement } = family;
    const value = Buffer.from(JSON.stringify({ kind, arrangement, parties } satisfies Family));
    const over = cell?.version ?? 'absent';
    const same = node ? [{ cell: NODE, over: node.version, value: node.value }] : [];
    const done = await store.commit({ puts: [...same, { cell: cellOf(family), over, value }] });
    if (done.ok) return;
  }
}

/** Every log there may be. */
export async function registered(store: Store): Promise<Place[]> {
  const places: Place[] = [];
  for (let after = ''; ;) {
    const cells = await store.list(PREFIX, after, PAGE);
    places.push(...cells.flatMap((cell) => placesOf(familyOf(cell))));
    if (cells.length < PAGE) return places;
    after = cells.at(-1)!.cell;
  }
}
