/** Fixing variables, quantifying over them, and turning a function upside down. All by level. */
import { OPERATION, not, type Algebra } from './algebra.ts';
import { UNKNOWN } from './cache.ts';
import { NO, YES, type Ref } from './nodes.ts';

/** A level and the value that its variable has there. */
export type Literal = readonly [level: number, value: boolean];

/** The conjunction of literals, which names a set of variables (or their values) as one reference, fit for a cache key. */
export function cube(algebra: Algebra, literals: readonly Literal[]): Ref {
  return literals
    .toSorted(([a], [b]) => b - a)
    .reduce<Ref>((rest, [level, value]) => algebra.node(level, value ? rest : NO, value ? NO : rest), YES);
}

/** `f` with the literals of `fixed`, a cube, taken as given. */
export function restrict(algebra: Algebra, f: Ref, fixed: Ref): Ref {
  const level = algebra.level(f);
  let rest = fixed;
  while (algebra.level(rest) < level) rest = remainder(algebra, rest);
  if (rest === YES || f <= NO) return f;
  const known = algebra.cache.find(f, rest, OPERATION.restrict);
  if (known !== UNKNOWN) return known as Ref;
  algebra.step();
  let result: Ref;
  if (algebra.level(rest) === level) {
    const chosen = algebra.high(rest) === NO ? algebra.low(f) : algebra.high(f);
    result = restrict(algebra, chosen, remainder(algebra, rest));
  } else {
    const high = restrict(algebra, algebra.high(f), rest);
    result = algebra.node(level, high, restrict(algebra, algebra.low(f), rest));
  }
  algebra.cache.keep(f, rest, OPERATION.restrict, result);
  return result;
}

function remainder(algebra: Algebra, of: Ref): Ref {
  const high = algebra.high(of);
  return high === NO ? algebra.low(of) : high;
}

/** Whether `f` holds for some values of the variables of `over`, a cube of positive literals. */
export function exists(algebra: Algebra, f: Ref, over: Ref): Ref {
  const level = algebra.level(f);
  let rest = over;
  while (algebra.level(rest) < level) rest = algebra.high(rest);
  if (rest === YES || f <= NO) return f;
  const known = algebra.cache.find(f, rest, OPERATION.exists);
  if (known !== UNKNOWN) return known as Ref;
  algebra.step();
  const quantified = algebra.level(rest) === level;
  const below = quantified ? algebra.high(rest) : rest;
  const high = exists(algebra, algebra.high(f), below);
  let result: Ref;
  if (quantified) result = high === YES ? YES : algebra.or(high, exists(algebra, algebra.low(f), below));
  else result = algebra.node(level, high, exists(algebra, algebra.low(f), below));
  algebra.cache.keep(f, rest, OPERATION.exists, result);
  return result;
}

/** `f` of the opposite values: f(not x). */
export function mirror(algebra: Algebra, f: Ref): Ref {
  if (f <= NO) return f;
  if ((f & 1) === 1) return not(mirror(algebra, not(f)));
  const known = algebra.cache.find(f, UNKNOWN, OPERATION.mirror);
  if (known !== UNKNOWN) return known as Ref;
  algebra.step();
  const high = mirror(algebra, algebra.low(f));
  const result = algebra.node(algebra.level(f), high, mirror(algebra, algebra.high(f)));
  algebra.cache.keep(f, UNKNOWN, OPERATION.mirror, result);
  return result;
}
