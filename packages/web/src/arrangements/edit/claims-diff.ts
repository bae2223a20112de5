/** What an edit does to the claims. */
import type { ClaimResult } from '@foedus/kernel';

export interface ClaimsDiff {
  /** Held before, and no longer. */
  readonly broken: readonly ClaimResult[];
  /** Hold now, and did not before. */
  readonly mended: readonly ClaimResult[];
  /** Hold or fail as before, but what was found is another. */
  readonly otherwise: readonly ClaimResult[];
  /** Fail as before, and by what was found before. */
  readonly failing: readonly ClaimResult[];
  readonly added: readonly ClaimResult[];
  readonly removed: readonly ClaimResult[];
}

function foundIn({ checks }: ClaimResult): string {
  return JSON.stringify(checks.map(({ holds, sentence }) => [holds, sentence.en]));
}

export function claimsDiff(before: readonly ClaimResult[], now: readonly ClaimResult[]): ClaimsDiff {
  const earlier = new Map(before.map((result) => [result.claim.id, result]));
  const kept = new Set(now.map(({ claim }) => claim.id));
  const sorted = Map.groupBy(now, (result): Exclude<keyof ClaimsDiff, 'removed'> | 'same' => {
    const was = earlier.get(result.claim.id);
    if (!was) return 'added';
    if (was.holds !== result.holds) return result.holds ? 'mended' : 'broken';
    if (foundIn(was) !== foundIn(result)) return 'otherwise';
    return result.holds ? 'same' : 'failing';
  });
  const of = (kind: Exclude<keyof ClaimsDiff, 'removed'>): readonly ClaimResult[] => sorted.get(kind) ?? [];
  return {
    broken: of('broken'),
    mended: of('mended'),
    otherwise: of('otherwise'),
    failing: of('failing'),
    added: of('added'),
    removed: before.filter(({ claim }) => !kept.has(claim.id)),
  };
}
