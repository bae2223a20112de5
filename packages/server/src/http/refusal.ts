/** The kernel's refusal of a command as a problem of the API. */
import { catalogue, consultation, type Arrangement } from '@foedus/kernel';
import { Problem, PROBLEM_MESSAGES } from './problem.ts';

const say = catalogue(PROBLEM_MESSAGES);

export function refusal(arrangement: Arrangement, refused: consultation.Refusal): Problem {
  return new Problem({
    status: 422,
    code: refused.code,
    title: consultation.explain(arrangement, refused),
    expected: say('refused.expected'),
    todo: say('refused.todo'),
    more: { refusal: refused },
  });
}
