/** Checkpoints: what a log commits to. Source: C2SP tlog-checkpoint. */
import { base64, fromBase64 } from './bytes.ts';
import { sound, wrong, type Checked } from './fault.ts';
import { isKeyName, type NoteSigner, type NoteVerifier } from './key.ts';
import { named, type Hash } from './nominal.ts';
import { openNote, signNote } from './note.ts';

/** The head of a log at a size. Those who hold one hold the log to every entry before it. */
export interface Head {
  /** The log's name, best an address without a scheme; the log's key has the same name. */
  readonly origin: string;
  /** How many entries. */
  readonly size: number;
  readonly root: Hash;
}

/** A head as its log states it; further lines mean nothing here, and ours have none. */
export interface Checkpoint extends Head {
  readonly extensions: readonly string[];
}

/** The checkpoint of a head, signed. */
export function signCheckpoint(
  { origin, size, root }: Head,
  signers: readonly NoteSigner[],
): Checked<Uint8Array> {
  if (!isKeyName(origin) || !Number.isSafeInteger(size) || size < 0) return wrong('checkpoint-malformed');
  return signNote(`${origin}\n${size}\n${base64(root)}\n`, signers);
}

/** Opens a signed checkpoint of one log. */
export function openCheckpoint(
  bytes: Uint8Array,
  origin: string,
  known: readonly NoteVerifier[],
): Checked<Checkpoint> {
  const note = openNote(bytes, known);
  if (!note.ok) return note;
  const checkpoint = parseCheckpoint(note.value.text);
  if (!checkpoint.ok || checkpoint.value.origin === origin) return checkpoint;
  return wrong('checkpoint-origin', { expected: origin, found: checkpoint.value.origin });
}

/** The checkpoint of a note's text. Sizes beyond 2^53 - 1 are refused: no log of ours comes near, and they could not be counted with. */
export function parseCheckpoint(text: string): Checked<Checkpoint> {
  const malformed = wrong('checkpoint-malformed');
  if (!text.endsWith('\n')) return malformed;
  const lines = text.slice(0, -1).split('\n');
  const [origin, digits, encoded, ...extensions] = lines;
  if (!origin || !digits || !encoded || extensions.includes('')) return malformed;
  const size = Number(digits);
  const root = named('hash', fromBase64(encoded) ?? new Uint8Array());
  if (!root || !Number.isSafeInteger(size) || size < 0 || String(size) !== digits) return malformed;
  return sound({ origin, size, root, extensions });
}
