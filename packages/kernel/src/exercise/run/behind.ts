/** Which cells are behind: what each has not said that it received, and what it has not done yet. Kept up from event to event. */
import type { Inject, Scenario } from '../scenario/model.ts';
import type { Behind, Exercise, Participant } from './model.ts';
import { speaksFor } from './roles.ts';
import { cellOf } from './stage.ts';

/** The cells that an inject is sent to, each once. */
export function cellsOf(scenario: Scenario, { to }: Pick<Inject, 'to'>): readonly string[] {
  return [...new Set(to.flatMap((target) => cellOf(scenario, target) ?? []))];
}

/** After an inject was sent. */
export function awaits(scenario: Scenario, state: Exercise, inject: Inject): Exercise['behind'] {
  const open = inject.expected.flatMap(({ id }) => (state.verdicts.has(id) ? [] : [id]));
  return changed(state, cellsOf(scenario, inject), (behind) => ({
    ...behind,
    unacknowledged: [...behind.unacknowledged, inject.id],
    awaited: [...behind.awaited, ...open],
  }));
}

/** After somebody said that an inject was received: his cell is done with it when each of its addressees in the cell has said so. */
export function acknowledged(
  scenario: Scenario,
  state: Exercise,
  cell: string,
  id: string,
): Exercise['behind'] {
  const { acknowledged: said, inject } = state.injects.get(id)!;
  const speakers = said.flatMap(({ by }) => state.participants.get(by) ?? []);
  const mine = inject.to.filter((target) => cellOf(scenario, target) === cell);
  return mine.every((target) => saidBy(speakers, target))
    ? changed(state, [cell], (behind) => ({
        ...behind,
        unacknowledged: behind.unacknowledged.filter((each) => each !== id),
      }))
    : state.behind;
}

/** After a verdict. */
export function isDone(scenario: Scenario, state: Exercise, expectation: string): Exercise['behind'] {
  const inject = state.injects.get(state.expectations.get(expectation)!);
  return changed(state, inject ? cellsOf(scenario, inject.inject) : [], (behind) => ({
    ...behind,
    awaited: behind.awaited.filter((each) => each !== expectation),
  }));
}

function saidBy(speakers: readonly Participant[], target: string): boolean {
  return speakers.some((each) => speaksFor(each, target));
}

function changed(
  { behind }: Exercise,
  cells: readonly string[],
  change: (behind: Behind) => Behind,
): Exercise['behind'] {
  if (cells.length === 0) return behind;
  const next = new Map(behind);
  for (const cell of cells) next.set(cell, change(next.get(cell)!));
  return next;
}
