/** What can be wrong with a record. */

/**
 * One thing wrong. `code` is stable and is the key of its message in the catalogues; `params` fill the message. `entry` is the index of the
 * first entry that is wrong, where it is an entry that is; `log` is its log, where there are several.
 */
export interface RecordFault {
  readonly code: RecordFaultCode;
  readonly params: Readonly<Record<string, string | number>>;
  readonly entry?: number;
  readonly log?: string;
}

/** Every code. The catalogue test requires a message for each. */
export const RECORD_FAULT_CODES = [
  'json-value',
  'json-number',
  'json-surrogate',
  'json-deep',
  'json-not-canonical',
  'key-malformed',
  'key-periods',
  'key-out-of-period',
  'handover-missing',
  'handover-stray',
  'note-malformed',
  'note-signature-wrong',
  'note-unsigned',
  'checkpoint-malformed',
  'checkpoint-origin',
  'cosignature-time',
  'proof-malformed',
  'path-malformed',
  'file-missing',
  'file-malformed',
  'tile-wrong',
  'root-wrong',
  'size-wrong',
  'entry-malformed',
  'entry-too-large',
  'entry-hash-wrong',
  'entry-of-other-log',
  'entry-of-other-kind',
  'entry-not-by-seat',
  'entry-quotes-own-log',
  'entry-quotes-twice',
  'entry-replaces-wrong',
  'heads-conflict',
  'head-not-in-log',
  'not-a-fork',
  'document-wrong',
  'trust-not-json',
  'trust-malformed',
  'trust-repeated',
] as const;
export type RecordFaultCode = (typeof RECORD_FAULT_CODES)[number];

/** A value, or the first thing that is wrong: what follows a broken hash says nothing. */
export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: RecordFault };

export function sound<T>(value: T): Checked<T> {
  return { ok: true, value };
}

export function wrong(
  code: RecordFaultCode,
  params: RecordFault['params'] = {},
): { readonly ok: false; readonly fault: RecordFault } {
  return { ok: false, fault: { code, params } };
}

/** The same fault, said of an entry. */
export function ofEntry(
  entry: number,
  { fault }: { readonly fault: RecordFault },
): { readonly ok: false; readonly fault: RecordFault } {
  return { ok: false, fault: { ...fault, entry } };
}
