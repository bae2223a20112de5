/** What is seen of an exercise, as JSON. The list of events is the bulk of it, and from moment to moment nearly all of it is the same. */
import type { exercise } from '@foedus/kernel';

const known = new WeakMap<exercise.InjectState, string>();

export function seenJson(seen: exercise.SeenExercise): string {
  const { board, ...rest } = seen;
  if (!board) return JSON.stringify(rest);
  return `${JSON.stringify(rest).slice(0, -1)},"board":[${board.map(rowJson).join()}]}`;
}

/** INVARIANT: a state never changes, so that its text may be kept. */
function rowJson(row: exercise.InjectState): string {
  const before = known.get(row);
  if (before !== undefined) return before;
  const text = JSON.stringify(row);
  known.set(row, text);
  return text;
}
