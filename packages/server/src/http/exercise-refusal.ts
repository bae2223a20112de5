/** The refusal of a command to an exercise as a problem of the API. */
import { catalogue, exercise } from '@foedus/kernel';
import { Problem, PROBLEM_MESSAGES } from './problem.ts';

const say = catalogue(PROBLEM_MESSAGES);

export function exerciseRefusal(refused: exercise.ExerciseRefusal): Problem {
  return new Problem({
    status: 422,
    code: refused.code,
    title: exercise.explainRefusal(refused),
    expected: say('exercise-refused.expected'),
    todo: say('exercise-refused.todo'),
    more: { refusal: refused },
  });
}
