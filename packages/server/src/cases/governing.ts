/** The arrangement that governs a case, or would govern one that is opened now. */
import type { Arrangement } from '@foedus/kernel';
import type { Store } from '../store/store.ts';
import { arrangementFrom, thaw, type Shelf } from './arrangements.ts';
import { decode } from './bytes.ts';
import { isCaseId, nameOfCase, type CaseMeta } from './meta.ts';

/** Of a case that there is, as it was when the case was opened; else as the one that is named lies on the shelf; `undefined`: nowhere. */
export async function governing(
  store: Store,
  shelf: () => Shelf,
  held: { readonly arrangement?: string; readonly case?: string },
): Promise<Arrangement | undefined> {
  const id = held.case !== undefined && isCaseId(held.case) ? held.case : undefined;
  const cell = id && (await store.get(nameOfCase(id)));
  const meta = cell && (decode(cell.value) as CaseMeta);
  const shelved = shelf().arrangements.get(meta?.arrangement ?? held.arrangement ?? '');
  if (!meta) return shelved?.arrangement;
  const { hash } = meta;
  if (shelved?.hash === hash) return shelved.arrangement;
  const sources = await thaw(store, hash);
  return sources && arrangementFrom(sources);
}
