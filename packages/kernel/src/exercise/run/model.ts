/** An exercise that is run: who takes part, what may be asked of it, what has happened, and what it has come to. Plain data. */
import type { Instant } from '../../consultation/clock.ts';
import type { RefusalCode as ActRefusalCode } from '../../consultation/refusal.ts';
import type { Inject } from '../scenario/model.ts';
import type { Elapsed, ExerciseClock } from './clock.ts';

export const ROLES = ['director', 'controller', 'evaluator', 'observer', 'player', 'role-player'] as const;
export type ExerciseRole = (typeof ROLES)[number];

/** Somebody who takes part. Several may hold the same seat. */
export interface Participant {
  readonly id: string;
  readonly name: string;
  readonly role: ExerciseRole;
  /** A player's or role-player's. */
  readonly cell?: string;
  /** A player's, of those of his cell; absent: he follows his cell and acts for no seat. */
  readonly seat?: string;
  /** A controller's part in the scenario. */
  readonly controller?: string;
  /** Takes part no more. His name stays, for what he said and did. */
  readonly dismissed?: true;
}

/** HSEEP: performed without challenges, with some challenges, with major challenges, unable to be performed. */
export const RATINGS = ['P', 'S', 'M', 'U'] as const;
export type Rating = (typeof RATINGS)[number];

/** A piece of evidence: an entry of a consultation's record, an inject, a message, a refused act. */
export type Evidence =
  | { readonly of: 'entry'; readonly consultation: string; readonly entry: string }
  | { readonly of: 'inject'; readonly inject: string }
  | { readonly of: 'message'; readonly message: string }
  | { readonly of: 'refusal'; readonly refusal: string };

interface Issued {
  /** Unique among the participant's own commands: sent again, it changes nothing. */
  readonly key: string;
  /** The participant. */
  readonly by: string;
  /** The real moment. */
  readonly at: Instant;
}

/** The inject as it is told to be now: what a controller may change while the exercise runs, serial and place apart. */
export type InjectEdit = Omit<Inject, 'id' | 'place'>;

export type ExerciseCommand = Issued &
  (
    | { readonly type: 'startex' }
    | { readonly type: 'pause' | 'resume' | 'endex' }
    | { readonly type: 'set-rate'; readonly rate: number }
    /** Sets the clock forward. `passed`: what becomes of the injects that lie between. */
    | { readonly type: 'jump'; readonly to: Elapsed; readonly passed: 'send' | 'hold' | 'skip' }
    /** Forward to the next inject that is due, which is sent; the clock then stands. */
    | { readonly type: 'step' }
    | { readonly type: 'admit'; readonly participant: Participant }
    | { readonly type: 'dismiss'; readonly participant: string }
    | { readonly type: 'send' | 'hold' | 'release' | 'skip' | 'test'; readonly inject: string }
    | { readonly type: 'edit'; readonly inject: string; readonly edit: InjectEdit }
    /** A new inject: one that was not thought of, with a time or in reserve, or (`now`) sent at once, a free inject. */
    | { readonly type: 'insert'; readonly inject: string; readonly edit: InjectEdit; readonly now?: true }
    | { readonly type: 'acknowledge'; readonly inject: string }
    /** A message: controllers among themselves (`control`), a player to a cell, a seat or to control, a role-player to whom he plays with. */
    | {
        readonly type: 'write';
        readonly to: readonly string[];
        readonly text: string;
        /** The inject or message that it replies to. */
        readonly about?: string;
        /** It asks for an answer. */
        readonly asks?: true;
      }
    /** Takes it upon oneself to answer a question. */
    | { readonly type: 'own'; readonly message: string }
    | {
        readonly type: 'rate';
        readonly task: string;
        readonly rating: Rating;
        readonly why: string;
        readonly evidence: readonly Evidence[];
      }
    | {
        readonly type: 'overrule';
        readonly expectation: string;
        readonly verdict: 'met' | 'missed';
        readonly why: string;
      }
    | { readonly type: 'observe'; readonly text: string; readonly evidence: readonly Evidence[] }
    | {
        readonly type: 'answer';
        readonly questionnaire: string;
        readonly answers: Readonly<Record<string, string>>;
      }
    /** A finding of the after-action review, tied to evidence and to rules and clauses; `finding` names one that is written anew. */
    | {
        readonly type: 'find';
        readonly finding: string;
        readonly kind: 'strength' | 'area-for-improvement';
        readonly text: string;
        readonly task?: string;
        readonly rules: readonly string[];
        readonly evidence: readonly Evidence[];
      }
    /** A corrective action with its owner. */
    | {
        readonly type: 'assign';
        readonly action: string;
        readonly finding: string;
        readonly text: string;
        readonly owner: string;
        readonly until?: string;
        readonly status: 'open' | 'under-way' | 'done';
      }
  );

/** Commands of the program itself. */
export type Timely =
  /** Time has passed: what is due is sent, and what is decided is told. */
  | { readonly type: 'tick'; readonly at: Instant }
  /** The program was away since `alive`: a clock that ran is stopped as of then, so that nothing comes in a burst. */
  | { readonly type: 'recover'; readonly at: Instant; readonly alive: Instant }
  /** A consultation was convened, or the arrangement refused an act in it: what its own record doesn't hold. */
  | { readonly type: 'convened'; readonly at: Instant; readonly consultation: string; readonly case: string }
  | {
      readonly type: 'refused';
      readonly at: Instant;
      readonly id: string;
      readonly consultation: string;
      readonly seat: string;
      readonly command: string;
      readonly code: ActRefusalCode;
    };

interface Happened {
  readonly at: Instant;
  readonly elapsed: Elapsed;
}

export type SentBy = 'clock' | 'branch' | 'hand' | 'jump';

export type ExerciseEvent = Happened &
  /** A command was accepted; what follows from it stands in the events after it. */
  (
    | { readonly type: 'accepted'; readonly command: ExerciseCommand }
    | {
        readonly type: 'clock';
        readonly clock: ExerciseClock;
        readonly why: 'startex' | 'pause' | 'resume' | 'rate' | 'jump' | 'step' | 'recover' | 'endex';
      }
    | { readonly type: 'sent'; readonly inject: string; readonly by: SentBy }
    /** An inject that a jump passed over. */
    | { readonly type: 'passed'; readonly inject: string; readonly how: 'held' | 'skipped' }
    /** A branch's condition has become true: its inject is due at `due`. */
    | { readonly type: 'branched'; readonly inject: string; readonly due: Elapsed }
    | {
        readonly type: 'judged';
        readonly expectation: string;
        readonly verdict: 'met' | 'missed';
        readonly evidence: readonly Evidence[];
      }
    /** The moment has come for which the scenario has a consultation convened. */
    | { readonly type: 'convening'; readonly consultation: string }
    | { readonly type: 'convened'; readonly consultation: string; readonly case: string }
    | {
        readonly type: 'refused';
        readonly id: string;
        readonly consultation: string;
        readonly seat: string;
        readonly command: string;
        readonly code: ActRefusalCode;
      }
  );

export interface InjectState {
  /** Its place in the list, from 1. */
  readonly number: number;
  /** The inject as it stands now. */
  readonly inject: Inject;
  readonly state: 'planned' | 'held' | 'sent' | 'skipped';
  /** When it is due; absent: nobody knows yet. */
  readonly due?: Elapsed;
  readonly sent?: { readonly at: Instant; readonly elapsed: Elapsed; readonly by: SentBy };
  /** Sent to the controllers alone, to try it. */
  readonly tested: boolean;
  readonly inserted: boolean;
  readonly edited: boolean;
  /** The participants who said that they have it. */
  readonly acknowledged: readonly { readonly by: string; readonly elapsed: Elapsed }[];
}

export interface Message {
  readonly id: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly text: string;
  readonly about?: string;
  readonly asks: boolean;
  /** Who took it upon himself to answer. */
  readonly owner?: string;
  readonly at: Instant;
  readonly elapsed: Elapsed;
}

export interface Verdict {
  readonly verdict: 'met' | 'missed';
  readonly elapsed: Elapsed;
  readonly evidence: readonly Evidence[];
  /** An evaluator's, who overruled the program or decided what it can't. */
  readonly by?: string;
  readonly why?: string;
}

export interface Rated {
  readonly task: string;
  readonly by: string;
  readonly rating: Rating;
  readonly why: string;
  readonly evidence: readonly Evidence[];
  readonly elapsed: Elapsed;
}

export interface Observation {
  readonly id: string;
  readonly by: string;
  readonly text: string;
  readonly evidence: readonly Evidence[];
  readonly elapsed: Elapsed;
}

export interface RefusedAct {
  readonly id: string;
  readonly consultation: string;
  readonly seat: string;
  readonly command: string;
  readonly code: ActRefusalCode;
  readonly elapsed: Elapsed;
}

export interface Finding {
  readonly id: string;
  readonly by: string;
  readonly kind: 'strength' | 'area-for-improvement';
  readonly text: string;
  readonly task?: string;
  readonly rules: readonly string[];
  readonly evidence: readonly Evidence[];
}

export interface CorrectiveAction {
  readonly id: string;
  readonly finding: string;
  readonly text: string;
  readonly owner: string;
  readonly until?: string;
  readonly status: 'open' | 'under-way' | 'done';
}

/** What is to happen at a moment by itself: an inject is sent, or a consultation convened. */
export type Agendum = { readonly due: Elapsed; readonly number: number } & (
  | { readonly type: 'inject'; readonly inject: string }
  | { readonly type: 'consultation'; readonly consultation: string }
);

/** What an inject has changed in the world. */
export interface WorldChanged {
  readonly elapsed: Elapsed;
  readonly inject: string;
}

export interface Exercise {
  readonly phase: 'planned' | 'running' | 'paused' | 'ended';
  readonly scenario: string;
  /** The last moment that is known of. */
  readonly now: Instant;
  /** The scenario time of what happened last. Nothing that comes later has an earlier one. */
  readonly elapsed: Elapsed;
  readonly clock: ExerciseClock;
  readonly participants: ReadonlyMap<string, Participant>;
  /** By serial, in the order of the list; inserted ones after those of the scenario. */
  readonly injects: ReadonlyMap<string, InjectState>;
  /** The cases, by the scenario's names for them. */
  readonly consultations: ReadonlyMap<string, string>;
  /** When they were convened. */
  readonly convened: ReadonlyMap<string, Elapsed>;
  /** What is to come, in the order in which it is due: ready injects that are neither held nor sent, planned consultations. */
  readonly agenda: readonly Agendum[];
  /** The inject of each expectation. */
  readonly expectations: ReadonlyMap<string, string>;
  /** The injects that were sent, in order. */
  readonly sent: readonly string[];
  /** Those of them with effects. */
  readonly world: readonly WorldChanged[];
  readonly messages: readonly Message[];
  readonly verdicts: ReadonlyMap<string, Verdict>;
  readonly ratings: readonly Rated[];
  readonly observations: readonly Observation[];
  readonly answers: readonly {
    readonly questionnaire: string;
    readonly by: string;
    readonly answers: Readonly<Record<string, string>>;
  }[];
  readonly refusals: readonly RefusedAct[];
  readonly findings: ReadonlyMap<string, Finding>;
  readonly actions: ReadonlyMap<string, CorrectiveAction>;
  /** What was accepted, by `<participant>/<key>`. */
  readonly keys: ReadonlyMap<string, ExerciseCommand>;
}
