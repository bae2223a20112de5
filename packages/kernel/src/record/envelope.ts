/**
 * An entry in its envelope: a signed note whose text is the entry. So a seat, its node and a second officer can sign the same bytes, and
 * any program that verifies notes verifies ours.
 */
import type { Entry } from './entry.ts';
import { entryText, parseEntry } from './entry-text.ts';
import { sound, wrong, type Checked } from './fault.ts';
import { isSameKey, type NoteSigner, type NoteVerifier } from './key.ts';
import { ENTRY_LIMIT } from './merkle/bundle.ts';
import { leafHash } from './merkle/hash.ts';
import type { Hash } from './nominal.ts';
import { openNote, signNote } from './note.ts';
import type { Period } from './period.ts';

/** A key and the seats that it may speak for, in its period: one officer's, or all of a node's. */
export interface EntryKey extends Period {
  readonly verifier: NoteVerifier;
  readonly seats: 'all' | readonly string[];
}

/** An entry and the bytes that are logged. */
export interface SealedEntry {
  readonly entry: Entry;
  readonly bytes: Uint8Array;
  readonly leaf: Hash;
}

/** An entry whose signatures are verified. */
export interface OpenedEntry extends SealedEntry {
  readonly signedBy: readonly NoteVerifier[];
}

/** Signs an entry. Faults: an entry that can't be written, and one that is too large for a log; large documents are committed to. */
export function sealEntry(entry: Entry, signers: readonly NoteSigner[]): Checked<SealedEntry> {
  const text = entryText(entry);
  if (!text.ok) return text;
  const bytes = signNote(text.value, signers);
  if (!bytes.ok) return bytes;
  const { length } = bytes.value;
  if (length > ENTRY_LIMIT) return wrong('entry-too-large', { size: length, limit: ENTRY_LIMIT });
  return sound({ entry, bytes: bytes.value, leaf: leafHash(bytes.value) });
}

/** Opens an envelope: its signatures by known keys are good, and one of these keys may speak for the seat that acts. */
export function openEntry(bytes: Uint8Array, keys: readonly EntryKey[]): Checked<OpenedEntry> {
  const note = openNote(
    bytes,
    keys.map(({ verifier }) => verifier),
  );
  if (!note.ok) return note;
  const entry = parseEntry(note.value.text);
  if (!entry.ok) return entry;
  const { seat } = entry.value;
  const speaks = ({ verifier, seats }: EntryKey): boolean =>
    note.value.signedBy.some((key) => isSameKey(key, verifier)) && (seats === 'all' || seats.includes(seat));
  if (!keys.some(speaks)) return wrong('entry-not-by-seat', { seat });
  const { signedBy } = note.value;
  return sound({ entry: entry.value, bytes, leaf: leafHash(bytes), signedBy });
}
