/** What there was to see at a moment of an exercise, from the marks that are kept of its course. */
import { consultation, exercise } from '@foedus/kernel';
import type { Case } from '../cases/case.ts';
import type { RunExercise } from './exercise.ts';

export interface Then {
  readonly stage: exercise.Stage;
  readonly state: exercise.Exercise;
  /** A moment at which the clock showed so much, which tells nothing of what happened then. */
  readonly now: consultation.Instant;
}

/** The exercise, and its cases, when so much had elapsed: with all that happened up to and at that moment. */
export function at(run: RunExercise, elapsed: exercise.Elapsed): Then {
  const { arrangement, events, marks, scenario } = run;
  // INVARIANT: scenario time never goes back from event to event.
  const mark = marks.findLast(({ state }) => state.elapsed <= elapsed) ?? marks[0]!;
  let { state } = mark;
  for (let index = mark.events; index < events.length && events[index]!.elapsed <= elapsed; index += 1)
    state = exercise.evolve(state, events[index]!);
  const moment = scenario.startex + elapsed;
  const cases = [...run.cases]
    .filter(([name]) => state.consultations.has(name))
    .flatMap(([name, each]) => {
      const then = caseAt(each, moment);
      return then ? [[name, then] as const] : [];
    });
  return {
    stage: { arrangement, scenario, cases: new Map(cases) },
    state,
    now: momentIn(run, state, elapsed),
  };
}

/** While the clock stood: when it was stopped. */
function momentIn(
  { events, meta }: RunExercise,
  { clock }: exercise.Exercise,
  elapsed: exercise.Elapsed,
): consultation.Instant {
  const stopped = events.find((event) => event.type === 'clock' && event.clock === clock);
  return (exercise.momentOfElapsed(clock, elapsed) ?? stopped?.at ?? meta.createdAt) as consultation.Instant;
}

/** A case as it stood at a moment of its own time; `null`: it was not open yet. */
function caseAt({ events }: Case, moment: number): consultation.State {
  let state: consultation.State = null;
  for (const event of events) {
    if (event.at > moment) break;
    state = consultation.evolve(state, event);
  }
  return state;
}
