/** A scenario: what an exercise is about, who plays in it, and what is put before the players when (its master scenario events list, MSEL). */
import type { Day } from '../../arrangement/date.ts';
import type { Place } from '../../arrangement/fault.ts';
import type { Duration } from '../../arrangement/formula.ts';
import type { Instant } from '../../consultation/clock.ts';
import type { Lang } from '../../text/lang.ts';
import type { Condition } from './condition.ts';
import type { WorldEffect } from './effect.ts';

/** A string for people in at least one language: a list of events from a spreadsheet has but one. */
export type Wording = Readonly<Partial<Record<Lang, string>>>;

export interface Scenario {
  readonly id: string;
  readonly name: Wording;
  /** What has happened before STARTEX: read by all. */
  readonly situation: Wording;
  /** The arrangement that it is played under, taken on a day, with what is fixed. */
  readonly arrangement: string;
  readonly at: Day;
  readonly given: Readonly<Record<string, boolean>>;
  readonly reading: Readonly<Record<string, string>>;
  /** The moment in the scenario at which it starts (STARTEX). */
  readonly startex: Instant;
  /** How long it is planned to last, in scenario time; when it ends (ENDEX) is the director's to say. */
  readonly length?: Duration;
  /** The time zone of each party's capital: `Asia/Seoul`. */
  readonly capitals: Readonly<Record<string, string>>;
  readonly cells: ReadonlyMap<string, Cell>;
  readonly controllers: ReadonlyMap<string, Controller>;
  readonly consultations: ReadonlyMap<string, PlannedConsultation>;
  readonly objectives: ReadonlyMap<string, Objective>;
  /** Modules, in order. */
  readonly parts: ReadonlyMap<string, Part>;
  /** In the order of the list. Their ids are the serials. */
  readonly injects: ReadonlyMap<string, Inject>;
  readonly questionnaires: ReadonlyMap<string, Questionnaire>;
}

/** Those who play together. A control cell (role-players, simulation) voices whoever is not played. */
export interface Cell {
  readonly id: string;
  readonly name: Wording;
  readonly kind: 'players' | 'role-players';
  /** The seats of the arrangement that it plays; a role-players' cell may have none. A seat is in at most one cell. */
  readonly seats: readonly string[];
  readonly place: Place;
}

export interface Controller {
  readonly id: string;
  readonly name: Wording;
  readonly place: Place;
}

/** A case of the arrangement that is run in the exercise. */
export interface PlannedConsultation {
  readonly id: string;
  readonly name: Wording;
  readonly matters: readonly string[];
  readonly convener: { readonly seat: string; readonly office: string };
  /** When it is convened, from STARTEX; absent: its convener does so when he sees fit. */
  readonly convened?: Duration;
  readonly silenceWithoutLink?: 'stands' | 'runs';
  readonly place: Place;
}

/** Objectives → capabilities → critical tasks, as in HSEEP's exercise evaluation guides. */
export interface Objective {
  readonly id: string;
  readonly name: Wording;
  readonly capabilities: ReadonlyMap<string, Capability>;
  readonly place: Place;
}

export interface Capability {
  readonly id: string;
  readonly name: Wording;
  readonly tasks: ReadonlyMap<string, CriticalTask>;
}

/** What evaluators rate. Its id is unique in the scenario. */
export interface CriticalTask {
  readonly id: string;
  readonly name: Wording;
  /** Rules or clauses of the arrangement that it rehearses. */
  readonly rules: readonly string[];
  readonly place: Place;
}

export interface Part {
  readonly id: string;
  readonly name: Wording;
  readonly from?: Duration;
  readonly place: Place;
}

/** By what an inject reaches the players. */
export const METHODS = [
  'message',
  'telephone',
  'face-to-face',
  'video',
  'news',
  'social-media',
  'document',
  'system',
  'other',
] as const;
export type Method = (typeof METHODS)[number];

/** Contextual: builds the situation. Expected action: starts an action that is judged. Contingency: held for when players don't act. */
export const INJECT_KINDS = ['contextual', 'expected-action', 'contingency', 'administrative'] as const;
export type InjectKind = (typeof INJECT_KINDS)[number];

/** How far its writing has come. Only a ready one is sent by the clock. */
export const INJECT_STATUSES = ['draft', 'review', 'ready'] as const;
export type InjectStatus = (typeof INJECT_STATUSES)[number];

export interface Inject {
  readonly id: string;
  readonly kind: InjectKind;
  readonly status: InjectStatus;
  /** When it is sent. */
  readonly due: DueWhen;
  readonly part?: string;
  readonly method: Method;
  /** Who seems to send it. */
  readonly from: Wording;
  /** Cells and seats that get it. */
  readonly to: readonly string[];
  readonly title: Wording;
  readonly text: Wording;
  readonly attachments: readonly Attachment[];
  /** Critical tasks that it gives occasion for. */
  readonly tasks: readonly string[];
  readonly expected: readonly Expectation[];
  readonly controller?: string;
  /** Told to controllers only. */
  readonly notes?: Wording;
  /** What changes in the world when it is sent. */
  readonly effects: readonly WorldEffect[];
  readonly questionnaire?: string;
  /** Columns of the spreadsheet that it came from which have no meaning here, by their headings, as they stood. */
  readonly extra: Readonly<Record<string, string>>;
  readonly place: Place;
}

export type DueWhen =
  /** So long after STARTEX. */
  | { readonly type: 'time'; readonly after: Duration }
  /** A branch: so long after the condition has become true. */
  | { readonly type: 'branch'; readonly when: Condition; readonly delay: Duration }
  /** A reserve, which a controller sends when it is wanted. */
  | { readonly type: 'reserve' };

/** A file that goes with an inject, beside the scenario or in the spreadsheet's package. */
export interface Attachment {
  readonly name: string;
  /** Its path in the scenario's folder. */
  readonly file: string;
  readonly mediaType: string;
}

/** What players should do. */
export interface Expectation {
  /** Unique in the scenario. */
  readonly id: string;
  readonly says: Wording;
  /** The critical task that it bears on. */
  readonly task?: string;
  /** Decided by the program; absent: by an evaluator. */
  readonly met?: Condition;
  /** How long after the inject; absent: until ENDEX. */
  readonly within?: Duration;
  readonly place: Place;
}

export interface Questionnaire {
  readonly id: string;
  readonly name: Wording;
  /** Cells, or roles, that answer it. */
  readonly to: readonly string[];
  readonly questions: readonly AskedQuestion[];
  readonly place: Place;
}

export type AskedQuestion = { readonly id: string; readonly asks: Wording } & (
  | { readonly type: 'text' }
  /** 1 to 5. */
  | { readonly type: 'scale' }
  | { readonly type: 'choice'; readonly of: readonly { readonly id: string; readonly says: Wording }[] }
);
