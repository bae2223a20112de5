/** Whether somebody may write so, and about what he has seen. */
import type { Exercise, ExerciseCommand, Message, Participant } from './model.ts';
import { refuse, type ExerciseRefusal } from './refusal.ts';
import { isAddress, isOfControl, reaches, viewerOf } from './roles.ts';
import type { Stage } from './stage.ts';
import { seesMessage } from './visible.ts';

type Of<T extends ExerciseCommand['type']> = Extract<ExerciseCommand, { readonly type: T }>;

export function refuseAcknowledging(
  _stage: Stage,
  state: Exercise,
  { by, inject: id }: Of<'acknowledge'>,
  participant: Participant,
): ExerciseRefusal | undefined {
  const inject = state.injects.get(id);
  const viewer = viewerOf(participant);
  // Of an inject that did not reach him nobody learns whether it exists.
  if (inject?.state !== 'sent' || viewer.as !== 'cell' || !reaches(inject.inject.to, viewer))
    return refuse('not-received', id);
  return inject.acknowledged.some((each) => each.by === by) ? refuse('already-acknowledged', id) : undefined;
}

export function refuseMessage(
  { scenario }: Stage,
  state: Exercise,
  { about, to }: Of<'write'>,
  participant: Participant,
): ExerciseRefusal | undefined {
  const stranger = to.find((target) => !isAddress(scenario, target));
  if (stranger !== undefined || to.length === 0) return refuse('unknown-address', stranger ?? '');
  if (about === undefined) return undefined;
  const viewer = viewerOf(participant);
  const inject = state.injects.get(about);
  const got =
    inject &&
    (isOfControl(participant) ||
      (inject.state === 'sent' && (viewer.as !== 'cell' || reaches(inject.inject.to, viewer))));
  return got || messageSeen(state, participant, about) ? undefined : refuse('unknown-item', about);
}

export function refuseOwning(
  _stage: Stage,
  state: Exercise,
  { message: id }: Of<'own'>,
  participant: Participant,
): ExerciseRefusal | undefined {
  const message = messageSeen(state, participant, id);
  if (!message) return refuse('unknown-item', id);
  if (!message.asks) return refuse('no-question', id);
  return message.owner === undefined ? undefined : refuse('already-owned', id);
}

function messageSeen(state: Exercise, participant: Participant, id: string): Message | undefined {
  return state.messages.find((each) => each.id === id && seesMessage(state, each, viewerOf(participant)));
}
