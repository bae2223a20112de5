/** What is known of a case besides its events: cell `case/<id>`. Its events are the stream of the same name. */
import type { Arrangement, Day, Text } from '@foedus/kernel';
import type { RecordedCase } from '../record/index.ts';
import type { Name } from '../store/store.ts';

/** 16 random characters that are safe in an address. */
export type CaseId = string & { readonly __caseId: true };

/** An exercise can't cross over into a live case: a case is one or the other from its first event on. */
export const KINDS = ['live', 'exercise'] as const;
export type Kind = (typeof KINDS)[number];

export interface CaseMeta {
  readonly id: CaseId;
  readonly kind: Kind;
  /** The exercise that it belongs to; absent: it is none of a scenario's. */
  readonly exercise?: string;
  /** The id of the arrangement, and the hash of its files as they were when the case was opened. */
  readonly arrangement: string;
  readonly hash: string;
  readonly name: Text;
  readonly matters: readonly string[];
  /** The day on which the arrangement is taken. */
  readonly on: Day;
  readonly convener: string;
  /** Milliseconds since 1970. */
  readonly openedAt: number;
  readonly phase: 'open' | 'adjourned' | 'closed';
}

const ID = /^[A-Za-z0-9_-]{16}$/;

export function isCaseId(text: string): text is CaseId {
  return ID.test(text);
}

/** From 12 random bytes. */
export function caseIdFrom(bytes: Uint8Array): CaseId {
  return Buffer.from(bytes).toString('base64url') as CaseId;
}

export const CASES = 'case/';

/** Both the cell and the stream of a case. */
export function nameOfCase(id: CaseId): Name {
  return `${CASES}${id}`;
}

/** The case as the record knows it. */
export function recordedAs({ hash, id, kind, on }: CaseMeta, arrangement: Arrangement): RecordedCase {
  return { id, kind, arrangement, hash, at: on };
}
