/** What an entry says, whether it says so itself or commits to it, and the document that its item names. */
import { record } from '@foedus/kernel';
import type { Name, Store } from '../store/store.ts';
import { documentCell } from './entries.ts';
import { sure } from './fault.ts';

/** Bytes of salt before a document. */
export const SALT_LENGTH = 32;

export type Payload = Readonly<Record<string, unknown>>;

/** The payload of an entry of the store; `undefined` where it commits to a document that is not there. */
export async function payloadOf(store: Store, { content }: record.Entry): Promise<Payload | undefined> {
  if ('payload' in content) return content.payload as Payload;
  const cell = await store.get(documentCell(content.commitment));
  return cell && parsed(cell.value);
}

/** The payload in a document that an entry commits to: the salt stands before it. */
export function parsed(document: Uint8Array): Payload {
  return JSON.parse(Buffer.from(document.subarray(SALT_LENGTH)).toString()) as Payload;
}

/** An entry of the store that nobody has to verify: the store's own entries were, when they came in. */
export function entryIn(row: Uint8Array, origin: string): record.Entry {
  return sure(record.parseEntry(sure(record.parseNote(row), origin).text), origin);
}

/** A document that an item names, as the store keeps it. */
export interface Attached {
  readonly hash: string;
  readonly mediaType: string;
  readonly size: number;
  /** In base64. */
  readonly salt: string;
  /** The seat that stored it, which alone may attach it to an item that is no copy. */
  readonly by: string;
}

/** Where the store keeps it: four bytes of length, what is known of it in JSON, and the document. */
export function attachedCell(caseId: string, hash: string): Name {
  return `document/${caseId}/${hash}`;
}

const LENGTH = 4;

export function packAttached(about: Attached, bytes: Uint8Array): Uint8Array {
  const head = Buffer.from(JSON.stringify(about));
  const length = Buffer.alloc(LENGTH);
  length.writeUInt32BE(head.length);
  return Buffer.concat([length, head, bytes]);
}

export function unpackAttached(value: Uint8Array): { readonly about: Attached; readonly bytes: Uint8Array } {
  const head = LENGTH + Buffer.from(value.buffer, value.byteOffset, LENGTH).readUInt32BE();
  const about = JSON.parse(Buffer.from(value.subarray(LENGTH, head)).toString()) as Attached;
  return { about, bytes: value.subarray(head) };
}

/** The document that the item of a payload names. INVARIANT: the payload was sealed here, of a command that had been judged. */
export function attachedIn({ command }: Payload): Omit<Attached, 'salt' | 'by'> | undefined {
  return (command as { readonly document?: Omit<Attached, 'salt' | 'by'> } | undefined)?.document;
}

/** Where an attached document stands among the files of the record, salt first, as other documents do. */
export function attachedPath(hash: string): string {
  return `documents/${hash}`;
}
