/** What can go wrong with a store, as values; and the error that carries one where a promise has to be broken. */

/** Every code; each has a message that says what was expected and what to do. */
export const STORE_FAULT_CODES = [
  'unavailable',
  'unknown-outcome',
  'spent',
  'closed',
  'not-empty',
  'folder-unusable',
  'folder-locked',
  'folder-locked-unknown',
  'folder-empty',
  'store-damaged',
  'store-newer',
  'store-older',
  'database-address',
  'database-unavailable',
  'database-old',
  'database-unsafe',
  'database-standby',
  'backup-exists',
  'backup-not-written',
  'backup-unreadable',
  'backup-damaged',
] as const;
export type StoreFaultCode = (typeof STORE_FAULT_CODES)[number];

/** `code` is stable and is the key of its message; `params` fill it. No fault holds a password or anything that was stored. */
export interface StoreFault {
  readonly code: StoreFaultCode;
  readonly params: Readonly<Record<string, string | number>>;
}

/** A store that could not do what it promised. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly fault: StoreFault;

  constructor(code: StoreFaultCode, params: StoreFault['params'] = {}, cause?: unknown) {
    super(`${code} ${JSON.stringify(params)}`, cause === undefined ? undefined : { cause });
    this.fault = { code, params };
  }

  get code(): StoreFaultCode {
    return this.fault.code;
  }
}

/** A value, or why there is none. */
export type StoreReply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: StoreFault };

/** Does the work; a `StoreError` in it becomes a value, any other error is a defect and goes on. */
export async function replyOf<T>(work: () => Promise<T>): Promise<StoreReply<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (error instanceof StoreError) return { ok: false, fault: error.fault };
    throw error;
  }
}

/** The short reason that an error of the system or of a database gives: its code where it has one. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code } = error as NodeJS.ErrnoException;
  return typeof code === 'string' && code !== 'ERR_SQLITE_ERROR' ? code : error.message;
}
