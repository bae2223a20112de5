import { describe, expect, test } from 'vitest';
import { concat, sameBytes, utf8 } from '../bytes.ts';
import type { Hash } from '../nominal.ts';
import { EMPTY_ROOT, leafHash, nodeHash } from './hash.ts';
import { HashTree } from './hash-tree.ts';
import { consistencySpans, inclusionSpans, verifyConsistency, verifyInclusion } from './proof.ts';

/** RFC 6962, section 2.1, word for word: MTH, PATH and SUBPROOF. Subtrees are remembered, for speed alone. */
const LIMIT = 300;
const LEAVES = Array.from({ length: LIMIT }, (_, i) => leafHash(utf8(`entry ${i}`)));
const known = new Map<string, Hash>();
function mth(start: number, end: number): Hash {
  if (start === end) return EMPTY_ROOT;
  if (end - start === 1) return LEAVES[start]!;
  const place = `${start}-${end}`;
  const hash =
    known.get(place) ?? nodeHash(mth(start, start + k(end - start)), mth(start + k(end - start), end));
  known.set(place, hash);
  return hash;
}
function k(n: number): number {
  let power = 1;
  while (power * 2 < n) power *= 2;
  return power;
}
function path(m: number, start: number, end: number): Hash[] {
  if (end - start === 1) return [];
  const middle = start + k(end - start);
  return m < middle - start
    ? [...path(m, start, middle), mth(middle, end)]
    : [...path(m - (middle - start), middle, end), mth(start, middle)];
}
function subproof(m: number, start: number, end: number, whole: boolean): Hash[] {
  if (m === end - start) return whole ? [] : [mth(start, end)];
  const middle = start + k(end - start);
  return m <= middle - start
    ? [...subproof(m, start, middle, whole), mth(middle, end)]
    : [...subproof(m - (middle - start), middle, end, false), mth(start, middle)];
}

const tree = new HashTree();
LEAVES.forEach((leaf) => tree.push(leaf));
const flipped = (hash: Hash): Hash => hash.map((byte, i) => (i === 0 ? byte ^ 1 : byte)) as Hash;

describe(`for all sizes up to ${LIMIT}`, () => {
  test('heads are those of RFC 6962', () => {
    for (let size = 0; size <= LIMIT; size += 1) expect(tree.rootAt(size)).toEqual(mth(0, size));
  });

  test('inclusion proofs of every leaf are those of RFC 6962, and verify', () => {
    for (let size = 1; size <= LIMIT; size += 1) {
      for (let index = 0; index < size; index += 1) {
        const proof = tree.inclusion(index, size);
        const naive = path(index, 0, size);
        if (!sameBytes(concat(...proof), concat(...naive))) expect(proof).toEqual(naive);
        if (!verifyInclusion(LEAVES[index]!, index, size, proof, mth(0, size)))
          expect.fail(`${index} in ${size}`);
      }
    }
    expect(tree.inclusion(LIMIT - 1, LIMIT).length).toBeGreaterThan(0);
  });

  test('consistency proofs between any two are those of RFC 6962, and verify', () => {
    for (let size = 1; size <= LIMIT; size += 1) {
      for (let older = 1; older <= size; older += 1) {
        const proof = tree.consistency(older, size);
        const naive = subproof(older, 0, size, true);
        if (!sameBytes(concat(...proof), concat(...naive))) expect(proof).toEqual(naive);
        if (!verifyConsistency(older, size, mth(0, older), mth(0, size), proof))
          expect.fail(`${older} in ${size}`);
      }
    }
    expect(tree.consistency(1, LIMIT).length).toBeGreaterThan(0);
  });
});

describe('what is not so does not verify', () => {
  const sizes = [1, 2, 3, 4, 5, 7, 8, 11, 16, 31, 33, 64];

  test('another leaf, place, size or root, a changed, longer or shorter proof: not included', () => {
    for (const size of sizes) {
      const root = mth(0, size);
      for (let index = 0; index < size; index += 1) {
        const [leaf, proof] = [LEAVES[index]!, tree.inclusion(index, size)];
        const claims: [Hash, number, number, Hash[], Hash][] = [
          [flipped(leaf), index, size, proof, root],
          [leaf, index, size, proof, flipped(root)],
          [leaf, index, size, [...proof, leaf], root],
          [leaf, size, size, proof, root],
          [leaf, -1, size, proof, root],
          [leaf, index + 0.5, size, proof, root],
          ...proof.map((_, i): [Hash, number, number, Hash[], Hash] => [
            leaf,
            index,
            size,
            proof.toSpliced(i, 1),
            root,
          ]),
          ...proof.map((hash, i): [Hash, number, number, Hash[], Hash] => [
            leaf,
            index,
            size,
            proof.with(i, flipped(hash)),
            root,
          ]),
          ...Array.from({ length: size }, (_, i) => i)
            .filter((other) => other !== index)
            .map((other): [Hash, number, number, Hash[], Hash] => [leaf, other, size, proof, root]),
        ];
        expect(claims.filter((claim) => verifyInclusion(...claim))).toEqual([]);
      }
    }
  });

  test('another head, a changed, longer or shorter proof, a smaller tree: not consistent', () => {
    for (const size of sizes) {
      const root = mth(0, size);
      for (let older = 1; older <= size; older += 1) {
        const [before, proof] = [mth(0, older), tree.consistency(older, size)];
        const claims: [number, number, Hash, Hash, Hash[]][] = [
          [older, size, flipped(before), root, proof],
          [older, size, before, flipped(root), proof],
          [older, size, before, root, [...proof, before]],
          [size + 1, size, before, root, proof],
          [older, 4 * size, before, root, proof],
          ...proof.map((_, i): [number, number, Hash, Hash, Hash[]] => [
            older,
            size,
            before,
            root,
            proof.toSpliced(i, 1),
          ]),
          ...proof.map((hash, i): [number, number, Hash, Hash, Hash[]] => [
            older,
            size,
            before,
            root,
            proof.with(i, flipped(hash)),
          ]),
        ];
        expect(claims.filter((claim) => verifyConsistency(...claim))).toEqual([]);
      }
    }
  });

  test('nothing is consistent with an empty tree but its own head', () => {
    expect(verifyConsistency(0, 3, EMPTY_ROOT, mth(0, 3), [])).toBe(true);
    expect(verifyConsistency(0, 3, mth(0, 1), mth(0, 3), [])).toBe(false);
    expect(verifyConsistency(0, 3, EMPTY_ROOT, mth(0, 3), [mth(0, 1)])).toBe(false);
  });
});

test('a tree of more than 2^32 leaves is divided alike', () => {
  const size = 2 ** 40 + 3;
  expect(inclusionSpans(2 ** 40 + 1, size)).toEqual([
    { start: 2 ** 40, end: 2 ** 40 + 1 },
    { start: 2 ** 40 + 2, end: size },
    { start: 0, end: 2 ** 40 },
  ]);
  expect(consistencySpans(2 ** 40, size)).toEqual([{ start: 2 ** 40, end: size }]);
});

test('a single leaf is RFC 6962’s published example', () => {
  const bytes = (hash: Hash): string => Buffer.from(hash).toString('hex');
  // Of Certificate Transparency's reference tests: the head of no leaf, and of one that is empty.
  expect(bytes(EMPTY_ROOT)).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(bytes(leafHash(new Uint8Array()))).toBe(
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  );
});
