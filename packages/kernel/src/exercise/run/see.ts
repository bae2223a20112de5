/** What a viewer sees of an exercise as it stands. Live updates (`tell.ts`) are held to it: put together they come to the same. */
import type { Exercise, InjectState, Participant } from './model.ts';
import type { ExerciseViewer, Received, SeenExercise } from './seen.ts';
import type { Stage } from './stage.ts';
import { seesConsultation, seesInject, seesMessage, seesParticipant } from './visible.ts';

export function seen(stage: Stage, state: Exercise, viewer: ExerciseViewer): SeenExercise {
  const messages = state.messages.filter((message) => seesMessage(state, message, viewer));
  const authors = new Set(messages.map(({ from }) => from));
  return {
    phase: state.phase,
    clock: state.clock,
    now: state.now,
    consultations: consultationsSeen(stage, state, viewer),
    participants: [...state.participants.values()].filter(
      (each) => seesParticipant(each, viewer) || authors.has(each.id),
    ),
    inbox: state.sent
      .map((id) => state.injects.get(id)!)
      .filter((inject) => seesInject(inject, viewer))
      .map((inject) => received(state, inject, viewer)),
    messages,
    ...(viewer.as === 'control' || viewer.as === 'evaluator'
      ? {
          judging: {
            verdicts: Object.fromEntries(state.verdicts),
            ratings: state.ratings,
            observations: state.observations,
            refusals: state.refusals,
            findings: [...state.findings.values()],
            actions: [...state.actions.values()],
          },
          answers: state.answers,
        }
      : {}),
    ...(viewer.as === 'control' ? { board: [...state.injects.values()] } : {}),
  };
}

export function consultationsSeen(
  stage: Stage,
  { consultations }: Exercise,
  viewer: ExerciseViewer,
): SeenExercise['consultations'] {
  return Object.fromEntries(
    [...consultations].filter(([consultation]) => seesConsultation(stage, consultation, viewer)),
  );
}

/** An inject as it reached the viewer: nothing of what control notes, expects or changes with it. */
export function received(
  { participants }: Exercise,
  { acknowledged, inject, sent }: InjectState,
  viewer: ExerciseViewer,
): Received {
  const { attachments, from, id, method, questionnaire, text, title, to } = inject;
  const mine = (by: Participant | undefined): boolean => viewer.as !== 'cell' || by?.cell === viewer.cell;
  return {
    inject: id,
    method,
    from,
    to: viewer.as === 'cell' ? to.filter((target) => target === viewer.cell || target === viewer.seat) : to,
    title,
    text,
    attachments,
    ...(questionnaire === undefined ? {} : { questionnaire }),
    at: sent!.at,
    elapsed: sent!.elapsed,
    acknowledged: acknowledged.flatMap(({ by }) => (mine(participants.get(by)) ? [by] : [])),
  };
}
