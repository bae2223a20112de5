/** What an exercise is judged against: its scenario, the arrangement, and its consultations as they stand. */
import type { Arrangement } from '../../arrangement/model.ts';
import type { Instant } from '../../consultation/clock.ts';
import type { Consultation } from '../../consultation/state.ts';
import type { CriticalTask, Scenario } from '../scenario/model.ts';
import { elapsedAt, momentOfElapsed, type Elapsed } from './clock.ts';
import type { Exercise } from './model.ts';

export interface Stage {
  readonly scenario: Scenario;
  readonly arrangement: Arrangement;
  /** The consultations that were convened, by the scenario's names for them. */
  readonly cases: ReadonlyMap<string, Consultation>;
}

/** The moment in the scenario at a real moment: the time in which an exercise's consultations live. */
export function scenarioInstant(scenario: Scenario, state: Exercise, at: Instant): Instant {
  return instantAt(scenario, elapsedAt(state.clock, latest(state, at)));
}

/** The real moment at which a moment of the scenario comes; `null` while the clock stands. */
export function realMoment(scenario: Scenario, state: Exercise, instant: Instant): Instant | null {
  return momentOfElapsed(state.clock, elapsedSince(scenario, instant));
}

export function instantAt(scenario: Scenario, elapsed: Elapsed): Instant {
  return (scenario.startex + elapsed) as Instant;
}

export function elapsedSince(scenario: Scenario, instant: Instant): Elapsed {
  return (instant - scenario.startex) as Elapsed;
}

/** A machine's clock that was set back does not set time back: what it tells is taken as the last moment that is known. */
export function latest(state: Exercise, at: Instant): Instant {
  return Math.max(state.now, at) as Instant;
}

const tasks = new WeakMap<Scenario, ReadonlyMap<string, CriticalTask>>();

/** Every critical task, whatever its objective. */
export function tasksOf(scenario: Scenario): ReadonlyMap<string, CriticalTask> {
  const known = tasks.get(scenario);
  if (known) return known;
  const capabilities = [...scenario.objectives.values()].flatMap((objective) => [
    ...objective.capabilities.values(),
  ]);
  const found = new Map(capabilities.flatMap((capability) => [...capability.tasks]));
  tasks.set(scenario, found);
  return found;
}

/** The cell that a name addresses: itself, or the one in which a seat is played. */
export function cellOf(scenario: Scenario, target: string): string | undefined {
  return scenario.cells.has(target) ? target : cellsOfSeats(scenario).get(target);
}

const cells = new WeakMap<Scenario, ReadonlyMap<string, string>>();

function cellsOfSeats(scenario: Scenario): ReadonlyMap<string, string> {
  const known = cells.get(scenario);
  if (known) return known;
  const found = new Map(
    [...scenario.cells.values()].flatMap(({ id, seats }) => seats.map((seat) => [seat, id])),
  );
  cells.set(scenario, found);
  return found;
}
