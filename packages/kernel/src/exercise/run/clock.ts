/** The clock of an exercise: scenario time at any rate, from STARTEX. It stands while the exercise is paused. */
import type { Duration } from '../../arrangement/formula.ts';
import type { Instant } from '../../consultation/clock.ts';

/** Scenario time since STARTEX, in whole milliseconds. */
export type Elapsed = number & { readonly __elapsed: true };

export interface ExerciseClock {
  /** What had elapsed when the clock was last started, stopped, set forward or given another rate. */
  readonly elapsed: Elapsed;
  /** The real moment of that; `null` while it stands. */
  readonly since: Instant | null;
  /** Seconds of scenario time to a second of real time: above 0, at most 3,600. */
  readonly rate: number;
}

/** What has elapsed at a real moment that is not before the clock was last changed. */
export function elapsedAt({ elapsed, rate, since }: ExerciseClock, at: Instant): Elapsed {
  return (since === null ? elapsed : elapsed + Math.floor((at - since) * rate)) as Elapsed;
}

/** The real moment at which so much will have elapsed; `null` while the clock stands. */
export function momentOfElapsed(
  { elapsed: from, rate, since }: ExerciseClock,
  elapsed: Elapsed,
): Instant | null {
  if (since === null) return null;
  const moment = since + Math.ceil((elapsed - from) / rate);
  // A product of fractions can fall just short of the whole.
  return (
    elapsedAt({ elapsed: from, rate, since }, moment as Instant) < elapsed ? moment + 1 : moment
  ) as Instant;
}

export function stopAt(clock: ExerciseClock, at: Instant): ExerciseClock {
  return { ...clock, elapsed: elapsedAt(clock, at), since: null };
}

/** The clock as it goes on from a moment. */
export function startAt(clock: ExerciseClock, at: Instant): ExerciseClock {
  return { ...clock, elapsed: elapsedAt(clock, at), since: at };
}

/** A span from STARTEX on. */
export function elapsedOf(span: Duration): Elapsed {
  return (span * 1000) as Elapsed;
}
