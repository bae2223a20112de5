/** Looking back on exercises: what their records come to. */
import type { exercise } from '@foedus/kernel';
import { pathOfExercise } from './exercises.ts';
import { getJson } from './get.ts';

export interface Reviewed {
  readonly measures: exercise.Measures;
  readonly timeline: readonly exercise.Moment[];
  readonly waits: readonly exercise.Wait[];
}

export function reviewOf(id: string): Promise<Reviewed> {
  return getJson(`${pathOfExercise(id)}/review`);
}

/** What earlier exercises left to be done. */
export interface EarlierAction {
  readonly exercise: string;
  readonly name: exercise.Wording;
  /** The participant as whom one can look there. */
  readonly as: string;
  readonly finding: string;
  readonly rules: readonly string[];
  readonly action: exercise.CorrectiveAction;
}

export async function earlierActions(id: string): Promise<readonly EarlierAction[]> {
  const found = await getJson<{ readonly actions: readonly EarlierAction[] }>(
    `${pathOfExercise(id)}/earlier-actions`,
  );
  return found.actions;
}

/** Of runs of one scenario. */
export function compared(ids: readonly string[]): Promise<exercise.Comparison> {
  return getJson(`/api/v1/exercises/compare?ids=${ids.map(encodeURIComponent).join(',')}`);
}

/** By arrangement. */
export async function rehearsed(): Promise<readonly exercise.Rehearsals[]> {
  const found = await getJson<{ readonly coverage: readonly exercise.Rehearsals[] }>(
    '/api/v1/exercises/coverage',
  );
  return found.coverage;
}
