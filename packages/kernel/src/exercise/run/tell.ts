/**
 * Live updates: what a viewer is told of an event. Of lists and tables only the rows that are new or have changed, so that an update is
 * small however long the list of events is; `applySeen` puts it to what was seen.
 */
import type { Exercise, ExerciseCommand, ExerciseEvent, Message } from './model.ts';
import type { ExerciseViewer, SeenExercise } from './seen.ts';
import { consultationsSeen, received } from './see.ts';
import type { Stage } from './stage.ts';
import { seesConsultation, seesInject, seesMessage, seesParticipant } from './visible.ts';

export type SeenUpdate = Partial<SeenExercise>;

/** `undefined`: the event is none of the viewer's business. */
export function updates(
  stage: Stage,
  before: Exercise,
  event: ExerciseEvent,
  after: Exercise,
  viewer: ExerciseViewer,
): SeenUpdate | undefined {
  const update = told(stage, before, event, after, viewer);
  return Object.keys(update).length === 0 ? undefined : { now: after.now, ...update };
}

function told(
  stage: Stage,
  before: Exercise,
  event: ExerciseEvent,
  after: Exercise,
  viewer: ExerciseViewer,
): SeenUpdate {
  switch (event.type) {
    case 'accepted':
      return ofCommand(before, event.command, after, viewer);
    case 'clock':
      return { phase: after.phase, clock: after.clock };
    case 'sent':
      return {
        ...inbox(after, event.inject, viewer),
        ...board(after, event.inject, viewer),
      };
    case 'passed':
    case 'branched':
      return board(after, event.inject, viewer);
    case 'judged':
      return verdict(after, event.expectation, viewer);
    case 'convening':
      return {};
    case 'convened':
      return seesConsultation(stage, event.consultation, viewer)
        ? { consultations: consultationsSeen(stage, after, viewer) }
        : {};
    case 'refused':
      return judging(viewer, { refusals: after.refusals.slice(-1) });
  }
}

function ofCommand(
  before: Exercise,
  command: ExerciseCommand,
  after: Exercise,
  viewer: ExerciseViewer,
): SeenUpdate {
  switch (command.type) {
    case 'admit':
      return participant(before, after, command.participant.id, viewer);
    case 'dismiss':
      return participant(before, after, command.participant, viewer);
    case 'hold':
    case 'release':
    case 'skip':
    case 'test':
    case 'edit':
    case 'insert':
      return board(after, command.inject, viewer);
    case 'acknowledge':
      return { ...inbox(after, command.inject, viewer), ...board(after, command.inject, viewer) };
    case 'write':
      return message(before, after, after.messages.at(-1)!, viewer);
    case 'own':
      return message(
        before,
        after,
        after.messages.find(({ id }) => id === command.message)!,
        viewer,
      );
    case 'rate':
      return judging(viewer, { ratings: after.ratings.slice(-1) });
    case 'overrule':
      return verdict(after, command.expectation, viewer);
    case 'observe':
      return judging(viewer, { observations: after.observations.slice(-1) });
    case 'find':
      return judging(viewer, { findings: [after.findings.get(command.finding)!] });
    case 'assign':
      return judging(viewer, { actions: [after.actions.get(command.action)!] });
    case 'answer':
      return judges(viewer) ? { answers: after.answers.slice(-1) } : {};
    case 'startex':
    case 'pause':
    case 'resume':
    case 'endex':
    case 'set-rate':
    case 'jump':
    case 'step':
    case 'send':
      return {};
  }
}

function judges({ as }: ExerciseViewer): boolean {
  return as === 'control' || as === 'evaluator';
}

type Judging = NonNullable<SeenExercise['judging']>;
const NOTHING_JUDGED: Judging = {
  verdicts: {},
  ratings: [],
  observations: [],
  refusals: [],
  findings: [],
  actions: [],
};

function judging(viewer: ExerciseViewer, part: Partial<Judging>): SeenUpdate {
  return judges(viewer) ? { judging: { ...NOTHING_JUDGED, ...part } } : {};
}

function verdict({ verdicts }: Exercise, expectation: string, viewer: ExerciseViewer): SeenUpdate {
  return judging(viewer, { verdicts: { [expectation]: verdicts.get(expectation)! } });
}

function board({ injects }: Exercise, id: string, { as }: ExerciseViewer): SeenUpdate {
  return as === 'control' ? { board: [injects.get(id)!] } : {};
}

function inbox(after: Exercise, id: string, viewer: ExerciseViewer): SeenUpdate {
  const inject = after.injects.get(id)!;
  return seesInject(inject, viewer) ? { inbox: [received(after, inject, viewer)] } : {};
}

/** Who writes is known to who reads it, whoever else he may be. */
function message(before: Exercise, after: Exercise, told: Message, viewer: ExerciseViewer): SeenUpdate {
  if (!seesMessage(after, told, viewer)) return {};
  const author = after.participants.get(told.from)!;
  const fresh = !isSeen(before, author.id, viewer);
  return { messages: [told], ...(fresh ? { participants: [author] } : {}) };
}

function participant(before: Exercise, after: Exercise, id: string, viewer: ExerciseViewer): SeenUpdate {
  const who = after.participants.get(id)!;
  return seesParticipant(who, viewer) || isSeen(before, id, viewer) ? { participants: [who] } : {};
}

function isSeen(state: Exercise, id: string, viewer: ExerciseViewer): boolean {
  const known = state.participants.get(id);
  return (
    known !== undefined &&
    (seesParticipant(known, viewer) ||
      state.messages.some((each) => each.from === id && seesMessage(state, each, viewer)))
  );
}

/** What has been seen after one more update. */
export function applySeen(seen: SeenExercise, update: SeenUpdate): SeenExercise {
  const { answers, board: injects, inbox: got, judging: judged, messages, participants } = update;
  return {
    ...seen,
    ...update,
    ...(participants && { participants: merged(seen.participants, participants, ({ id }) => id) }),
    ...(got && { inbox: merged(seen.inbox, got, ({ inject }) => inject) }),
    ...(messages && { messages: merged(seen.messages, messages, ({ id }) => id) }),
    ...(injects && { board: merged(seen.board ?? [], injects, ({ inject }) => inject.id) }),
    ...(answers && {
      answers: moved(seen.answers ?? [], answers, (each) => `${each.questionnaire} ${each.by}`),
    }),
    ...(judged && { judging: mergedJudging(seen.judging ?? NOTHING_JUDGED, judged) }),
  };
}

function mergedJudging(seen: Judging, update: Judging): Judging {
  const byId = ({ id }: { readonly id: string }): string => id;
  return {
    verdicts: { ...seen.verdicts, ...update.verdicts },
    ratings: moved(seen.ratings, update.ratings, ({ by, task }) => `${task} ${by}`),
    observations: merged(seen.observations, update.observations, byId),
    refusals: merged(seen.refusals, update.refusals, byId),
    findings: merged(seen.findings, update.findings, byId),
    actions: merged(seen.actions, update.actions, byId),
  };
}

/** Rows that are known take the place of what they were; others come at the end. */
function merged<T>(rows: readonly T[], news: readonly T[], name: (row: T) => string): readonly T[] {
  const next = new Map(rows.map((row) => [name(row), row]));
  for (const row of news) next.set(name(row), row);
  return [...next.values()];
}

/** Rows that are given anew come at the end. */
function moved<T>(rows: readonly T[], news: readonly T[], name: (row: T) => string): readonly T[] {
  const names = new Set(news.map(name));
  return [...rows.filter((row) => !names.has(name(row))), ...news];
}
