/** Notes: a text and the signatures under it. Source: C2SP signed-note. */
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { base64, concat, fromBase64, fromUtf8, utf8 } from './bytes.ts';
import { sound, wrong, type Checked } from './fault.ts';
import { isKeyName, type KeyName, type NoteSigner, type NoteVerifier } from './key.ts';
import { named } from './nominal.ts';

/** A note whose signatures by known keys are all good. There is at least one. */
export interface Note {
  readonly text: string;
  readonly signedBy: readonly NoteVerifier[];
}

/** More than any note of ours bears; the format asks for at least 16. Beyond it, a note only costs time. */
const SIGNATURE_LIMIT = 100;
const ID_LENGTH = 4;

/** The text with its signatures: a text in lines, without other control characters, and one signature by each of the signers. */
export function signNote(text: string, signers: readonly NoteSigner[]): Checked<Uint8Array> {
  if (!isNoteText(text) || signers.length === 0) return wrong('note-malformed');
  const message = utf8(text);
  const lines = signers.map((signer) => signatureLine(signer, signer.sign(message)));
  return sound(utf8(`${text}\n${lines.join('')}`));
}

/**
 * Opens a note. Signatures by keys that are not among `known` are passed over, though they have the name or the id of one that is. A wrong
 * signature by a known key, or none by any, and the note is refused.
 */
export function openNote(bytes: Uint8Array, known: readonly NoteVerifier[]): Checked<Note> {
  const parsed = parseNote(bytes);
  if (!parsed.ok) return parsed;
  const { text, signatures } = parsed.value;
  const message = utf8(text);
  const signedBy = new Set<NoteVerifier>();
  for (const { name, id, bytes: signed } of signatures) {
    const verifier = known.find((key) => key.name === name && key.id === id);
    if (!verifier) continue;
    const signature = named('signature', signed);
    if (!signature || !verifier.verify(message, signature))
      return wrong('note-signature-wrong', { key: `${name}+${id}` });
    signedBy.add(verifier);
  }
  if (signedBy.size === 0) return wrong('note-unsigned');
  return sound({ text, signedBy: [...signedBy] });
}

/** A signature line as it is written; what its bytes mean depends on the key. */
export interface SignatureLine extends KeyName {
  readonly bytes: Uint8Array;
}

/** The parts of a note, nothing verified. The text must not be relied on. */
export function parseNote(
  bytes: Uint8Array,
): Checked<{ readonly text: string; readonly signatures: readonly SignatureLine[] }> {
  const whole = fromUtf8(bytes);
  const middle = whole?.lastIndexOf('\n\n') ?? -1;
  if (whole === undefined || middle < 0 || !whole.endsWith('\n')) return wrong('note-malformed');
  const text = whole.slice(0, middle + 1);
  const lines = whole.slice(middle + 2, -1).split('\n');
  if (!isNoteText(text) || lines.length > SIGNATURE_LIMIT) return wrong('note-malformed');
  const signatures = lines.map(parseLine);
  if (!signatures.every((line) => line !== undefined)) return wrong('note-malformed');
  return sound({ text, signatures });
}

function isNoteText(text: string): boolean {
  // Below U+0020, newline alone.
  return text.isWellFormed() && text.endsWith('\n') && !/[^\P{Cc}\n\u{7f}-\u{9f}]/u.test(text);
}

/** A signature as a line of a note, its line feed included. */
export function signatureLine({ name, id }: KeyName, signature: Uint8Array): string {
  return `— ${name} ${base64(concat(hexToBytes(id), signature))}\n`;
}

function parseLine(line: string): SignatureLine | undefined {
  const [dash, name = '', encoded = '', ...more] = line.split(' ');
  const bytes = fromBase64(encoded);
  if (dash !== '—' || more.length > 0 || !isKeyName(name) || !bytes || bytes.length <= ID_LENGTH)
    return undefined;
  return { name, id: bytesToHex(bytes.subarray(0, ID_LENGTH)), bytes: bytes.slice(ID_LENGTH) };
}
