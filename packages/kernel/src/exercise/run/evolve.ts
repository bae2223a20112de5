/** The fold: what an exercise is after an event. */
import { commanded } from './commanded.ts';
import { withInject } from './inject.ts';
import type { Exercise, ExerciseEvent } from './model.ts';
import { descends } from './outlook.ts';
import { set } from './table.ts';

export function evolve(before: Exercise, event: ExerciseEvent): Exercise {
  const after = evolved(before, event);
  descends(after, before, event);
  return after;
}

function evolved(before: Exercise, event: ExerciseEvent): Exercise {
  const state: Exercise = { ...before, now: event.at, elapsed: event.elapsed };
  switch (event.type) {
    case 'accepted':
      return commanded(state, event.command, event.elapsed);
    case 'clock':
      return { ...state, phase: phaseAfter(state.phase, event.why), clock: event.clock };
    case 'sent':
      return sent(state, event);
    case 'passed': {
      const inject = state.injects.get(event.inject)!;
      return withInject(state, { ...inject, state: event.how });
    }
    case 'branched':
      return withInject(state, { ...state.injects.get(event.inject)!, due: event.due });
    case 'judged': {
      const { evidence, expectation, verdict } = event;
      return {
        ...state,
        verdicts: set(state.verdicts, expectation, { verdict, evidence, elapsed: event.elapsed }),
      };
    }
    case 'convening':
      return withoutConvening(state, event.consultation);
    case 'convened':
      return {
        ...withoutConvening(state, event.consultation),
        consultations: new Map(state.consultations).set(event.consultation, event.case),
        convened: new Map(state.convened).set(event.consultation, event.elapsed),
      };
    case 'refused': {
      const { at: _at, type: _type, ...refusal } = event;
      return { ...state, refusals: [...state.refusals, refusal] };
    }
  }
}

function phaseAfter(
  phase: Exercise['phase'],
  why: Extract<ExerciseEvent, { readonly type: 'clock' }>['why'],
): Exercise['phase'] {
  switch (why) {
    case 'startex':
    case 'resume':
      return 'running';
    case 'pause':
    case 'step':
    case 'recover':
      return 'paused';
    case 'endex':
      return 'ended';
    case 'rate':
    case 'jump':
      return phase;
  }
}

function sent(
  before: Exercise,
  { at, by, elapsed, inject: id }: Extract<ExerciseEvent, { readonly type: 'sent' }>,
): Exercise {
  const was = before.injects.get(id)!;
  const state = withInject(before, { ...was, state: 'sent', sent: { at, elapsed, by } });
  return {
    ...state,
    sent: [...state.sent, id],
    world: was.inject.effects.length > 0 ? [...state.world, { elapsed, inject: id }] : state.world,
  };
}

function withoutConvening(state: Exercise, consultation: string): Exercise {
  const agenda = state.agenda.filter(
    (each) => each.type !== 'consultation' || each.consultation !== consultation,
  );
  return { ...state, agenda };
}
