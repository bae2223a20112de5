/** A verdict on an expectation: the program's, or an evaluator's in its place. */
import type { Scenario } from '../scenario/model.ts';
import { isDone } from './behind.ts';
import type { Exercise, Verdict } from './model.ts';
import { set } from './table.ts';

export function decided(
  scenario: Scenario,
  state: Exercise,
  expectation: string,
  verdict: Verdict,
): Exercise {
  return {
    ...state,
    open: state.open.filter((each) => each.expectation !== expectation),
    verdicts: set(state.verdicts, expectation, verdict),
    behind: isDone(scenario, state, expectation),
  };
}
