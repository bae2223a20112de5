/** What has happened. Events are the record of a consultation; its state is their fold and nothing else. */
import type { Act } from '../arrangement/act.ts';
import type { Instant } from './clock.ts';
import type { Effected, Entry, Missed, Owed, Silence } from './state.ts';

interface Common {
  readonly at: Instant;
  /** Present, and true, on what happened in a fork: it can never be appended to a record. */
  readonly whatIf?: true;
}

/** A command was accepted; with it silences begin, stand still or go on. */
export interface Recording extends Common {
  readonly type: 'recorded';
  readonly entry: Entry;
  readonly silences: readonly Silence[];
  /** What a command broke the silence of. */
  readonly broken: readonly Act[];
}

/** Acts took effect through what was done: a body's, a delegator's, a vacant office's, or the act itself. */
export interface TakingEffect extends Common {
  readonly type: 'effected';
  readonly acts: readonly Effected[];
  readonly owed: readonly Owed[];
}

/** Nobody broke silence in time. */
export interface SilenceEnded extends Common {
  readonly type: 'silence-ended';
  readonly proposal: string;
  readonly acts: readonly Act[];
}

/** What was due was not done in time. */
export interface DeadlineMissed extends Common {
  readonly type: 'deadline-missed';
  readonly missed: readonly Missed[];
}

export type Event = Recording | TakingEffect | SilenceEnded | DeadlineMissed;
