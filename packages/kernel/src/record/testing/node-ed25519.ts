/** Ed25519 by Node's own crypto: what a shell would bring, much faster than the default, and a second opinion on it. */
import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import type { Signer, Verifier } from '../ed25519.ts';
import type { PublicKey, SecretKey, Signature } from '../nominal.ts';

// What stands before the 32 bytes in PKCS #8 and SPKI (RFC 8410).
const PRIVATE = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC = Buffer.from('302a300506032b6570032100', 'hex');

export function nodeSigner(secret: SecretKey): Signer {
  const key = createPrivateKey({ key: Buffer.concat([PRIVATE, secret]), format: 'der', type: 'pkcs8' });
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' });
  return {
    publicKey: Uint8Array.from(spki.subarray(PUBLIC.length)) as Uint8Array as PublicKey,
    sign: (message) => Uint8Array.from(sign(null, message, key)) as Uint8Array as Signature,
  };
}

export function nodeVerifier(publicKey: PublicKey): Verifier {
  const key = createPublicKey({ key: Buffer.concat([PUBLIC, publicKey]), format: 'der', type: 'spki' });
  return { publicKey, verify: (message, signature) => verify(null, message, key, signature) };
}
