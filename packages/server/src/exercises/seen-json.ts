/** What is seen of an exercise, as JSON. The list of events is the bulk of it, and from moment to moment nearly all of it is the same. */
import type { exercise } from '@foedus/kernel';

const known = new WeakMap<exercise.Inject, string>();

export function seenJson(seen: exercise.SeenExercise): string {
  const { board, ...rest } = seen;
  if (!board) return JSON.stringify(rest);
  return `${JSON.stringify(rest).slice(0, -1)},"board":[${board.map(rowJson).join()}]}`;
}

function rowJson({ inject, ...state }: exercise.InjectState): string {
  return `${JSON.stringify(state).slice(0, -1)},"inject":${injectJson(inject)}}`;
}

/** INVARIANT: an inject is replaced when it is edited and never changed, so that its text may be kept. */
function injectJson(inject: exercise.Inject): string {
  const before = known.get(inject);
  if (before !== undefined) return before;
  const text = JSON.stringify(inject);
  known.set(inject, text);
  return text;
}
