/** Who signs and who verifies. A shell may bring a faster implementation, or one whose keys never leave their device. */
import { ed25519 } from '@noble/curves/ed25519.js';
import type { PublicKey, SecretKey, Signature } from './nominal.ts';

/** Signs bytes with Ed25519 (RFC 8032). */
export interface Signer {
  readonly publicKey: PublicKey;
  readonly sign: (message: Uint8Array) => Signature;
}

/** Verifies Ed25519 signatures (RFC 8032) of one key. Returns false, and never throws, for what is no signature. */
export interface Verifier {
  readonly publicKey: PublicKey;
  readonly verify: (message: Uint8Array, signature: Signature) => boolean;
}

export function ed25519Signer(secret: SecretKey): Signer {
  return {
    publicKey: ed25519.getPublicKey(secret) as Uint8Array as PublicKey,
    sign: (message) => ed25519.sign(message, secret) as Uint8Array as Signature,
  };
}

export function ed25519Verifier(publicKey: PublicKey): Verifier {
  return {
    publicKey,
    verify: (message, signature) => {
      try {
        // As RFC 8032 has it and not ZIP 215, which lets in keys and signatures that other programs refuse.
        return ed25519.verify(signature, message, publicKey, { zip215: false });
      } catch {
        return false;
      }
    },
  };
}
