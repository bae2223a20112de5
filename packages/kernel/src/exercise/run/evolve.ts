/** The fold: what an exercise is after an event. */
import type { Scenario } from '../scenario/model.ts';
import { awaits } from './behind.ts';
import { elapsedOf, type Elapsed } from './clock.ts';
import { commanded } from './commanded.ts';
import { withInject } from './inject.ts';
import type { Exercise, ExerciseEvent, OpenExpectation } from './model.ts';
import { decided } from './verdict.ts';

export function evolve(scenario: Scenario, before: Exercise, event: ExerciseEvent): Exercise {
  const state: Exercise = { ...before, now: event.at, elapsed: event.elapsed };
  switch (event.type) {
    case 'accepted':
      return commanded(scenario, state, event.command, event.elapsed);
    case 'clock':
      return { ...state, phase: phaseAfter(state.phase, event.why), clock: event.clock };
    case 'sent':
      return sent(scenario, state, event);
    case 'passed': {
      const inject = state.injects.get(event.inject)!;
      return withInject(state, { ...inject, state: event.how });
    }
    case 'branched':
      return withInject(state, { ...state.injects.get(event.inject)!, due: event.due });
    case 'judged': {
      const { evidence, expectation, verdict } = event;
      return decided(scenario, state, expectation, { verdict, evidence, elapsed: event.elapsed });
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
  scenario: Scenario,
  before: Exercise,
  { at, by, elapsed, inject: id }: Extract<ExerciseEvent, { readonly type: 'sent' }>,
): Exercise {
  const was = before.injects.get(id)!;
  const { inject } = was;
  const open = inject.expected.flatMap(({ id: expectation, met, within }): readonly OpenExpectation[] =>
    met === undefined || before.verdicts.has(expectation)
      ? []
      : [
          {
            expectation,
            inject: id,
            met,
            since: elapsed,
            ...(within === undefined ? {} : { until: (elapsed + elapsedOf(within)) as Elapsed }),
          },
        ],
  );
  const state = withInject(before, { ...was, state: 'sent', sent: { at, elapsed, by } });
  return {
    ...state,
    open: open.length > 0 ? [...state.open, ...open] : state.open,
    sent: [...state.sent, id],
    world: inject.effects.length > 0 ? [...state.world, { elapsed, inject: id }] : state.world,
    behind: awaits(scenario, state, inject),
  };
}

function withoutConvening(state: Exercise, consultation: string): Exercise {
  const agenda = state.agenda.filter(
    (each) => each.type !== 'consultation' || each.consultation !== consultation,
  );
  return { ...state, agenda };
}
