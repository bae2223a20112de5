/** An exercise before anything has happened in it. */
import type { Instant } from '../../consultation/clock.ts';
import type { Inject, Scenario } from '../scenario/model.ts';
import { sorted } from './agenda.ts';
import { elapsedOf, type Elapsed } from './clock.ts';
import { agendumOf } from './inject.ts';
import type { Agendum, Exercise, InjectState } from './model.ts';
import { Table } from './table.ts';

/** The initial state: planned, its clock standing at STARTEX, at a rate of 1. */
export function begin(scenario: Scenario, at: Instant): Exercise {
  const injects = [...scenario.injects.values()].map(planned);
  return {
    phase: 'planned',
    scenario: scenario.id,
    now: at,
    elapsed: 0 as Elapsed,
    clock: { elapsed: 0 as Elapsed, since: null, rate: 1 },
    participants: new Map(),
    injects: new Table(new Map(injects.map((each) => [each.inject.id, each]))),
    consultations: new Map(),
    convened: new Map(),
    agenda: sorted([...convenings(scenario), ...injects.flatMap((each) => agendumOf(each) ?? [])]),
    expectations: new Table(
      new Map(injects.flatMap(({ inject }) => inject.expected.map(({ id }) => [id, inject.id] as const))),
    ),
    sent: [],
    world: [],
    messages: [],
    verdicts: new Table(),
    ratings: [],
    observations: [],
    answers: [],
    refusals: [],
    findings: new Map(),
    actions: new Map(),
    keys: new Table(),
  };
}

function planned(inject: Inject, index: number): InjectState {
  return {
    number: index + 1,
    inject,
    state: 'planned',
    ...(inject.due.type === 'time' ? { due: elapsedOf(inject.due.after) } : {}),
    tested: false,
    inserted: false,
    edited: false,
    acknowledged: [],
  };
}

/** Their numbers are before those of all injects. */
function convenings({ consultations }: Scenario): readonly Agendum[] {
  return [...consultations.values()].flatMap(({ convened, id }, index) =>
    convened === undefined
      ? []
      : [
          {
            type: 'consultation',
            consultation: id,
            due: elapsedOf(convened),
            number: index - consultations.size,
          } as const,
        ],
  );
}
