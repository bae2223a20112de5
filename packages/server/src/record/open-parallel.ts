/**
 * Opens entries with more than one processor: nearly all of the time goes into signatures, and Node verifies those on threads of its own
 * while this one goes on reading.
 */
import { verify } from 'node:crypto';
import { record } from '@foedus/kernel';
import { keyObjectOf } from './ed25519.ts';

/** A signature that a thread has looked at. */
interface Looked {
  readonly by: record.NoteVerifier;
  readonly signature: Uint8Array;
  readonly good: boolean;
}

/** As `openEntry` for each entry, with the same faults. */
export const openParallel: record.OpenEntries = async (entries) => {
  const looked = await Promise.all(entries.map(([bytes, keys]) => look(bytes, keys)));
  return entries.map(([bytes, keys], i) =>
    record.openEntry(
      bytes,
      keys.map((key) => ({ ...key, verifier: recalling(key.verifier, looked[i]!) })),
    ),
  );
};

/** Verifies the signatures under a note that are by known keys. What is no note has none. */
function look(bytes: Uint8Array, keys: readonly record.EntryKey[]): Promise<Looked[]> {
  const note = record.parseNote(bytes);
  if (!note.ok) return Promise.resolve([]);
  const message = Buffer.from(note.value.text);
  return Promise.all(
    note.value.signatures.flatMap(({ name, id, bytes: signature }) => {
      const by = keys.find(({ verifier }) => verifier.name === name && verifier.id === id)?.verifier;
      return by ? [verifyOnThread(message, by, signature)] : [];
    }),
  );
}

function verifyOnThread(
  message: Uint8Array,
  by: record.NoteVerifier,
  signature: Uint8Array,
): Promise<Looked> {
  return new Promise((done, failed) => {
    verify(null, message, keyObjectOf(by.publicKey), signature, (error, good) => {
      if (error) failed(error);
      else done({ by, signature, good });
    });
  });
}

/** A verifier that knows what the threads have found, and verifies what they have not seen. */
function recalling(verifier: record.NoteVerifier, looked: readonly Looked[]): record.NoteVerifier {
  return {
    ...verifier,
    verify: (message, signature) => {
      const found = looked.find(
        (each) => each.by === verifier && Buffer.compare(each.signature, signature) === 0,
      );
      return found ? found.good : verifier.verify(message, signature);
    },
  };
}
