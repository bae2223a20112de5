import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { concat, sameBytes, utf8 } from '../bytes.ts';
import { leafHash } from './hash.ts';
import { HashTree } from './hash-tree.ts';
import { tilePath, tileWidth } from './tile.ts';
import { EMPTY_TREE, grow, restore, rootOf } from './tree.ts';

const LEAVES = Array.from({ length: 70_000 }, (_, i) => leafHash(utf8(String(i))));
const whole = new HashTree();
LEAVES.forEach((leaf) => whole.push(leaf));

/** Grows a tree in batches that end at the given sizes; the tiles, by path. */
function grown(sizes: readonly number[]) {
  const files = new Map<string, readonly Uint8Array[]>();
  let tree = EMPTY_TREE;
  for (const size of sizes) {
    const step = grow(tree, LEAVES.slice(tree.size, size));
    for (const tile of step.tiles) files.set(tilePath({ ...tile, width: tile.hashes.length }), tile.hashes);
    tree = step.tree;
  }
  return { tree, files };
}

test('a tree that grows has the head of the whole tree at every size', () => {
  let tree = EMPTY_TREE;
  for (let size = 0; size <= 1030; size += 1) {
    expect(rootOf(tree)).toEqual(whole.rootAt(size));
    tree = grow(tree, [LEAVES[size]!]).tree;
  }
});

test('a tree of 70,000 leaves has the tiles of the specification’s example', () => {
  const { tree, files } = grown([70_000]);
  expect(rootOf(tree)).toEqual(whole.rootAt(70_000));
  const widths = (level: number) =>
    [...files].filter(([path]) => path.startsWith(`tile/${level}/`)).map(([, hashes]) => hashes.length);
  expect(widths(0)).toEqual([...Array.from({ length: 273 }, () => 256), 112]);
  expect(widths(1)).toEqual([256, 17]);
  expect(widths(2)).toEqual([1]);
  expect(files.size).toBe(274 + 2 + 1);
});

test('however it is batched, the tiles of its size are there and hold its hashes; the tree can be restored from its edge', () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 70_000 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(sizes, (unsorted) => {
      const { tree, files } = grown(unsorted.toSorted((a, b) => a - b));
      for (let level = 0; tileWidth(tree.size, level, 0) > 0; level += 1) {
        for (let index = 0; tileWidth(tree.size, level, index) > 0; index += 1) {
          const width = tileWidth(tree.size, level, index);
          const path = tilePath({ level, index, width });
          const hashes = whole.row(8 * level, 256 * index, 256 * index + width);
          if (!sameBytes(concat(...(files.get(path) ?? [])), concat(...hashes))) expect.fail(path);
        }
      }
      expect(rootOf(restore(tree.size, tree.edge)!)).toEqual(whole.rootAt(tree.size));
    }),
    { numRuns: 12 },
  );
});

test('a tree is not restored from an edge of another size', () => {
  const { tree } = grown([300]);
  expect(restore(300, tree.edge)).toEqual(tree);
  expect(restore(301, tree.edge)).toBeUndefined();
  expect(restore(70_000, tree.edge)).toBeUndefined();
});
