/** What stands on the record of an exercise's consultations, for whoever judges: all of it, at a moment. */
import type { consultation, exercise } from '@foedus/kernel';
import { pathOfExercise } from '../../api/exercises.ts';
import { getJson } from '../../api/get.ts';

/** A consultation as it stood; tables that JSON has no form for are not in it. */
export type Stood = Pick<
  consultation.Consultation,
  'phase' | 'entries' | 'effected' | 'missed' | 'absent' | 'cut' | 'now'
>;

/** What there was to see. */
export interface Moment {
  readonly elapsed: number;
  readonly seen: exercise.SeenExercise;
  /** By the scenario's names for them. */
  readonly cases: Readonly<Record<string, Stood>>;
}

export function momentOf(id: string, as: string, elapsed: number): Promise<Moment> {
  return getJson(`${pathOfExercise(id)}/at/${Math.floor(elapsed)}?as=${encodeURIComponent(as)}`);
}
