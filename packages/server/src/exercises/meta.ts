/** What is known of an exercise besides its events: cell `exercise/<id>`. Its events are the stream of the same name. */
import type { exercise } from '@foedus/kernel';
import type { Name } from '../store/store.ts';

/** 16 random characters that are safe in an address. */
export type ExerciseId = string & { readonly __exerciseId: true };

export interface ExerciseMeta {
  readonly id: ExerciseId;
  /** The id of the scenario, and the hash of its files as they were when the exercise was made. */
  readonly scenario: string;
  readonly hash: string;
  /** The same of its arrangement. */
  readonly arrangement: string;
  readonly arrangementHash: string;
  readonly name: exercise.Wording;
  /** The account that made it. */
  readonly by: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly phase: exercise.Exercise['phase'];
}

const ID = /^[A-Za-z0-9_-]{16}$/;

export function isExerciseId(text: string): text is ExerciseId {
  return ID.test(text);
}

/** From 12 random bytes. */
export function exerciseIdFrom(bytes: Uint8Array): ExerciseId {
  return Buffer.from(bytes).toString('base64url') as ExerciseId;
}

export const EXERCISES = 'exercise/';

/** Both the cell and the stream of an exercise. */
export function nameOfExercise(id: ExerciseId): Name {
  return `${EXERCISES}${id}`;
}

/** When a process was last known to run it. */
export function nameOfPulse(id: ExerciseId): Name {
  return `exercise-pulse/${id}`;
}

/** Of how many of its events what they entail was done in its cases. */
export function nameOfOrders(id: ExerciseId): Name {
  return `exercise-orders/${id}`;
}
