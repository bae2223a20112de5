/** What is checked beside the page: it takes longer than a frame, and the page goes on meanwhile. */
import type { consultation, Text } from '@foedus/kernel';

export interface ItemToProve {
  readonly task: 'item';
  /** Of the viewer. */
  readonly path: string;
  /** `<seat>/<key>`, and the command as it is shown. */
  readonly id: string;
  readonly command: consultation.Recorded;
}

export interface LogsToVerify {
  readonly task: 'logs';
  readonly path: string;
}

/** As one file that any verifier of records reads. */
export interface LogsToArchive {
  readonly task: 'archive';
  readonly path: string;
}

export type Task = ItemToProve | LogsToVerify | LogsToArchive;

/**
 * `verified`: the entry says what is shown, its author's key signed it, and it is in the log to which the checkpoint commits. `recorded`: no
 * proof can be had yet, or by this viewer. `broken`: something does not fit.
 */
export type ItemProved =
  | { readonly is: 'verified'; readonly origin: string; readonly index: number; readonly size: number }
  | { readonly is: 'recorded'; readonly origin: string | undefined }
  | { readonly is: 'broken'; readonly says: Text | undefined };

export interface EntryRow {
  readonly index: number;
  readonly seat: string;
  /** ISO 8601. */
  readonly time: string;
  readonly verdict: 'proper' | 'departure';
  /** What kind of command, and in which case; unknown of what the entry only commits to. */
  readonly type: consultation.Recorded['type'] | undefined;
  readonly case: string | undefined;
}

export interface LogVerified {
  readonly origin: string;
  readonly kind: 'live' | 'exercise';
  readonly size: number;
  /** Hexadecimal; empty where the checkpoint can't be read. */
  readonly root: string;
  readonly entries: readonly EntryRow[];
  /** The first fault; and the first wrong entry, where it is in one. */
  readonly fault?: { readonly says: Text; readonly entry: number | undefined };
}

export type Found = ItemProved | readonly LogVerified[] | Uint8Array<ArrayBuffer>;
export type Response = { readonly ok: true; readonly found: Found } | { readonly ok: false };
