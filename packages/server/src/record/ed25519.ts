/** Ed25519 by Node's own crypto: many times faster than the kernel's default, which is plain JavaScript. */
import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import type { record } from '@foedus/kernel';

// What stands before the 32 bytes in PKCS #8 and SPKI (RFC 8410).
const PRIVATE = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC = Buffer.from('302a300506032b6570032100', 'hex');

const known = new WeakMap<record.PublicKey, KeyObject>();

/** The key as Node's crypto takes it. Remembered for each key, which never changes. */
export function keyObjectOf(publicKey: record.PublicKey): KeyObject {
  const before = known.get(publicKey);
  if (before) return before;
  const made = createPublicKey({ key: Buffer.concat([PUBLIC, publicKey]), format: 'der', type: 'spki' });
  known.set(publicKey, made);
  return made;
}

export function nodeSigner(secret: record.SecretKey): record.Signer {
  const key = createPrivateKey({ key: Buffer.concat([PRIVATE, secret]), format: 'der', type: 'pkcs8' });
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' });
  return {
    publicKey: Uint8Array.from(spki.subarray(PUBLIC.length)) as Uint8Array as record.PublicKey,
    sign: (message) => Uint8Array.from(sign(null, message, key)) as Uint8Array as record.Signature,
  };
}

/** Keys of small order are taken, with which anything verifies; they are no danger to whoever names the keys that he trusts. */
export function nodeVerifier(publicKey: record.PublicKey): record.Verifier {
  const key = keyObjectOf(publicKey);
  return { publicKey, verify: (message, signature) => verify(null, message, key, signature) };
}
