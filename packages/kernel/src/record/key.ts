/** The keys of signed notes: their names, their short ids, and how a public key is written down. Source: C2SP signed-note. */
import { bytesToHex } from '@noble/hashes/utils.js';
import { base64, concat, fromBase64, sameBytes, utf8 } from './bytes.ts';
import type { Signer, Verifier } from './ed25519.ts';
import { sound, wrong, type Checked } from './fault.ts';
import { sha } from './merkle/hash.ts';
import { named, type PublicKey } from './nominal.ts';

/** The types of keys that the formats assign: plain Ed25519 over the text, and the cosignatures of C2SP tlog-cosignature. */
export const KEY_TYPE = {
  ed25519: 0x01,
  'cosignature-ed25519': 0x04,
  'cosignature-ml-dsa-44': 0x06,
} as const;
export type KeyType = keyof typeof KEY_TYPE;

/** The lengths of public keys in bytes. */
const KEY_LENGTH = { ed25519: 32, 'cosignature-ed25519': 32, 'cosignature-ml-dsa-44': 1312 } as const;

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

/** Whether both are one key under one name, however each was come by. */
export function isSameKey(a: NoteVerifier, b: NoteVerifier): boolean {
  return a === b || (a.name === b.name && sameBytes(a.publicKey, b.publicKey));
}

/** The first four bytes of SHA-256(name || 0x0A || type || key), in hexadecimal. */
export function keyId(name: string, key: Uint8Array, type: KeyType = 'ed25519'): string {
  return bytesToHex(sha(concat(utf8(`${name}\n`), Uint8Array.of(KEY_TYPE[type]), key)).subarray(0, 4));
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

/** A public key in one line, as it is handed to those who verify: `name+id+base64(type || key)`. */
export function verifierKey(name: string, key: Uint8Array, type: KeyType = 'ed25519'): string {
  return `${name}+${keyId(name, key, type)}+${base64(concat(Uint8Array.of(KEY_TYPE[type]), key))}`;
}

/** The name and the key of such a line. Other types than plain Ed25519 and ids that do not fit the key are refused. */
export function parseVerifierKey(line: string): Checked<{ readonly name: string; readonly key: PublicKey }> {
  const parsed = parseTypedKey(line, ['ed25519']);
  if (!parsed.ok) return parsed;
  const { name, key } = parsed.value;
  return sound({ name, key: named('public key', key)! });
}

/** The same for keys of the given types. */
export function parseTypedKey(
  line: string,
  types: readonly KeyType[],
): Checked<{ readonly name: string; readonly type: KeyType; readonly key: Uint8Array }> {
  // Neither names nor ids have a `+`; base64 may.
  const [name = '', id = ''] = line.split('+', 2);
  const bytes = fromBase64(line.slice(name.length + id.length + 2));
  const type = types.find((each) => bytes?.[0] === KEY_TYPE[each]);
  const key = bytes?.slice(1);
  const fits =
    type && key?.length === KEY_LENGTH[type] && isKeyName(name) && verifierKey(name, key, type) === line;
  return fits ? sound({ name, type, key }) : wrong('key-malformed', { key: line });
}
