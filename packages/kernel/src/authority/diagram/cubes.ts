/** The paths of a diagram that lead to `yes`, one at a time. */
import type { Graph } from './graph.ts';
import { NO, YES } from './nodes.ts';
import type { Literal } from './quantify.ts';

/** The literals on each path to `yes`, top first. Two paths never overlap, and all together are the function. */
export function* cubesOf({ root, level, high, low }: Graph): Generator<readonly Literal[]> {
  const open: { ref: number; depth: number; literal?: Literal }[] = [{ ref: root, depth: 0 }];
  let path: Literal[] = [];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { ref, depth, literal } = next;
    if (literal !== undefined) path = [...path.slice(0, depth - 1), literal];
    if (ref === YES) yield path;
    if (ref <= NO) continue;
    const node = ref >> 1;
    const at = level[node]!;
    open.push({ ref: low[node]! ^ (ref & 1), depth: depth + 1, literal: [at, false] });
    open.push({ ref: high[node]! ^ (ref & 1), depth: depth + 1, literal: [at, true] });
  }
}
