/** The whole record of an exercise: what all measures are made from. */
import type { Event } from '../../consultation/event.ts';
import type { ExerciseEvent, Exercise } from '../run/model.ts';
import type { Stage } from '../run/stage.ts';

export interface ExerciseRecord {
  readonly stage: Stage;
  readonly state: Exercise;
  readonly events: readonly ExerciseEvent[];
  /** What has happened in each consultation, by the scenario's names for them. */
  readonly records: ReadonlyMap<string, readonly Event[]>;
}
