/** The acts that a formula asks for. */
import type { Act } from '../arrangement/act.ts';
import { parts, type Formula } from '../arrangement/formula.ts';

/** `needed`: it can not do without the act. `sometimes`: another way, or another reading, does without. */
export type Need = 'needed' | 'sometimes';

/** Each act of a formula, as often as it occurs; `need`: how the formula itself is needed. */
export function* needsOf(formula: Formula, need: Need = 'needed'): Generator<readonly [Act, Need]> {
  if (formula.type === 'act' || formula.type === 'silence') yield [formula.act, need];
  const choice = formula.type !== 'allOf' && parts(formula).length > 1;
  for (const part of parts(formula)) yield* needsOf(part, choice ? 'sometimes' : need);
}
