/** The whole record of an exercise: what its measures and documents are made from. */
import type { exercise } from '@foedus/kernel';
import type { RunExercise } from './exercise.ts';

export function recordOf({ cases, events, stage, state }: RunExercise): exercise.ExerciseRecord {
  return { stage, state, events, records: new Map([...cases].map(([name, each]) => [name, each.events])) };
}
