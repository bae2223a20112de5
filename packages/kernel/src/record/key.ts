/** The keys of signed notes: their names, their short ids, and how a public key is written down. Source: C2SP signed-note. */
import { bytesToHex } from '@noble/hashes/utils.js';
import { base64, concat, fromBase64, utf8 } from './bytes.ts';
import type { Signer, Verifier } from './ed25519.ts';
import { sound, wrong, type Checked } from './fault.ts';
import { sha } from './merkle/hash.ts';
import { named, type PublicKey } from './nominal.ts';

/** The assigned type of plain Ed25519 signatures over the text. */
const ED25519 = 0x01;

/** A key as a signature line names it. The id is short, so name and id are a hint at the key and no proof of it. */
export interface KeyName {
  /** Not empty, without white space and `+`; best an address without a scheme: `rok.example/ncg`. */
  readonly name: string;
  /** Eight lower-case hexadecimal digits. */
  readonly id: string;
}

export interface NoteSigner extends KeyName, Signer {}
export interface NoteVerifier extends KeyName, Verifier {}

export function isKeyName(name: string): boolean {
  return name !== '' && name.isWellFormed() && !/[\p{White_Space}+]/u.test(name);
}

/** The first four bytes of SHA-256(name || 0x0A || 0x01 || key), in hexadecimal. */
export function keyId(name: string, key: PublicKey): string {
  return bytesToHex(sha(concat(utf8(`${name}\n`), Uint8Array.of(ED25519), key)).subarray(0, 4));
}

/** Gives a signer the name under which it signs notes. */
export function noteSigner(name: string, signer: Signer): Checked<NoteSigner> {
  if (!isKeyName(name)) return wrong('key-malformed', { key: name });
  const { publicKey } = signer;
  return sound({ name, id: keyId(name, publicKey), publicKey, sign: (message) => signer.sign(message) });
}

/** Gives a verifier the name of its key. */
export function noteVerifier(name: string, verifier: Verifier): Checked<NoteVerifier> {
  if (!isKeyName(name)) return wrong('key-malformed', { key: name });
  const { publicKey } = verifier;
  return sound({
    name,
    id: keyId(name, publicKey),
    publicKey,
    verify: (message, signature) => verifier.verify(message, signature),
  });
}

/** A public key in one line, as it is handed to those who verify: `name+id+base64(0x01 || key)`. */
export function verifierKey(name: string, key: PublicKey): string {
  return `${name}+${keyId(name, key)}+${base64(concat(Uint8Array.of(ED25519), key))}`;
}

/** The name and the key of such a line. Other algorithms than Ed25519 and ids that do not fit the key are refused. */
export function parseVerifierKey(line: string): Checked<{ readonly name: string; readonly key: PublicKey }> {
  // Neither names nor ids have a `+`; base64 may.
  const [name = '', id = ''] = line.split('+', 2);
  const bytes = fromBase64(line.slice(name.length + id.length + 2));
  const key = bytes?.[0] === ED25519 ? named('public key', bytes.slice(1)) : undefined;
  if (!key || !isKeyName(name) || verifierKey(name, key) !== line)
    return wrong('key-malformed', { key: line });
  return sound({ name, key });
}
