/** The clock of a consultation: it runs while the consultation is open and stands while it is adjourned. */
import type { Duration } from '../arrangement/formula.ts';

/** A moment, in whole milliseconds since 1970-01-01T00:00:00Z. It always comes in as an argument. */
export type Instant = number & { readonly __instant: true };

/** Milliseconds that a consultation has run, adjournments left out. */
export type Run = number & { readonly __run: true };

export interface Clock {
  /** What had run when the clock was last started or stopped. */
  readonly ran: Run;
  /** When it was started; `null` while it stands. */
  readonly since: Instant | null;
}

export function start(at: Instant, ran = 0 as Run): Clock {
  return { ran, since: at };
}

export function stop(clock: Clock, at: Instant): Clock {
  return { ran: runAt(clock, at), since: null };
}

/** What has run at a moment that is not before the clock was last started. */
export function runAt(clock: Clock, at: Instant): Run {
  return (clock.since === null ? clock.ran : clock.ran + (at - clock.since)) as Run;
}

export function after(run: Run, span: Duration): Run {
  return (run + span * 1000) as Run;
}

/** The moment at which so much will have run; `null` while the clock stands. */
export function momentOf(clock: Clock, run: Run): Instant | null {
  return clock.since === null ? null : ((clock.since + (run - clock.ran)) as Instant);
}
