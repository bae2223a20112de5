/** Commitments to documents that stand outside the record: it proves which document was meant, and says nothing of what is in it. */
import { concat, sameBytes } from './bytes.ts';
import { sha } from './merkle/hash.ts';
import type { Commitment, Salt } from './nominal.ts';

/** SHA-256(salt || document). All salts have one length, so no two pairs run together into the same bytes. */
export function commit(salt: Salt, document: Uint8Array): Commitment {
  return sha(concat(salt, document)) as Uint8Array as Commitment;
}

/** Whether this is the document that was committed to. */
export function opens(commitment: Commitment, salt: Salt, document: Uint8Array): boolean {
  return sameBytes(commit(salt, document), commitment);
}
