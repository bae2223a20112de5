/**
 * What must be so: a monotone combination of acts, and of conditions, readings and unknowns which may be negated.
 * INVARIANT: no `act` or `silence` stands below a `not` (the reader refuses it), so every formula is monotone in the acts.
 */
import type { Act } from './act.ts';
import type { Place } from './fault.ts';

export type Formula =
  | { readonly type: 'always' }
  | { readonly type: 'never' }
  | { readonly type: 'act'; readonly act: Act; readonly place: Place }
  /** A silence procedure: the act is taken as done unless it is refused within the time. */
  | { readonly type: 'silence'; readonly act: Act; readonly within: Duration; readonly place: Place }
  | { readonly type: 'condition'; readonly condition: string; readonly place: Place }
  | {
      readonly type: 'reading';
      readonly reading: string;
      readonly alternative: string;
      readonly place: Place;
    }
  | { readonly type: 'unknown'; readonly unknown: string; readonly place: Place }
  | { readonly type: 'not'; readonly of: Formula }
  | { readonly type: 'allOf'; readonly of: readonly Formula[] }
  | { readonly type: 'anyOf'; readonly of: readonly Formula[] }
  | { readonly type: 'atLeast'; readonly count: number; readonly of: readonly Formula[] }
  | { readonly type: 'weighted'; readonly quota: number; readonly of: readonly Weighted[] };

export interface Weighted {
  /** A whole number, 0 or more. */
  readonly weight: number;
  readonly of: Formula;
}

/** A span of time in whole seconds, from an ISO 8601 duration of weeks, days, hours, minutes and seconds. */
export type Duration = number & { readonly __seconds: true };

export const ALWAYS: Formula = { type: 'always' };
export const NEVER: Formula = { type: 'never' };

/** The direct parts of a formula. */
export function parts(formula: Formula): readonly Formula[] {
  switch (formula.type) {
    case 'not':
      return [formula.of];
    case 'allOf':
    case 'anyOf':
    case 'atLeast':
      return formula.of;
    case 'weighted':
      return formula.of.map((each) => each.of);
    case 'always':
    case 'never':
    case 'act':
    case 'silence':
    case 'condition':
    case 'reading':
    case 'unknown':
      return [];
  }
}

/** Every formula within, itself first. */
export function* within(formula: Formula): Generator<Formula> {
  yield formula;
  for (const part of parts(formula)) yield* within(part);
}

/** The acts that a formula names, in order. */
export function actsIn(formula: Formula): Act[] {
  return [...within(formula)].flatMap((each) =>
    each.type === 'act' || each.type === 'silence' ? [each.act] : [],
  );
}
