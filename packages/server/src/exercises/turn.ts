/** Several commands decided one after the other, each on what those before it have brought about. */
import { exercise, type consultation } from '@foedus/kernel';

type Without<T, K extends string> = T extends unknown ? Omit<T, K> : never;

/** A command without its time, which the server gives. */
export type Timeless = Without<exercise.ExerciseCommand | exercise.Timely, 'at'>;

export type Decided =
  | { readonly ok: true }
  | { readonly ok: false; readonly refusal: exercise.ExerciseRefusal };

/** Of each command what became of it, and the events of all. */
export function decideAll(
  stage: exercise.Stage,
  state: exercise.Exercise,
  commands: readonly Timeless[],
  at: consultation.Instant,
): { readonly decided: readonly Decided[]; readonly events: readonly exercise.ExerciseEvent[] } {
  const events: exercise.ExerciseEvent[] = [];
  let then = state;
  const decided = commands.map((command): Decided => {
    const timed = { ...command, at } as exercise.ExerciseCommand | exercise.Timely;
    const decision = exercise.decide(stage, then, timed);
    if (!decision.ok) return decision;
    for (const event of decision.events) {
      events.push(event);
      then = exercise.evolve(then, event);
    }
    return { ok: true };
  });
  return { decided, events };
}
