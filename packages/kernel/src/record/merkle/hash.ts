/** The hashes of a Merkle tree. Source: RFC 6962, section 2.1. */
import { sha256 } from '@noble/hashes/sha2.js';
import type { Hash } from '../nominal.ts';

export function sha(bytes: Uint8Array): Hash {
  return sha256(bytes) as Uint8Array as Hash;
}

/** The head of a tree without leaves. */
export const EMPTY_ROOT: Hash = sha(new Uint8Array());

/** SHA-256(0x00 || entry): the leading byte keeps a leaf from passing as an inner node. */
export function leafHash(entry: Uint8Array): Hash {
  const bytes = new Uint8Array(entry.length + 1);
  bytes.set(entry, 1);
  return sha(bytes);
}

/** SHA-256(0x01 || left || right). */
export function nodeHash(left: Hash, right: Hash): Hash {
  const bytes = new Uint8Array(65);
  bytes[0] = 1;
  bytes.set(left, 1);
  bytes.set(right, 33);
  return sha(bytes);
}

/** The head of a tree from the heads of its perfect subtrees, the largest first. */
export function foldRoots(roots: readonly Hash[]): Hash {
  if (roots.length === 0) return EMPTY_ROOT;
  return roots.reduceRight((right, left) => nodeHash(left, right));
}
