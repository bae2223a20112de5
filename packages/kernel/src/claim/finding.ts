/** What a check comes to, before anybody asks for it in words. */
import { describeRefusal } from '../authority/ask.ts';
import type { Refusal } from '../authority/question.ts';
import type { Text } from '../text/lang.ts';
import type { RuleAt } from './world.ts';

export interface Finding {
  readonly holds: boolean;
  /** Everything that it rests on. */
  readonly grounds: readonly RuleAt[];
  /** Why it could not be decided; then it does not hold. */
  readonly refusal?: Refusal;
  /** The sentence that says what was found. A function, because the many checks of mutants are never read. */
  readonly tell: () => Text;
}

/** A check that could not be decided: it does not hold. */
export function refused(refusal: Refusal): Finding {
  return { holds: false, grounds: [], refusal, tell: () => describeRefusal(refusal) };
}
