/**
 * What a formula is reckoned in. A formula without negation of acts means the same in every algebra of this kind: in truth
 * values it says whether it holds, in ways it says what would make it hold.
 */
import { showAct, type Act } from '../arrangement/act.ts';
import type { Way as BodyWay } from '../arrangement/model.ts';

export interface Algebra<T> {
  readonly none: T;
  readonly sure: T;
  and(left: T, right: T): T;
  or(left: T, right: T): T;
}

export const TRUTH: Algebra<boolean> = {
  none: false,
  sure: true,
  and: (left, right) => left && right,
  or: (left, right) => left || right,
};

/** Acts still to be done, each after those it needs. */
export type Way = readonly Act[];

/** How many ways are followed at once; beyond, the longest are dropped. What is kept is sound, and the shortest is among it in all but contrived cases. */
const FOLLOWED = 48;

/** Minimal ways, shortest first. None: it can not be brought about. The empty way alone: it is so already. */
export const WAYS: Algebra<readonly Way[]> = {
  none: [],
  sure: [[]],
  and: (left, right) => minimal(left.flatMap((first) => right.map((then) => joined(first, then)))),
  or: (left, right) => minimal([...left, ...right]),
};

function joined(first: Way, then: Way): Way {
  const done = new Set(first.map(showAct));
  return [...first, ...then.filter((act) => !done.has(showAct(act)))];
}

function minimal(ways: readonly Way[]): readonly Way[] {
  const kept: { way: Way; acts: ReadonlySet<string> }[] = [];
  for (const way of ways.toSorted((a, b) => a.length - b.length)) {
    const acts = new Set(way.map(showAct));
    if (!kept.some((other) => other.acts.isSubsetOf(acts))) kept.push({ way, acts });
    if (kept.length === FOLLOWED) break;
  }
  return kept.map(({ way }) => way);
}

export function all<T>(algebra: Algebra<T>, of: readonly T[]): T {
  return of.reduce((left, right) => algebra.and(left, right), algebra.sure);
}

export function any<T>(algebra: Algebra<T>, of: readonly T[]): T {
  return of.reduce((left, right) => algebra.or(left, right), algebra.none);
}

/** That the weights of those that hold reach the quota. */
export function reaching<T>(
  algebra: Algebra<T>,
  quota: number,
  of: readonly { readonly weight: number; readonly is: T }[],
): T {
  // reached[n]: what it takes to reach n with those seen so far.
  let reached = Array.from({ length: Math.max(0, quota) + 1 }, (_, n) =>
    n === 0 ? algebra.sure : algebra.none,
  );
  for (const { weight, is } of of) {
    reached = reached.map((before, n) =>
      n === 0 || weight === 0
        ? before
        : algebra.or(before, algebra.and(reached[Math.max(0, n - weight)]!, is)),
    );
  }
  return reached.at(-1)!;
}

export function atLeast<T>(algebra: Algebra<T>, count: number, of: readonly T[]): T {
  return reaching(
    algebra,
    count,
    of.map((is) => ({ weight: 1, is })),
  );
}

/** How the members of a body act for it; `takesPart`: of each member that it has on the day, whether it does. */
export function inWay<T>(algebra: Algebra<T>, way: BodyWay, takesPart: ReadonlyMap<string, T>): T {
  const each = [...takesPart.values()];
  const of = (member: string): readonly { readonly is: T }[] =>
    takesPart.has(member) ? [{ is: takesPart.get(member)! }] : [];
  switch (way.type) {
    case 'none':
    case 'consensus':
      return all(algebra, each);
    case 'majority':
      return atLeast(algebra, Math.floor(each.length / 2) + 1, each);
    case 'atLeast': {
      const vetoes = way.veto.flatMap(of).map(({ is }) => is);
      return all(algebra, [atLeast(algebra, way.count, each), ...vetoes]);
    }
    case 'weighted': {
      const weighed = way.weights.flatMap(({ member, weight }) =>
        of(member).map(({ is }) => ({ weight, is })),
      );
      return all(algebra, [
        reaching(algebra, way.quota, weighed),
        atLeast(algebra, way.alsoAtLeast ?? 0, each),
      ]);
    }
  }
}
