/** Cases that have fewer acts than the record: after a restore, until they are caught up. Nobody acts in them, for the record has what they lack. */
import type { Name, Store } from '../store/store.ts';
import { encode } from './bytes.ts';

/** Why a case could not be caught up from the record. */
export const BEHIND_CODES = [
  /** The files of the arrangement under which it was opened are neither in the store nor at hand. */
  'arrangement-missing',
  /** Something that was recorded before what is left is not in the record. */
  'gap',
  /** What is decided anew is not what the record says. */
  'differs',
] as const;
export type BehindCode = (typeof BEHIND_CODES)[number];

export interface Behind {
  readonly why: BehindCode;
  /** How many of the record's items the case lacks. */
  readonly lacks: number;
}

function cellOf(id: string): Name {
  return `case-behind/${id}`;
}

/** Whether a case lacks what the record has. */
export async function isBehind(store: Store, id: string): Promise<boolean> {
  return (await store.get(cellOf(id))) !== undefined;
}

/** Notes that a case is behind, or no longer is. */
export async function noteBehind(store: Store, id: string, behind: Behind | undefined): Promise<void> {
  const cell = await store.get(cellOf(id));
  if (!cell && !behind) return;
  const value = behind ? encode(behind) : null;
  await store.commit({ puts: [{ cell: cellOf(id), over: cell?.version ?? 'absent', value }] });
}
