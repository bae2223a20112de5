/** The world of an exercise's cases: their time is the scenario's, which stands while the exercise is paused and goes at any rate. */
import { exercise, type consultation } from '@foedus/kernel';
import type { World } from '../cases/world.ts';

type Instant = consultation.Instant;

/** As much of an exercise as its clock is. */
export interface Timed {
  readonly scenario: exercise.Scenario;
  readonly state: exercise.Exercise;
  /** The real moment as of which the clock is read. */
  moment(): Instant;
}

/** After how long an alarm that rang too early is looked at again. Milliseconds. */
const AGAIN = 250;

interface Alarm {
  readonly at: Instant;
  readonly ring: () => void;
  callOff: () => void;
}

export class ScenarioWorld implements World {
  readonly bytes: World['bytes'];
  readonly #real: World;
  readonly #timed: Timed;
  readonly #alarms = new Set<Alarm>();

  constructor(real: World, timed: Timed) {
    this.#real = real;
    this.#timed = timed;
    this.bytes = real.bytes;
  }

  readonly now = (): Instant => {
    const { scenario, state } = this.#timed;
    return exercise.scenarioInstant(scenario, state, this.#timed.moment());
  };

  readonly alarm = (at: Instant, ring: () => void): (() => void) => {
    const alarm: Alarm = { at, ring, callOff: () => undefined };
    this.#alarms.add(alarm);
    this.#arm(alarm);
    return () => {
      alarm.callOff();
      this.#alarms.delete(alarm);
    };
  };

  /** The clock was started, stopped, set forward or given another rate: what was to ring rings at another moment, or not for now. */
  changed(): void {
    for (const alarm of this.#alarms) {
      alarm.callOff();
      this.#arm(alarm);
    }
  }

  #arm(alarm: Alarm, notBefore = 0): void {
    const { scenario, state } = this.#timed;
    const elapsed = (alarm.at - scenario.startex) as exercise.Elapsed;
    const moment = exercise.momentOfElapsed(state.clock, elapsed);
    if (moment === null) return;
    alarm.callOff = this.#real.alarm(Math.max(moment, notBefore) as Instant, () => {
      if (this.now() < alarm.at) return this.#arm(alarm, this.#real.now() + AGAIN);
      this.#alarms.delete(alarm);
      alarm.ring();
    });
  }
}
