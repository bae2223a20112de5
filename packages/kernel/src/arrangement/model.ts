/** An arrangement as the engine sees it: read, resolved and checked. Everything is immutable and in the order of the file. */
import type { Text } from '../text/lang.ts';
import type { Act } from './act.ts';
import type { Period } from './date.ts';
import type { Place } from './fault.ts';
import type { Duration, Formula } from './formula.ts';

/**
 * How firmly something is known: it stands in a `text`; it is `reported` by a third party; it is `planned`;
 * it is `inferred` by us or by an author; its author `hedged` it.
 */
export const STATUSES = ['text', 'reported', 'planned', 'inferred', 'hedged'] as const;
export type Status = (typeof STATUSES)[number];

export interface Source {
  readonly id: string;
  readonly title: Text;
  readonly kind: 'seed' | 'document' | 'news' | 'web' | 'scholarship';
  readonly address?: string;
  readonly place: Place;
}

/** Where a rule comes from: a source, a place in it, and a short quote in its original language. */
export interface Citation {
  readonly source: string;
  readonly at?: string;
  readonly quote?: string;
}

/** What every entry has in common. `id` is unique among all entries of an arrangement. */
export interface Entry extends Period {
  readonly id: string;
  readonly name: Text;
  readonly status: Status;
  readonly sources: readonly Citation[];
  readonly note?: Text;
  readonly place: Place;
}

export interface Party extends Entry {
  readonly type: 'party';
}

/** A party's government: who governs, from when until when. */
export interface Government extends Entry {
  readonly type: 'government';
  readonly party: string;
  readonly leaning?: string;
}

/** The formula by which an office answers to parties: one party, or several. */
export type Answering =
  | { readonly type: 'party'; readonly party: string }
  | { readonly type: 'allOf' | 'anyOf'; readonly of: readonly Answering[] };

export interface Office extends Entry {
  readonly type: 'office';
  readonly answersTo: Answering;
  /** The party whose national holds the office, where that is not the whole of whom it answers to. */
  readonly heldFrom?: string;
}

export interface Holder extends Period {
  readonly name: Text;
  readonly acting: boolean;
  readonly status: Status;
  readonly sources: readonly Citation[];
  readonly place: Place;
}

/** One person's chair: the offices that are held together. An office that no seat names is a seat of its own. */
export interface Seat extends Entry {
  readonly type: 'seat';
  readonly offices: readonly string[];
  readonly holders: readonly Holder[];
}

/**
 * How a body acts. `none`: it meets, informs, consults, advises and plans, but decides nothing. `consensus`: every member
 * concurs. The others say which members suffice. `formula` is over acts, for what no other way can say (a chair's casting vote).
 */
export type Way =
  | { readonly type: 'none' | 'consensus' | 'majority' }
  | { readonly type: 'atLeast'; readonly count: number; readonly veto: readonly string[] }
  | {
      readonly type: 'weighted';
      readonly quota: number;
      readonly weights: readonly { readonly member: string; readonly weight: number }[];
      readonly alsoAtLeast?: number;
    };

export interface Body extends Entry {
  readonly type: 'body';
  readonly members: readonly string[];
  readonly way: Way;
  /** Concurrence is given unless a member breaks silence within this time. */
  readonly silence?: Duration;
}

export interface Matter extends Entry {
  readonly type: 'matter';
}

export interface Condition extends Entry {
  readonly type: 'condition';
  /** Offices or bodies that may declare it; none: the world fixes it. */
  readonly declaredBy: readonly string[];
  /** What is assumed when a question does not say; absent: left open, and answers hold in every, some or no circumstance. */
  readonly usually?: boolean;
}

export interface Alternative {
  readonly id: string;
  readonly name: Text;
  readonly sources: readonly Citation[];
}

/** A place where a text can be understood in more than one way, or where texts disagree. */
export interface Reading extends Entry {
  readonly type: 'reading';
  readonly alternatives: readonly Alternative[];
}

/** Something that no text tells and nobody has put forward an answer to. */
export interface Unknown extends Entry {
  readonly type: 'unknown';
}

export interface Clause {
  readonly id: string;
  readonly name: Text;
  readonly sources: readonly Citation[];
}

export interface Instrument extends Entry {
  readonly type: 'instrument';
  readonly parties: readonly string[];
  /** Languages in which it exists; the authoritative ones first. */
  readonly form:
    | 'treaty'
    | 'agreement'
    | 'declaration'
    | 'guidelines'
    | 'plan'
    | 'statute'
    | 'statement'
    | 'communique';
  readonly clauses: readonly Clause[];
}

/**
 * Who may do an act. `valid`: without it the act has no effect. `proper`: without it the act takes effect but breaks a duty.
 * `inForce`: what has to go on being done for the power to exist. `revocableBy`: who can end it; absent: nobody within
 * the arrangement can.
 */
export interface Power extends Entry {
  readonly type: 'power';
  readonly act: Act;
  readonly valid: Formula;
  readonly proper: Formula;
  readonly inForce: Formula;
  readonly revocableBy?: Formula;
  /** `instrument/clause`. */
  readonly clause?: string;
}

/** One case of a duty. The general case has no `when` and holds where no labelled exception does. */
export interface Case {
  readonly label: string;
  readonly when?: Formula;
  readonly must: Formula;
  readonly within?: Duration;
  readonly place: Place;
}

/** What is owed before an act (then the act is improper without it) or after it. */
export interface Duty extends Entry {
  readonly type: 'duty';
  readonly time: 'before' | 'after';
  readonly act: Act;
  readonly cases: readonly Case[];
  readonly clause?: string;
}

/** A standing delegation: `to` may do the act in place of `act.by` where `when` holds. */
export interface Delegation extends Entry {
  readonly type: 'delegation';
  readonly act: Act;
  readonly to: string;
  readonly when: Formula;
}

/** Who acts for an office that is vacant, in order. Its vacancy is the condition `vacant-<office>`. */
export interface Succession extends Entry {
  readonly type: 'succession';
  readonly office: string;
  readonly order: readonly string[];
}

/** How long an act takes once it can be begun: least, most likely and most. An assumption is shown as one. */
export interface Pace extends Entry {
  readonly type: 'pace';
  readonly act: Act;
  readonly least: Duration;
  readonly likely: Duration;
  readonly most: Duration;
  readonly assumed: boolean;
}

export const EVENT_KINDS = [
  'meeting',
  'agreement',
  'adoption',
  'statement',
  'demand',
  'visit',
  'exercise',
  'launch',
  'delivery',
  'incident',
  'election',
  'change',
  'refusal',
  'postponement',
  'participation',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** Something that happened or is to happen; `from` is the day (or first day), `until` the day after the last. */
export interface Happening extends Entry {
  readonly type: 'event';
  readonly kind: EventKind;
  /** Parties, governments, offices, bodies that took part. */
  readonly who: readonly string[];
  /** Entries that it is about, brings about or ends. */
  readonly about: readonly string[];
  readonly after: readonly string[];
}

/** Something a source asserts that is no act and no event; `by` is who asserts it, in words. */
export interface Fact extends Entry {
  readonly type: 'fact';
  readonly by?: Text;
  readonly who: readonly string[];
  readonly about: readonly string[];
}

/** Entries that mutation and explanation speak of as rules. */
export type Rule = Power | Duty | Delegation | Succession | Body | Seat | Happening | Fact;

export type Any =
  | Party
  | Government
  | Office
  | Seat
  | Body
  | Matter
  | Condition
  | Reading
  | Unknown
  | Instrument
  | Power
  | Duty
  | Delegation
  | Succession
  | Pace
  | Happening
  | Fact;

type Table<T> = ReadonlyMap<string, T>;

export interface Arrangement {
  readonly id: string;
  readonly name: Text;
  readonly summary: Text;
  readonly sources: Table<Source>;
  readonly parties: Table<Party>;
  readonly governments: Table<Government>;
  readonly offices: Table<Office>;
  readonly seats: Table<Seat>;
  readonly bodies: Table<Body>;
  readonly matters: Table<Matter>;
  readonly conditions: Table<Condition>;
  readonly readings: Table<Reading>;
  readonly unknowns: Table<Unknown>;
  readonly instruments: Table<Instrument>;
  readonly powers: Table<Power>;
  readonly duties: Table<Duty>;
  readonly delegations: Table<Delegation>;
  readonly successions: Table<Succession>;
  readonly paces: Table<Pace>;
  readonly events: Table<Happening>;
  readonly facts: Table<Fact>;
}

/** The tables of entries, in the order in which a file has them. */
export const TABLES = [
  'parties',
  'governments',
  'offices',
  'seats',
  'bodies',
  'matters',
  'conditions',
  'readings',
  'unknowns',
  'instruments',
  'powers',
  'duties',
  'delegations',
  'successions',
  'paces',
  'events',
  'facts',
] as const satisfies readonly (keyof Arrangement)[];

/** The entry with this id, whatever its table. */
export function entry(arrangement: Arrangement, id: string): Any | undefined {
  for (const table of TABLES) {
    const found = arrangement[table].get(id);
    if (found) return found;
  }
  return undefined;
}
