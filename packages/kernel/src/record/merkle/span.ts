/** Stretches of leaves and the perfect subtrees that they are made of. Sizes may pass 2^32, so nothing here shifts bits. */
import { foldRoots } from './hash.ts';
import type { Hash } from '../nominal.ts';

/** The perfect subtree over the leaves from `index * 2 ** height` up to, and without, `(index + 1) * 2 ** height`. */
export interface Node {
  readonly height: number;
  readonly index: number;
}

/** The leaves from `start` up to, and without, `end`: a subtree as RFC 6962 divides trees, not any stretch. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Looks up the hash of a perfect subtree. */
export type HashAt = (node: Node) => Hash;

/** The greatest height of a perfect tree that has at most so many leaves (at least 1). */
export function heightWithin(leaves: number): number {
  let height = 0;
  while (2 ** (height + 1) <= leaves) height += 1;
  return height;
}

/** Where RFC 6962 divides a tree of two leaves or more: the largest power of two below its size. */
export function split(leaves: number): number {
  return 2 ** heightWithin(leaves - 1);
}

/** The perfect subtrees of a span, the largest first. */
export function nodesOf({ start, end }: Span): Node[] {
  const nodes: Node[] = [];
  for (let at = start; at < end;) {
    const height = heightWithin(end - at);
    nodes.push({ height, index: at / 2 ** height });
    at += 2 ** height;
  }
  return nodes;
}

/** The hash of a span: MTH(D[start:end]) of RFC 6962. */
export function spanHash(span: Span, hashAt: HashAt): Hash {
  return foldRoots(nodesOf(span).map(hashAt));
}
