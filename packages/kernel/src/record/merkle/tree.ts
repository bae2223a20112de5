/** A tree that grows: of what is already in it, only the right edge is kept, which is all that the next leaf needs. */
import type { Hash } from '../nominal.ts';
import { foldRoots, nodeHash } from './hash.ts';
import { nodesOf } from './span.ts';
import { TILE_HEIGHT, TILE_WIDTH, type Tile } from './tile.ts';

/** `size` leaves. INVARIANT: `edge[level].length` is `floor(size / 256 ** level) % 256`, and `roots` follow from `edge`. */
export interface Tree {
  readonly size: number;
  /** The heads of the perfect subtrees, the largest first: one for each 1 of the size in binary. */
  readonly roots: readonly Hash[];
  /** By level, the hashes of the tile that is not yet full. */
  readonly edge: readonly (readonly Hash[])[];
}

export const EMPTY_TREE: Tree = { size: 0, roots: [], edge: [] };

/** RFC 6962's tree head. */
export function rootOf(tree: Tree): Hash {
  return foldRoots(tree.roots);
}

/** The tree with more leaves, and the tiles to write: those that became full and those of the new right edge. */
export function grow(tree: Tree, leaves: readonly Hash[]): { readonly tree: Tree; readonly tiles: Tile[] } {
  const roots = [...tree.roots];
  const edge = tree.edge.map((hashes) => [...hashes]);
  const tiles: Tile[] = [];
  const touched = new Set<number>();
  let size = tree.size;

  const keep = (level: number, hash: Hash): void => {
    const hashes = (edge[level] ??= []);
    hashes.push(hash);
    touched.add(level);
    if (hashes.length < TILE_WIDTH) return;
    tiles.push({ level, index: Math.floor(size / TILE_WIDTH ** (level + 1)), hashes });
    edge[level] = [];
  };

  for (const leaf of leaves) {
    keep(0, leaf);
    let hash = leaf;
    // As in a binary counter: each 1 at the end of the size is a subtree that the new one completes to one of twice its size.
    for (let height = 1, count = size; count % 2 === 1; height += 1, count = (count - 1) / 2) {
      hash = nodeHash(roots.pop()!, hash);
      if (height % TILE_HEIGHT === 0) keep(height / TILE_HEIGHT, hash);
    }
    roots.push(hash);
    size += 1;
  }

  for (const level of touched) {
    const hashes = edge[level]!;
    const index = Math.floor(size / TILE_WIDTH ** (level + 1));
    if (hashes.length > 0) tiles.push({ level, index, hashes });
  }
  return { tree: { size, roots, edge }, tiles };
}

/** The tree again from its size and the tiles of its right edge, by level. `undefined` when they are not as many as the size says. */
export function restore(size: number, edge: readonly (readonly Hash[])[]): Tree | undefined {
  const widths = edgeWidths(size);
  if (widths.length !== edge.length || widths.some((width, level) => edge[level]!.length !== width))
    return undefined;
  const roots = edge.toReversed().flatMap((hashes) => {
    const within = (start: number, end: number): Hash => {
      if (end - start === 1) return hashes[start]!;
      const middle = (start + end) / 2;
      return nodeHash(within(start, middle), within(middle, end));
    };
    return nodesOf({ start: 0, end: hashes.length }).map(({ height, index }) =>
      within(index * 2 ** height, (index + 1) * 2 ** height),
    );
  });
  return { size, roots, edge };
}

/** By level, how many hashes stand in the tile that is not yet full: the digits of the size in base 256. */
export function edgeWidths(size: number): number[] {
  const widths: number[] = [];
  for (let left = size; left > 0; left = Math.floor(left / TILE_WIDTH)) widths.push(left % TILE_WIDTH);
  return widths;
}
