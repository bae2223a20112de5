/** Whether a command may be given at all: by him, in this phase, about what there is. */
import type { Instant } from '../../consultation/clock.ts';
import { tasksOf, type Stage } from './stage.ts';
import { elapsedAt } from './clock.ts';
import type { Exercise, ExerciseCommand, Participant } from './model.ts';
import { refuseInject } from './permit-inject.ts';
import { refusePart } from './permit-part.ts';
import { refuseQuestionnaire } from './permit-answer.ts';
import { refuseAcknowledging, refuseMessage, refuseOwning } from './permit-message.ts';
import { refuseEvidence, refuseRules } from './permit-evidence.ts';
import { refuse, type ExerciseRefusal } from './refusal.ts';
import { mayCommand } from './roles.ts';

/** The first thing wrong, or nothing. */
export function refuseCommand(
  stage: Stage,
  state: Exercise,
  command: ExerciseCommand,
  at: Instant,
): ExerciseRefusal | undefined {
  if (isFirst(state, command)) return undefined;
  const participant = state.participants.get(command.by);
  if (!participant) return refuse('unknown-participant', command.by);
  if (participant.dismissed) return refuse('dismissed', command.by);
  if (!mayCommand(participant.role, command.type)) return refuse('not-for-role', participant.role);
  return refusePhase(state, command) ?? refuseContent(stage, state, command, participant, at);
}

/** Somebody has to be there who admits the others: the first director admits himself. */
function isFirst({ participants }: Exercise, command: ExerciseCommand): boolean {
  if (command.type !== 'admit' || participants.size > 0) return false;
  const { id, role } = command.participant;
  return role === 'director' && id === command.by;
}

const AT_ANY_TIME: readonly ExerciseCommand['type'][] = [
  'admit',
  'dismiss',
  'write',
  'own',
  'rate',
  'overrule',
  'observe',
  'answer',
  'find',
  'assign',
];
const BEFORE_THE_END: readonly ExerciseCommand['type'][] = [
  'set-rate',
  'hold',
  'release',
  'skip',
  'test',
  'edit',
  'insert',
];

/** What control prepares it may prepare before STARTEX; what is said of an exercise may be said after ENDEX. */
function refusePhase({ phase }: Exercise, command: ExerciseCommand): ExerciseRefusal | undefined {
  const { type } = command;
  if (AT_ANY_TIME.includes(type)) return undefined;
  if (phase === 'ended') return refuse('ended');
  if (type === 'startex') return phase === 'planned' ? undefined : refuse('already-started');
  const prepares = BEFORE_THE_END.includes(type) && !(type === 'insert' && command.now);
  if (phase === 'planned') return prepares ? undefined : refuse('not-started');
  if (type === 'pause' && phase !== 'running') return refuse('not-running');
  if (type === 'resume' && phase !== 'paused') return refuse('not-paused');
  return undefined;
}

/** The fastest that the clock may run: an hour of the scenario to a second. */
const FASTEST = 3600;

function refuseContent(
  stage: Stage,
  state: Exercise,
  command: ExerciseCommand,
  participant: Participant,
  at: Instant,
): ExerciseRefusal | undefined {
  switch (command.type) {
    case 'set-rate': {
      const { rate } = command;
      return rate > 0 && rate <= FASTEST ? undefined : refuse('rate-range', String(rate));
    }
    case 'jump':
      return Number.isSafeInteger(command.to) && command.to >= elapsedAt(state.clock, at)
        ? undefined
        : refuse('clock-back', String(command.to / 1000));
    case 'admit':
      return refusePart(stage, state, command.participant);
    case 'dismiss':
      return state.participants.has(command.participant)
        ? undefined
        : refuse('unknown-participant', command.participant);
    case 'send':
    case 'hold':
    case 'release':
    case 'skip':
    case 'test':
    case 'edit':
    case 'insert':
      return refuseInject(stage, state, command, elapsedAt(state.clock, at));
    case 'acknowledge':
      return refuseAcknowledging(stage, state, command, participant);
    case 'write':
      return refuseMessage(stage, state, command, participant);
    case 'own':
      return refuseOwning(stage, state, command, participant);
    case 'rate':
      return refuseTask(stage, command.task) ?? refuseEvidence(stage, state, command.evidence);
    case 'overrule': {
      const inject = state.injects.get(state.expectations.get(command.expectation) ?? '');
      return inject?.state === 'sent' && inject.inject.expected.some(({ id }) => id === command.expectation)
        ? undefined
        : refuse('unknown-expectation', command.expectation);
    }
    case 'observe':
      return refuseEvidence(stage, state, command.evidence);
    case 'answer':
      return refuseQuestionnaire(stage, command, participant);
    case 'find':
      return (
        (command.task === undefined ? undefined : refuseTask(stage, command.task)) ??
        refuseRules(stage, command.rules) ??
        refuseEvidence(stage, state, command.evidence)
      );
    case 'assign':
      return state.findings.has(command.finding) ? undefined : refuse('unknown-finding', command.finding);
    case 'startex':
    case 'pause':
    case 'resume':
    case 'endex':
    case 'step':
      return undefined;
  }
}

function refuseTask({ scenario }: Stage, task: string): ExerciseRefusal | undefined {
  return tasksOf(scenario).has(task) ? undefined : refuse('unknown-task', task);
}
