/** Takes documents that a restored store lacks from what has outlived. */
import { record } from '@foedus/kernel';
import type { Store } from '../store/store.ts';
import { documentCell, documentPath } from './entries.ts';
import { RecordError } from './fault.ts';
import { attachedCell, attachedIn, attachedPath, packAttached, payloadOf, SALT_LENGTH } from './payload.ts';

/** Finds a document by its path in the record; it stands there behind its salt. */
export type FindDocument = (path: string) => Promise<Uint8Array | undefined>;

/** Keeps what an entry commits to, without which nobody knows which case it is of, and the document that its item names. */
export async function keepDocuments(
  store: Store,
  entry: record.Entry,
  documents: FindDocument | undefined,
  where: { readonly log: string; readonly entry: number },
): Promise<void> {
  const { content, seat } = entry;
  if ('commitment' in content) {
    const value = await documentAt(documents, documentPath(content.commitment), content.commitment);
    // One that is there already is the same.
    if (value)
      await store.commit({ puts: [{ cell: documentCell(content.commitment), over: 'absent', value }] });
  }
  const payload = await payloadOf(store, entry);
  if (!payload) throw new RecordError('record-document-missing', where);
  const named = attachedIn(payload);
  const commitment = named && record.named('commitment', Buffer.from(named.hash, 'hex'));
  const salted = commitment && (await documentAt(documents, attachedPath(named.hash), commitment));
  if (!salted) return;
  const { hash, mediaType, size } = named;
  const salt = Buffer.from(salted.subarray(0, SALT_LENGTH)).toString('base64');
  const value = packAttached({ hash, mediaType, size, salt, by: seat }, salted.subarray(SALT_LENGTH));
  const cell = attachedCell(String(payload['case']), hash);
  await store.commit({ puts: [{ cell, over: 'absent', value }] });
}

/** A document with its salt, where it is at hand and the right one. */
async function documentAt(
  documents: FindDocument | undefined,
  path: string,
  commitment: record.Commitment,
): Promise<Uint8Array | undefined> {
  const value = await documents?.(path);
  const salt = value && record.named('salt', value.subarray(0, SALT_LENGTH));
  return salt && record.opens(commitment, salt, value.subarray(SALT_LENGTH)) ? value : undefined;
}
