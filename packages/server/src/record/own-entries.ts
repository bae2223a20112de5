/** Entries that this process sealed, so that it need not verify its own signatures when it publishes them. */
import type { record } from '@foedus/kernel';

/** More than are sealed between two publications; of one that is forgotten the signature is verified. */
const MOST = 10_000;

export class OwnEntries {
  /** By their leaf hashes, which are of the very bytes that were signed. */
  readonly #leaves = new Set<string>();

  add(leaf: record.Hash): void {
    if (this.#leaves.size >= MOST) this.#leaves.clear();
    this.#leaves.add(named(leaf));
  }

  /** Whether an entry was sealed here; told once, because an entry is published once. */
  take(leaf: record.Hash): boolean {
    return this.#leaves.delete(named(leaf));
  }
}

function named(leaf: record.Hash): string {
  return Buffer.from(leaf).toString('base64');
}
