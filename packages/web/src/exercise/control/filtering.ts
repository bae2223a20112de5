/** Which injects of the list are looked at. */
import type { exercise } from '@foedus/kernel';
import type { KnownScenario } from '../../api/exercises.ts';

export interface Filter {
  readonly part?: string;
  readonly cell?: string;
  readonly state?: string;
  /** Words that all occur in it, however they are written. */
  readonly find?: string;
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** A cell together with its seats. */
export function addressesOf(scenario: Pick<KnownScenario, 'cells'>, cell: string): readonly string[] {
  return [cell, ...(scenario.cells[cell]?.seats ?? [])];
}

export function filtered(
  board: readonly exercise.InjectState[],
  scenario: Pick<KnownScenario, 'cells'>,
  { cell, find = '', part, state }: Filter,
): readonly exercise.InjectState[] {
  const addresses = cell === undefined ? undefined : addressesOf(scenario, cell);
  const wanted = plain(find).split(/\s+/);
  return board.filter(
    ({ inject, state: is }) =>
      (part === undefined || inject.part === part) &&
      (state === undefined || is === state) &&
      (addresses === undefined || inject.to.some((to) => addresses.includes(to))) &&
      (find === '' || contains(inject, wanted)),
  );
}

function contains({ from, id, text, title }: exercise.Inject, wanted: readonly string[]): boolean {
  const whole = plain([id, ...[from, title, text].flatMap((each) => Object.values(each))].join(' '));
  return wanted.every((word) => whole.includes(word));
}

/** What is due next at a known time. */
export function nextDue(board: readonly exercise.InjectState[]): exercise.InjectState | undefined {
  let first: exercise.InjectState | undefined;
  for (const each of board) {
    if (each.state !== 'planned' || each.due === undefined) continue;
    if (first?.due === undefined || each.due < first.due) first = each;
  }
  return first;
}
