/** Proofs that an entry is in a tree, and that a tree has grown out of another. Source: RFC 6962, section 2.1; RFC 9162, section 2.1. */
import { sameBytes } from '../bytes.ts';
import type { Hash } from '../nominal.ts';
import { EMPTY_ROOT, nodeHash } from './hash.ts';
import { split, type Span } from './span.ts';

/** The spans whose hashes prove that the leaf `index` is in a tree of `size` leaves, from the leaf upwards. `index < size`. */
export function inclusionSpans(index: number, size: number): Span[] {
  const path: Span[] = [];
  let [start, end] = [0, size];
  while (end - start > 1) {
    const middle = start + split(end - start);
    if (index < middle) {
      path.push({ start: middle, end });
      end = middle;
    } else {
      path.push({ start, end: middle });
      start = middle;
    }
  }
  return path.toReversed();
}

/** The spans whose hashes prove that a tree of `size` leaves begins with those of a tree of `older`. `0 <= older <= size`. */
export function consistencySpans(older: number, size: number): Span[] {
  if (older === 0) return [];
  const path: Span[] = [];
  let [start, end] = [0, size];
  while (older < end) {
    const middle = start + split(end - start);
    if (older <= middle) {
      path.push({ start: middle, end });
      end = middle;
    } else {
      path.push({ start, end: middle });
      start = middle;
    }
  }
  // Where the older tree is itself a subtree from the first leaf on, the verifier has its hash.
  if (start > 0) path.push({ start, end });
  return path.toReversed();
}

/** Whether the proof shows that the leaf stands at `index` in the tree of `size` leaves with this root. Source: RFC 9162, 2.1.3.2. */
export function verifyInclusion(
  leaf: Hash,
  index: number,
  size: number,
  proof: readonly Hash[],
  root: Hash,
): boolean {
  if (!isCount(index) || !isCount(size) || index >= size) return false;
  const climb = new Climb(index, size - 1);
  let hash = leaf;
  for (const sibling of proof) {
    if (climb.atTop) return false;
    hash = climb.siblingIsLeft() ? nodeHash(sibling, hash) : nodeHash(hash, sibling);
    climb.up();
  }
  return climb.atTop && sameBytes(hash, root);
}

/** Whether the proof shows that the tree of `size` leaves begins with the leaves of the tree of `older`. Source: RFC 9162, 2.1.4.2. */
export function verifyConsistency(
  older: number,
  size: number,
  olderRoot: Hash,
  root: Hash,
  proof: readonly Hash[],
): boolean {
  if (!isCount(older) || !isCount(size) || older > size) return false;
  if (older === 0) return proof.length === 0 && sameBytes(olderRoot, EMPTY_ROOT);
  if (older === size) return proof.length === 0 && sameBytes(olderRoot, root);
  const climb = new Climb(older - 1, size - 1);
  climb.skipRights();
  // Above a perfect older tree nothing of it is left to prove: its own root is where the path begins.
  const [first, ...rest] = climb.atLeftEdge ? [olderRoot, ...proof] : proof;
  if (first === undefined) return false;
  let [before, after] = [first, first];
  for (const sibling of rest) {
    if (climb.atTop) return false;
    if (climb.siblingIsLeft()) {
      before = nodeHash(sibling, before);
      after = nodeHash(sibling, after);
    } else {
      after = nodeHash(after, sibling);
    }
    climb.up();
  }
  return climb.atTop && sameBytes(before, olderRoot) && sameBytes(after, root);
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

/** The way from a node to the root, beside the way of the tree's last node. */
class Climb {
  #node: number;
  #last: number;

  constructor(node: number, last: number) {
    this.#node = node;
    this.#last = last;
  }

  get atTop(): boolean {
    return this.#last === 0;
  }

  get atLeftEdge(): boolean {
    return this.#node === 0;
  }

  /** Whether the next node of a proof is a left one; a last node without a sibling is first taken up to where it has one. */
  siblingIsLeft(): boolean {
    if (this.#node % 2 === 1) return true;
    if (this.#node !== this.#last) return false;
    while (this.#node % 2 === 0 && this.#node !== 0) this.up();
    return true;
  }

  skipRights(): void {
    while (this.#node % 2 === 1) this.up();
  }

  up(): void {
    this.#node = Math.floor(this.#node / 2);
    this.#last = Math.floor(this.#last / 2);
  }
}
