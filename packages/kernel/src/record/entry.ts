/** Entries: what a record says was done, by whom, and knowing what. */
import type { Json } from './canonical.ts';
import type { Head } from './checkpoint.ts';
import type { Commitment, Hash } from './nominal.ts';

/** An instant in UTC to the millisecond, as `Date.prototype.toISOString` writes it: `2026-11-22T21:42:00.000Z`. */
export type Instant = string & { readonly __instant: true };

/** Live, or part of an exercise. A log holds entries of one kind only, so that an exercise can't cross over into a live case. */
export const ENTRY_KINDS = ['live', 'exercise'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** How the act was judged: proper, or valid but a departure from a duty, whose reason stands in the payload. A refused act is no entry. */
export const VERDICTS = ['proper', 'departure'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** An entry of one log before it. */
export interface EntryRef {
  /** Where it stands, from 0. */
  readonly index: number;
  /** Its leaf hash, so that the reference means these very bytes. */
  readonly leaf: Hash;
}

/** What is logged. */
export interface Entry {
  /** The origin of the log that it is for: in any other log it is refused. */
  readonly log: string;
  readonly kind: EntryKind;
  /** The id of the seat that acts. */
  readonly seat: string;
  /** When it acted, by its own clock. It orders nothing: the log's order and `seen` do. */
  readonly time: Instant;
  readonly verdict: Verdict;
  /** The latest heads of the peers' logs that the author had seen, one a log, by origin. What is in them came before this entry. */
  readonly seen: readonly Head[];
  /** The entry of this log in whose place it stands. That one is not gone: both are read. */
  readonly replaces?: EntryRef;
  readonly content: Content;
}

/** The act itself, or a commitment to a document that is kept outside. */
export type Content =
  | { readonly payload: Json }
  | {
      readonly commitment: Commitment;
    };

/** Reads an instant; `undefined` when it is not one of the calendar or is written in another way. */
export function parseInstant(text: string): Instant | undefined {
  const time = new Date(text);
  return Number.isNaN(time.getTime()) || time.toISOString() !== text ? undefined : (text as Instant);
}
