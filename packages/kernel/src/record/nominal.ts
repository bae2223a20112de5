/** Byte strings that are not to be mistaken for each other: a hash can't pass as a signature, nor either of them as a key. */

declare const IS: unique symbol;
type Bytes<Name extends string> = Uint8Array & { readonly [IS]: Name };

/** A SHA-256 hash: 32 bytes. */
export type Hash = Bytes<'hash'>;
/** An Ed25519 signature: 64 bytes (RFC 8032). */
export type Signature = Bytes<'signature'>;
/** An Ed25519 public key: 32 bytes (RFC 8032). */
export type PublicKey = Bytes<'public key'>;
/** An Ed25519 private key, the seed of RFC 8032: 32 bytes. */
export type SecretKey = Bytes<'secret key'>;
/** What keeps a short document from being guessed from its commitment: 32 random bytes, kept with the document. */
export type Salt = Bytes<'salt'>;
/** SHA-256 of a salt and a document's bytes: 32 bytes. */
export type Commitment = Bytes<'commitment'>;

/** The length in bytes of each. */
const LENGTH = {
  hash: 32,
  signature: 64,
  'public key': 32,
  'secret key': 32,
  salt: 32,
  commitment: 32,
} as const;

/** The bytes under their name; `undefined` when they have not its length. */
export function named<Name extends keyof typeof LENGTH>(
  name: Name,
  bytes: Uint8Array,
): Bytes<Name> | undefined {
  return bytes.length === LENGTH[name] ? (bytes as Bytes<Name>) : undefined;
}
