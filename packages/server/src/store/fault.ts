/** What can go wrong with a store, as values; and the error that carries one where a promise has to be broken. */
import { catalogue, type Text } from '@foedus/kernel';
import en from './faults.en.json' with { type: 'json' };
import ja from './faults.ja.json' with { type: 'json' };
import ko from './faults.ko.json' with { type: 'json' };

/** Every code has a message that says what was expected and what to do. */
export type StoreFaultCode = keyof typeof en;

/** `code` is stable and is the key of its message; `params` fill it. No fault holds a password or anything that was stored. */
export interface StoreFault {
  readonly code: StoreFaultCode;
  readonly params: Readonly<Record<string, string | number>>;
}

export const STORE_FAULTS = { en, ko, ja };
const say = catalogue<StoreFaultCode>(STORE_FAULTS);

export function describeStoreFault({ code, params }: StoreFault): Text {
  return say(code, params);
}

/** A store that could not do what it promised. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly fault: StoreFault;

  constructor(code: StoreFaultCode, params: StoreFault['params'] = {}, cause?: unknown) {
    const fault = { code, params };
    super(describeStoreFault(fault).en, cause === undefined ? undefined : { cause });
    this.fault = fault;
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
