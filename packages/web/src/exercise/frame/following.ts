/** How an exercise is followed by one who takes part. */
import { exercise } from '@foedus/kernel';
import type { ShownExercise } from '../../api/exercises.ts';
import type { Followable } from '../../live/follow.ts';

/** Who comes back after a while is told the whole, as one update; so no whole is older than what is shown. */
export function seenAt(path: string): Followable<ShownExercise> {
  return {
    whole: path,
    updates: `${path}/updates`,
    withUpdate: (shown, update, cursor) => ({
      ...exercise.applySeen(shown, update as exercise.SeenUpdate),
      cursor,
      at: shown.at,
    }),
    refetch: false,
    isOlder: () => false,
    givenAt: ({ at }) => at,
  };
}
