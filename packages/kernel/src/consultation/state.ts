/** What a consultation has come to: all of it follows from its events, and is plain data. */
import type { Act } from '../arrangement/act.ts';
import type { Day } from '../arrangement/date.ts';
import type { Duration } from '../arrangement/formula.ts';
import type { Frame } from '../authority/question.ts';
import type { Clock, Instant, Run } from './clock.ts';
import type { Recorded } from './command.ts';
import type { Marking } from './marking.ts';
import type { Zones } from './zones.ts';

/** What a judged act was when it was done: without a breach of duty, or with one for which a reason was given. */
export type Standing = 'proper' | 'departure';

export interface Entry {
  readonly id: string;
  readonly command: Recorded;
  /** What the office did, in the language of the arrangement; absent where the command is no act of it. */
  readonly act?: Act;
  readonly standing?: Standing;
  /** The seats whose part was left out. */
  readonly passedOver?: readonly string[];
  /** The rules that it rests on. */
  readonly rules?: readonly string[];
  /** How long the consultation had run. */
  readonly since: Run;
  /** The marking it was given and those to which its originator has widened it since. */
  readonly markings: readonly Marking[];
  /** The parties whose item it is; of a copy, those of what was copied. */
  readonly originator: readonly string[];
}

/** An act that has taken effect, as far as these viewers know. */
export interface Effected {
  readonly act: Act;
  readonly standing: Standing;
  readonly at: Instant;
  /** The ids of the viewers who know all that it rests on, in the order of the arrangement. */
  readonly viewers: readonly string[];
}

/** A concurrence that is given when the run of the clock reaches `until`. */
export interface Silence {
  readonly proposal: string;
  readonly act: Act;
  readonly until: Run;
  readonly state: 'running' | 'broken' | 'given';
  /** What had run when its clock began to stand because whose silence it is can not be reached. */
  readonly heldSince?: Run;
}

/** A link that is down: that of a seat or, with another end, the one between two. */
export interface Cut {
  readonly of: string;
  readonly with?: string;
}

/** What is owed after an act. */
export interface Owed {
  readonly duty: string;
  readonly label: string;
  readonly act: Act;
  readonly within?: Duration;
  readonly since: Run;
  readonly viewers: readonly string[];
}

/** What was due and was not done in time, as far as these viewers know. */
export interface Missed {
  readonly what: 'answer' | 'duty';
  /** The request, or the duty. */
  readonly of: string;
  readonly from: string;
  readonly act?: Act;
  /** The first moment after the deadline. */
  readonly at: Instant;
  readonly viewers: readonly string[];
}

export interface Case {
  readonly id: string;
  readonly arrangement: string;
  readonly at: Day;
  readonly frame: Frame;
  readonly matters: readonly string[];
  /** The seat that opened it, and may adjourn, resume and close it. */
  readonly convener: string;
  /** The office in which it did. */
  readonly office: string;
  readonly exercise?: true;
  readonly silenceWithoutLink?: 'stands' | 'runs';
  readonly zones?: Zones;
}

export interface Consultation {
  readonly phase: 'open' | 'adjourned' | 'closed';
  /** True of a fork, which is no record. */
  readonly whatIf: boolean;
  readonly case: Case;
  readonly now: Instant;
  readonly clock: Clock;
  readonly entries: readonly Entry[];
  readonly effected: readonly Effected[];
  readonly silences: readonly Silence[];
  readonly owed: readonly Owed[];
  /** By when answers were asked for. */
  readonly deadlines: readonly Run[];
  readonly missed: readonly Missed[];
  /** Delegations that were taken back, concurrences and proposals that were withdrawn. */
  readonly takenBack: readonly string[];
  /** Items that their originator asked back, and what was made from them. */
  readonly recalled: readonly string[];
  /** Seats that are absent. */
  readonly absent: readonly string[];
  readonly cut: readonly Cut[];
  /** Rules that are not applied, in the world of an exercise. */
  readonly suspended: readonly string[];
  readonly conditions: Readonly<Record<string, boolean>>;
  readonly holders: Readonly<Record<string, { readonly holder: string; readonly acting: boolean }>>;
}

/** `null`: not opened yet. */
export type State = Consultation | null;
