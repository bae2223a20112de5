/** Whether somebody may take part so. */
import type { Exercise, Participant } from './model.ts';
import { refuse, type ExerciseRefusal } from './refusal.ts';
import type { Stage } from './stage.ts';

/**
 * A cell and a seat are those of the scenario. What somebody was when he said something stays so: who takes part in another role or seat
 * is admitted anew.
 */
export function refusePart(
  { scenario }: Stage,
  { participants }: Exercise,
  { cell, controller, id, role, seat }: Participant,
): ExerciseRefusal | undefined {
  const plays = role === 'player' || role === 'role-player';
  const played = cell === undefined ? undefined : scenario.cells.get(cell);
  if (plays ? !played : cell !== undefined) return refuse('unknown-cell', cell ?? '');
  if (seat !== undefined && !played?.seats.includes(seat)) return refuse('unknown-seat', seat);
  if (controller !== undefined && !(role === 'controller' && scenario.controllers.has(controller)))
    return refuse('unknown-controller', controller);
  const before = participants.get(id);
  const same =
    !before ||
    (before.role === role &&
      before.cell === cell &&
      before.seat === seat &&
      before.controller === controller);
  return same ? undefined : refuse('other-part', id);
}
