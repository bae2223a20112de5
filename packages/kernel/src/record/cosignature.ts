/**
 * Cosignatures: others than the log say, under its checkpoint, that they have verified that it only grew; a mirror, that it holds every
 * entry before it. Source: C2SP tlog-cosignature.
 */
import { ml_dsa44 } from '@noble/post-quantum/ml-dsa.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { concat, utf8 } from './bytes.ts';
import { openCheckpoint, parseCheckpoint, type Checkpoint } from './checkpoint.ts';
import type { Signer, Verifier } from './ed25519.ts';
import { sound, wrong, type Checked } from './fault.ts';
import { isKeyName, keyId, parseTypedKey, type KeyName, type KeyType, type NoteVerifier } from './key.ts';
import { named } from './nominal.ts';
import { parseNote, signatureLine, type SignatureLine } from './note.ts';

export type CosignatureType = Exclude<KeyType, 'ed25519'>;

/** Seconds since 1970-01-01T00:00:00Z, in whole numbers. */
export type Timestamp = number;

/** Who cosigns. With Ed25519 each cosigner needs a key of its own: the message does not say who signs it. */
export interface Cosigner extends KeyName {
  readonly type: CosignatureType;
  readonly publicKey: Uint8Array;
  readonly sign: (message: Uint8Array) => Uint8Array;
}

export interface CosignatureVerifier extends KeyName {
  readonly type: CosignatureType;
  readonly publicKey: Uint8Array;
  /** Returns false, and never throws, for what is no signature. */
  readonly verify: (message: Uint8Array, signature: Uint8Array) => boolean;
}

/** A good cosignature by a known cosigner. */
export interface Cosignature {
  readonly by: CosignatureVerifier;
  /** As of when, by the cosigner's clock, this was the largest head that it had seen. 0: it does not say. */
  readonly time: Timestamp;
}

export function ed25519Cosigner(name: string, { publicKey, sign }: Signer): Checked<Cosigner> {
  return cosigner(name, 'cosignature-ed25519', publicKey, sign);
}

/** ML-DSA-44 (FIPS 204), which quantum computers do not break, from a secret seed of 32 bytes. Deterministic: it takes no randomness. */
export function mlDsaCosigner(name: string, seed: Uint8Array): Checked<Cosigner> {
  const { publicKey, secretKey } = ml_dsa44.keygen(seed);
  return cosigner(name, 'cosignature-ml-dsa-44', publicKey, (message) =>
    ml_dsa44.sign(message, secretKey, { extraEntropy: false }),
  );
}

function cosigner(
  name: string,
  type: CosignatureType,
  publicKey: Uint8Array,
  sign: Cosigner['sign'],
): Checked<Cosigner> {
  if (!isKeyName(name) || utf8(name).length > NAME_LIMIT) return wrong('key-malformed', { key: name });
  return sound({ name, type, id: keyId(name, publicKey, type), publicKey, sign });
}

/** The verifier of a cosigner's key as it is written in one line. `ed25519`: how Ed25519 is verified here. */
export function cosignatureVerifier(
  line: string,
  ed25519: (key: Verifier['publicKey']) => Verifier,
): Checked<CosignatureVerifier> {
  const parsed = parseTypedKey(line, ['cosignature-ed25519', 'cosignature-ml-dsa-44']);
  if (!parsed.ok) return parsed;
  const { name, key } = parsed.value;
  const type = parsed.value.type as CosignatureType;
  const verify =
    type === 'cosignature-ml-dsa-44' ? mlDsaVerify(key) : ed25519Verify(ed25519(named('public key', key)!));
  return sound({ name, type, id: keyId(name, key, type), publicKey: key, verify });
}

function ed25519Verify(verifier: Verifier): CosignatureVerifier['verify'] {
  return (message, bytes) => {
    const signature = named('signature', bytes);
    return signature !== undefined && verifier.verify(message, signature);
  };
}

function mlDsaVerify(key: Uint8Array): CosignatureVerifier['verify'] {
  return (message, signature) => {
    try {
      return ml_dsa44.verify(signature, message, key);
    } catch {
      return false;
    }
  };
}

/**
 * The checkpoint with one more signature line. Whoever cosigns has verified before that the log continues every head of it that he cosigned,
 * and a mirror that it holds the entries. `time` is not before that of his last cosignature of this log.
 */
export function cosign(checkpoint: Uint8Array, by: Cosigner, time: Timestamp): Checked<Uint8Array> {
  const note = parseNote(checkpoint);
  if (!note.ok) return note;
  const head = parseCheckpoint(note.value.text);
  if (!head.ok) return head;
  const message = cosignedMessage(by, note.value.text, head.value, time);
  if (!message) return wrong('cosignature-time', { time });
  const signed = concat(bigEndian(time), by.sign(message));
  return sound(concat(checkpoint, utf8(signatureLine(by, signed))));
}

/** The good cosignatures of a checkpoint, by known cosigners. A wrong one by a known cosigner and none of them counts; by others, no matter. */
export function openCosignatures(
  checkpoint: Uint8Array,
  known: readonly CosignatureVerifier[],
): Checked<readonly Cosignature[]> {
  const note = parseNote(checkpoint);
  if (!note.ok) return note;
  const head = parseCheckpoint(note.value.text);
  if (!head.ok) return head;
  const found: Cosignature[] = [];
  for (const line of note.value.signatures) {
    const by = known.find(({ name, id }) => name === line.name && id === line.id);
    if (!by) continue;
    const time = verifyLine(line, by, note.value.text, head.value);
    if (time === undefined) return wrong('note-signature-wrong', { key: `${by.name}+${by.id}` });
    if (!found.some((each) => each.by === by)) found.push({ by, time });
  }
  return sound(found);
}

/** Who, of the mirrors, holds a log. */
export interface Held {
  readonly checkpoint: Checkpoint;
  readonly cosignatures: readonly Cosignature[];
}

/**
 * Who holds a log besides its author, by a checkpoint of it that mirrors have cosigned. An entry is _held by both_ when its index is below
 * `checkpoint.size` and the peer's mirror is among the cosigners.
 */
export function heldBy(
  note: Uint8Array,
  origin: string,
  logKeys: readonly NoteVerifier[],
  mirrors: readonly CosignatureVerifier[],
): Checked<Held> {
  const checkpoint = openCheckpoint(note, origin, logKeys);
  if (!checkpoint.ok) return checkpoint;
  const cosignatures = openCosignatures(note, mirrors);
  return cosignatures.ok
    ? sound({ checkpoint: checkpoint.value, cosignatures: cosignatures.value })
    : cosignatures;
}

/** Whether a peer's mirror holds the entry at an index, as far as a checkpoint shows. */
export function isHeldByBoth({ checkpoint, cosignatures }: Held, index: number): boolean {
  return index < checkpoint.size && cosignatures.length > 0;
}

const TIME_LENGTH = 8;
const NAME_LIMIT = 255;

function verifyLine(
  { bytes }: SignatureLine,
  by: CosignatureVerifier,
  text: string,
  head: Checkpoint,
): Timestamp | undefined {
  const time = Number.parseInt(bytesToHex(bytes.subarray(0, TIME_LENGTH)), 16);
  const message = bytes.length > TIME_LENGTH ? cosignedMessage(by, text, head, time) : undefined;
  return message && by.verify(message, bytes.subarray(TIME_LENGTH)) ? time : undefined;
}

/** What is signed; `undefined` for what the format can't say or numbers can't count. */
function cosignedMessage(
  { type, name }: Pick<Cosigner, 'type' | 'name'>,
  text: string,
  { origin, size, root }: Checkpoint,
  time: Timestamp,
): Uint8Array | undefined {
  if (!Number.isSafeInteger(time) || time < 0) return undefined;
  if (type === 'cosignature-ed25519') return utf8(`cosignature/v1\ntime ${time}\n${text}`);
  const [by, log] = [utf8(name), utf8(origin)];
  if (log.length > NAME_LIMIT) return undefined;
  const label = utf8('subtree/v1\n\0');
  const [byName, logName] = [opaque(by), opaque(log)];
  // A checkpoint is the subtree from the first leaf on.
  return concat(label, byName, bigEndian(time), logName, bigEndian(0), bigEndian(size), root);
}

/** Behind its length in one byte (RFC 8446, section 3.4). */
function opaque(bytes: Uint8Array): Uint8Array {
  return concat(Uint8Array.of(bytes.length), bytes);
}

/** In eight bytes, the greatest first. */
function bigEndian(value: number): Uint8Array {
  return Uint8Array.from(
    { length: TIME_LENGTH },
    (_, i) => Math.floor(value / 256 ** (TIME_LENGTH - 1 - i)) % 256,
  );
}
