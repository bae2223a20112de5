/**
 * The order of a case’s entries, which stand in several logs: each bears the place of its event in the case, so that a case can be made again
 * from the logs alone. The place is for the node only: to anybody else it would tell how much there is that he may not see.
 */
import { createCipheriv, createDecipheriv, createHash, hkdfSync } from 'node:crypto';

/** AES-128 over a single block (FIPS 197): no two blocks are the same, so neither are two outcomes, and none tells anything of another. */
const CIPHER = 'aes-128-ecb';
const KEY_LENGTH = 16;

/** The key of a node whose first secret is given. It stays as it is when the secret changes. */
export function orderKeyOf(secret: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, new Uint8Array(), 'foedus-order/1', KEY_LENGTH));
}

export class Order {
  readonly #key: Uint8Array;

  constructor(key: Uint8Array) {
    this.#key = key;
  }

  /** The place of an event in a case, sealed: 22 characters. */
  seal(caseId: string, place: number): string {
    const cipher = createCipheriv(CIPHER, this.#key, null).setAutoPadding(false);
    return Buffer.concat([cipher.update(blockOf(caseId, place)), cipher.final()]).toString('base64url');
  }

  /** The place that was sealed for this case; `undefined` for everything else. */
  open(caseId: string, sealed: string): number | undefined {
    const bytes = Buffer.from(sealed, 'base64url');
    if (bytes.length !== KEY_LENGTH) return undefined;
    const cipher = createDecipheriv(CIPHER, this.#key, null).setAutoPadding(false);
    const block = Buffer.concat([cipher.update(bytes), cipher.final()]);
    const place = block.readUIntBE(PRINT, 6);
    return block.equals(blockOf(caseId, place)) ? place : undefined;
  }
}

/** Bytes of a block that say which case. */
const PRINT = 10;

function blockOf(caseId: string, place: number): Buffer {
  const block = Buffer.alloc(KEY_LENGTH);
  createHash('sha256').update(caseId).digest().copy(block, 0, 0, PRINT);
  block.writeUIntBE(place, PRINT, 6);
  return block;
}
