/** Values of ours in the cells of the store, as JSON, and changes that are tried again when somebody was faster. */
import { accountProblem } from '../problem.ts';
import type { Change, Name, Put, Store, Version } from '../../store/store.ts';

export interface Kept<T> {
  readonly value: T;
  readonly version: Version;
}

const TEXT = new TextDecoder();
const BYTES = new TextEncoder();

/** The bytes of a value. */
export function bytesOf(value: unknown): Uint8Array {
  return BYTES.encode(JSON.stringify(value));
}

/** The value of bytes that we wrote ourselves: its form is not checked again. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller knows what he wrote
export function valueOf<T>(bytes: Uint8Array): T {
  return JSON.parse(TEXT.decode(bytes)) as T;
}

/** What a cell keeps. */
export async function get<T>(store: Store, cell: Name): Promise<Kept<T> | undefined> {
  const kept = await store.get(cell);
  return kept && { value: valueOf<T>(kept.value), version: kept.version };
}

export function put(cell: Name, over: Version | 'absent', value: unknown): Put {
  return { cell, over, value: bytesOf(value) };
}

export function remove(cell: Name, over: Version): Put {
  return { cell, over, value: null };
}

/** More than this many writers of one account at one moment are told to try again. */
const ATTEMPTS = 8;

export interface Plan<T> {
  readonly change: Change;
  readonly result: T;
}

/** Plans a change on what is kept and commits it; plans anew when something else was committed meanwhile. */
export async function transact<T>(store: Store, plan: () => Promise<Plan<T>>): Promise<T> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    // Each attempt has to see what the one before it lost to.
    // oxlint-disable-next-line no-await-in-loop
    const { change, result } = await plan();
    // oxlint-disable-next-line no-await-in-loop
    if ((await store.commit(change)).ok) return result;
  }
  throw accountProblem('account-busy', { attempts: ATTEMPTS });
}
