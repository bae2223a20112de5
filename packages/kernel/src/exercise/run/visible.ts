/** What of an exercise reaches whom. What nobody was granted, nobody sees. */
import { holdsOn } from '../../arrangement/date.ts';
import { namedActs } from '../../authority/universe.ts';
import { seating } from '../../consultation/seating.ts';
import { CONTROL } from '../scenario/read/words.ts';
import type { Exercise, InjectState, Message, Participant } from './model.ts';
import { isOfControl, reaches, viewerName, viewerOf } from './roles.ts';
import type { ExerciseViewer } from './seen.ts';
import type { Stage } from './stage.ts';

/** An inject that was sent: players see what was sent to their cell or seat. */
export function seesInject({ inject, state }: InjectState, viewer: ExerciseViewer): boolean {
  return state === 'sent' && (viewer.as !== 'cell' || reaches(inject.to, viewer));
}

/** Players see what they wrote and what is addressed to them; who evaluates, all but what control says to itself; observers, what players get. */
export function seesMessage(state: Exercise, message: Message, viewer: ExerciseViewer): boolean {
  const { to } = message;
  switch (viewer.as) {
    case 'control':
      return true;
    case 'evaluator':
      return to.some((target) => target !== CONTROL) || !isControlWriting(state, message);
    case 'observer':
      return to.some((target) => target !== CONTROL);
    case 'cell':
      return reaches(to, viewer) || isOwn(state, message, viewer);
  }
}

function isControlWriting({ participants }: Exercise, { from }: Message): boolean {
  const author = participants.get(from);
  return author === undefined || isOfControl(author);
}

function isOwn({ participants }: Exercise, { from }: Message, viewer: ExerciseViewer): boolean {
  const author = participants.get(from);
  return author !== undefined && viewerName(viewerOf(author)) === viewerName(viewer);
}

/** Control sees all who take part; others who directs, controls and evaluates, and players their cell. */
export function seesParticipant({ cell, role }: Participant, viewer: ExerciseViewer): boolean {
  switch (viewer.as) {
    case 'control':
    case 'evaluator':
      return true;
    case 'observer':
    case 'cell':
      return (
        role === 'director' ||
        role === 'controller' ||
        role === 'evaluator' ||
        (viewer.as === 'cell' && cell === viewer.cell)
      );
  }
}

/** Who plays sees the consultations in which his seat may sit, all others all of them. */
export function seesConsultation(stage: Stage, consultation: string, viewer: ExerciseViewer): boolean {
  if (viewer.as !== 'cell') return true;
  return viewer.seat !== undefined && sitsIn(stage, consultation, viewer.seat);
}

/**
 * Whether a rule in force names one of the seat's offices, or one for which it may have to stand in, itself or in a body, on a matter of the
 * consultation.
 */
export function sitsIn({ arrangement, scenario }: Stage, consultation: string, seat: string): boolean {
  const matters = scenario.consultations.get(consultation)?.matters ?? [];
  const own = seating(arrangement, scenario.at).get(seat)?.offices ?? [];
  const standsInFor = [...arrangement.successions.values()]
    .filter((each) => holdsOn(each, scenario.at) && each.order.some((office) => own.includes(office)))
    .map(({ office }) => office);
  const offices = [...own, ...standsInFor];
  const names = (actor: string | undefined): boolean =>
    actor !== undefined &&
    (offices.includes(actor) ||
      (arrangement.bodies.get(actor)?.members.some((member) => offices.includes(member)) ?? false));
  return namedActs(arrangement, scenario.at).some(
    ({ by, on, to }) => matters.includes(on) && (names(by) || names(to)),
  );
}
