/** Secrets that are given away once and kept only as a hash, and the seal by which the server knows again what it gave. */
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Instant } from '../instant.ts';

/** 256 bits, as 43 characters of base64url. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** An id that nobody can guess from others: 96 bits, as 16 characters of base64url. */
export function newId(): string {
  return randomBytes(12).toString('base64url');
}

/** SHA-256 in base64url. What is hashed has 256 bits of chance in it, so that it needs neither salt nor slowness. */
export function hash(secret: string | Uint8Array): string {
  return createHash('sha256').update(secret).digest('base64url');
}

export function sameSecret(left: string, right: string): boolean {
  return timingSafeEqual(
    createHash('sha256').update(left).digest(),
    createHash('sha256').update(right).digest(),
  );
}

const TIME = 8;
const NONCE = 16;
const MAC = 32;

/** What a seal is for; one made for another purpose or subject is not valid. */
export interface Sealed {
  readonly purpose: string;
  readonly subject: string;
}

function mac(key: Uint8Array, head: Uint8Array, { purpose, subject }: Sealed): Buffer {
  return createHmac('sha256', key)
    .update(JSON.stringify([purpose, subject]))
    .update(head)
    .digest();
}

/**
 * A challenge that only the holder of the key can have made, with the moment until which it is valid in it. So nothing has to be kept for
 * somebody who only asks for one.
 */
export function seal(key: Uint8Array, what: Sealed, expires: Instant): Uint8Array<ArrayBuffer> {
  const head = Buffer.alloc(TIME + NONCE);
  head.writeBigUInt64BE(BigInt(expires));
  randomBytes(NONCE).copy(head, TIME);
  return new Uint8Array([...head, ...mac(key, head, what)]);
}

/** When a seal runs out; `undefined`: it is not ours, is for something else or has run out. */
export function unseal(key: Uint8Array, what: Sealed, bytes: Uint8Array, now: Instant): Instant | undefined {
  if (bytes.length !== TIME + NONCE + MAC) return undefined;
  const head = bytes.subarray(0, TIME + NONCE);
  if (!timingSafeEqual(mac(key, head, what), bytes.subarray(TIME + NONCE))) return undefined;
  const expires = Number(Buffer.from(head).readBigUInt64BE()) as Instant;
  return expires > now ? expires : undefined;
}
