/** The questions that can be asked of an arrangement, and the shape of every answer. */
import type { ActKind, Outcome, VoiceKind } from '../arrangement/act.ts';
import type { Day } from '../arrangement/date.ts';
import type { Citation, Status } from '../arrangement/model.ts';
import type { Text } from '../text/lang.ts';

/** Who counts as one player: a single act, an office, a seat (a dual-hatted officer is one), or a party. */
export const LEVELS = ['act', 'office', 'seat', 'party'] as const;
export type Level = (typeof LEVELS)[number];

/** Whether the outcome has to take effect only, or to be reached without breaking a duty. */
export const EFFECTS = ['valid', 'proper'] as const;
export type Effect = (typeof EFFECTS)[number];

/** In how many of the readings, unknowns and open conditions an answer holds. */
export const EXTENTS = ['every', 'some', 'none'] as const;
export type Extent = (typeof EXTENTS)[number];

/** What is held fixed while asking. What is not fixed stays open and is quantified over. */
export interface Frame {
  readonly at: Day;
  /** Conditions taken as true or false. */
  readonly given?: Readonly<Record<string, boolean>>;
  /** Readings taken in one alternative. */
  readonly reading?: Readonly<Record<string, string>>;
}

interface About {
  readonly outcome: Outcome;
  /** Default `valid`. */
  readonly effect?: Effect;
  /** Default: what fits `who` (a party: party; an office or body: office; a seat: seat), else `seat`. */
  readonly level?: Level;
}

export type Question =
  /** Can `who` bring the outcome about though nobody else helps? `others: silent` lets silence procedures run out in its favour. */
  | ({ readonly ask: 'canAlone'; readonly who: string; readonly others?: 'oppose' | 'silent' } & About)
  /** Can `who` prevent the outcome though all others want it? */
  | ({ readonly ask: 'canBlock'; readonly who: string } & About)
  /** Can the outcome take effect with `who` passed over, though properly `who` would have had a part? `by`: only with these acting. */
  | { readonly ask: 'canBypass'; readonly who: string; readonly by?: string; readonly outcome: Outcome }
  /** Who is in every coalition that brings the outcome about? */
  | ({ readonly ask: 'needs' } & About)
  /** The minimal coalitions that bring it about; at most `limit` listed (default 12), all counted. */
  | ({ readonly ask: 'coalitions'; readonly limit?: number } & About)
  /** The minimal sets that can prevent it. */
  | ({ readonly ask: 'blockers'; readonly limit?: number } & About)
  /** The most that `who` may do, or is owed, on a matter. */
  | { readonly ask: 'voice'; readonly who: string; readonly on: string }
  /** Banzhaf and Shapley-Shubik indices of every player. */
  | ({ readonly ask: 'power' } & About)
  /** Which powers are left if `who` (a party, an office) withdraws or revokes all that it alone can? With `rule`: is that one left? */
  | { readonly ask: 'survives'; readonly who: string; readonly rule?: string }
  /** How long the outcome takes; with `consult` and `deadline`: whether that is done in time. */
  | {
      readonly ask: 'pace';
      readonly outcome: Outcome;
      readonly effect?: Effect;
      readonly deadline?: number;
      readonly runs?: number;
      readonly seed?: number;
    };

/** Readings and unknowns taken in one way, and conditions true or false: where an answer holds. Empty: everywhere. */
export interface Circumstance {
  readonly readings: Readonly<Record<string, string>>;
  readonly unknowns: Readonly<Record<string, boolean>>;
  readonly conditions: Readonly<Record<string, boolean>>;
}

/** A rule that an answer rests on. */
export interface Ground {
  readonly rule: string;
  readonly name: Text;
  readonly status: Status;
  readonly sources: readonly Citation[];
}

interface Common {
  readonly arrangement: string;
  readonly at: Day;
  /** One sentence that says the answer and its reason. */
  readonly sentence: Text;
  /** Every rule that the answer rests on. */
  readonly grounds: readonly Ground[];
}

/** Ids of actors or, at act level, act sentences. */
export type Players = readonly string[];

export interface Verdict extends Common {
  readonly ask: 'canAlone' | 'canBlock' | 'canBypass';
  readonly extent: Extent;
  /** Where it holds, when `extent` is `some`: circumstances that together are all, or the first 24 of more. */
  readonly where: readonly Circumstance[];
  /** A minimal set that shows it, or a counterexample that refutes it, with the circumstance in which it does. */
  readonly witness?: {
    readonly shows: boolean;
    readonly players: Players;
    readonly circumstance: Circumstance;
  };
}

export interface Sets extends Common {
  readonly ask: 'coalitions' | 'blockers';
  readonly level: Level;
  /** Sets that are minimal whatever the reading, and sets that are minimal in the reading kindest to the question. */
  readonly inEvery: SetList;
  readonly inSome: SetList;
}

/** Counted exactly, listed smallest first up to the limit. */
export interface SetList {
  readonly count: bigint;
  readonly sets: readonly Players[];
}

export interface Needs extends Common {
  readonly ask: 'needs';
  readonly level: Level;
  readonly players: readonly {
    readonly player: string;
    readonly extent: Extent;
    readonly where: readonly Circumstance[];
  }[];
  /** Whether the outcome can be brought about at all. */
  readonly possible: Extent;
}

/** How firm a voice is: it `may` be exercised, it is owed (`duty`: properly not left out), or nothing takes effect without it (`needed`). */
export const FIRMNESS = ['may', 'duty', 'needed'] as const;
export type Firmness = (typeof FIRMNESS)[number];

export interface Voice extends Common {
  readonly ask: 'voice';
  readonly who: string;
  readonly on: string;
  /** The most there is in some reading, and the least there is in every reading. `none`: no voice. */
  readonly most: VoiceLevel;
  readonly least: VoiceLevel;
}

export interface VoiceLevel {
  readonly kind: VoiceKind | 'none';
  readonly firmness: Firmness;
  /** It can bring about the decision, or the execution, that its voice is in without anybody else. */
  readonly alone: boolean;
}

export interface PowerIndices extends Common {
  readonly ask: 'power';
  readonly level: Level;
  /** One table for each circumstance in which the game differs. */
  readonly games: readonly {
    readonly circumstance: Circumstance;
    readonly winning: bigint;
    readonly players: readonly {
      readonly player: string;
      readonly swings: bigint;
      /** Exact, `numerator/denominator` in lowest terms; of games of more than 128 players decimals to 12 digits. */
      readonly banzhaf: string;
      readonly shapleyShubik: string;
      readonly shapleyShubikDecimal: number;
    }[];
  }[];
}

export interface Survival extends Common {
  readonly ask: 'survives';
  readonly who: string;
  readonly rules: readonly {
    readonly rule: string;
    readonly survives: Extent;
    readonly why: 'revocable' | 'support-withdrawn' | 'rests-on-fallen' | 'stands';
    /** The fallen rules it rests on, or the acts with which it is ended. */
    readonly by: readonly string[];
  }[];
}

/** Where the duration of a step comes from; an undeclared one is taken as none. */
export type PaceBasis = 'sourced' | 'assumed' | 'undeclared';

export interface PaceAnswer extends Common {
  readonly ask: 'pace';
  /** Seconds. `null`: it can not be brought about. */
  readonly shortest: number | null;
  readonly path: readonly {
    readonly act: string;
    readonly start: number;
    readonly end: number;
    readonly basis: PaceBasis;
  }[];
  readonly distribution: {
    readonly runs: number;
    readonly seed: number;
    readonly p10: number;
    readonly p50: number;
    readonly p90: number;
    readonly withinDeadline?: number;
  } | null;
}

export type Answer = Answers[Question['ask']];

/** Why a question can not be answered: it names what is not there, or the engine's budget is spent. */
export interface Refusal {
  readonly code: 'unknown-name' | 'unknown-outcome' | 'too-open' | 'budget-spent';
  readonly params: Readonly<Record<string, string | number>>;
  readonly nearest?: string;
}

export type Reply<A extends Answer = Answer> =
  | { readonly ok: true; readonly answer: A }
  | { readonly ok: false; readonly refusal: Refusal };

interface Answers {
  readonly canAlone: Verdict;
  readonly canBlock: Verdict;
  readonly canBypass: Verdict;
  readonly needs: Needs;
  readonly coalitions: Sets;
  readonly blockers: Sets;
  readonly voice: Voice;
  readonly power: PowerIndices;
  readonly survives: Survival;
  readonly pace: PaceAnswer;
}

/** The answer that each question gets. */
export type AnswerTo<Q extends Question> = Answers[Q['ask']];

export type { ActKind, Outcome };
