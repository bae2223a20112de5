/** A whole tree in memory, about 64 bytes a leaf: for those who verify a log or prove things of it. */
import { sameBytes } from '../bytes.ts';
import type { Hash } from '../nominal.ts';
import { nodeHash } from './hash.ts';
import { consistencySpans, inclusionSpans } from './proof.ts';
import { spanHash, type Node } from './span.ts';

export class HashTree {
  /** By height, the hashes of the perfect subtrees from the left. */
  readonly #rows: Hash[][] = [[]];

  get size(): number {
    return this.#rows[0]!.length;
  }

  push(leaf: Hash): void {
    let hash = leaf;
    for (let height = 0; ; height += 1) {
      const row = (this.#rows[height] ??= []);
      row.push(hash);
      if (row.length % 2 === 1) return;
      hash = nodeHash(row.at(-2)!, hash);
    }
  }

  /** The hash of a perfect subtree that is in the tree. */
  readonly hashAt = ({ height, index }: Node): Hash => this.#rows[height]![index]!;

  /** The hashes of the perfect subtrees of a height, from one on up to, and without, another. */
  row(height: number, start: number, end: number): readonly Hash[] {
    return this.#rows[height]?.slice(start, end) ?? [];
  }

  /** The head that the tree had at a size; at most the present one. */
  rootAt(size: number): Hash {
    return spanHash({ start: 0, end: size }, this.hashAt);
  }

  /** Whether the tree continues the one that had this root at this size. */
  continues({ size, root }: { readonly size: number; readonly root: Hash }): boolean {
    return size <= this.size && sameBytes(this.rootAt(size), root);
  }

  /** Proves that a leaf is in the tree as it was at a size. `index < size <= this.size`. */
  inclusion(index: number, size: number): Hash[] {
    return inclusionSpans(index, size).map((span) => spanHash(span, this.hashAt));
  }

  /** Proves that the tree at a size begins with the tree as it was at an older one. `older <= size <= this.size`. */
  consistency(older: number, size: number): Hash[] {
    return consistencySpans(older, size).map((span) => spanHash(span, this.hashAt));
  }
}
