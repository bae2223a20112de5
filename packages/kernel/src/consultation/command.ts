/** What a seat may ask the consultation to record. Who acts, when and under which key are always said; nothing is taken from a clock. */
import type { ActKind } from '../arrangement/act.ts';
import type { Duration } from '../arrangement/formula.ts';
import type { Circumstance, Frame } from '../authority/question.ts';
import type { Instant } from './clock.ts';
import type { Marking } from './marking.ts';

interface Issued {
  /** Unique among the seat's own commands: sent again, it changes nothing. What it records is known as `<seat>/<key>`. */
  readonly key: string;
  readonly seat: string;
  /** The office, of those the seat holds, in which it acts. */
  readonly office: string;
  readonly at: Instant;
}

interface Marked extends Issued {
  readonly marking: Marking;
  readonly text?: string;
  /** The item that the text copies, quotes or translates: it is marked no wider, and keeps its originator. */
  readonly from?: { readonly relation: 'copy' | 'quote' | 'translation'; readonly of: string };
  /** Readings, unknowns and open conditions that the seat takes in one way. Kept on the record. */
  readonly relyingOn?: Partial<Circumstance>;
}

export interface Open extends Issued {
  readonly type: 'open';
  readonly arrangement: string;
  readonly frame: Frame;
  readonly matters: readonly string[];
}

/** An act of the arrangement's language, done by the office. `departure`: why a duty is passed over. */
export interface Acting extends Marked {
  readonly type: Exclude<ActKind, 'declare'>;
  readonly on: string;
  readonly to?: string;
  readonly departure?: string;
  /** Of `plan`: puts the text under the silence procedures on its matter. */
  readonly underSilence?: boolean;
}

/** Says that a condition holds or no longer does. A declaration is heard by all. */
export interface Declare extends Issued {
  readonly type: 'declare';
  readonly on: string;
  readonly holds: boolean;
  readonly departure?: string;
  readonly relyingOn?: Partial<Circumstance>;
}

/** Asks somebody for a consultation or an answer. */
export interface Request extends Marked {
  readonly type: 'request';
  readonly on: string;
  readonly to: string;
  readonly within?: Duration;
}

/** Something said about an item on the record: an answer to a request, an objection, a reservation, a dissent or a position. */
export interface Saying extends Marked {
  readonly type: 'answer' | 'object' | 'reserve' | 'dissent' | 'position';
  readonly about: string;
}

/**
 * Breaks the silence on a proposal, or takes back a delegation that the same office made: what was done under it stays done. Both are seen by
 * all who see what they undo, for nobody can act on what has been undone in secret.
 */
export interface Undo extends Issued {
  readonly type: 'break-silence' | 'take-back';
  readonly about: string;
  readonly text?: string;
}

/** Lets those to whom it is marked see an item: an act of its originator alone. */
export interface Release extends Marked {
  readonly type: 'release';
  readonly about: string;
}

/** A new holder of the seat, for good or acting. */
export interface Succeed extends Issued {
  readonly type: 'succeed';
  readonly holder: string;
  readonly acting: boolean;
}

export interface Procedure extends Issued {
  readonly type: 'adjourn' | 'resume' | 'close';
}

/** Nobody acts: time has passed. */
export interface Tick {
  readonly type: 'tick';
  readonly at: Instant;
}

/** What is marked, and what is for all to see. */
export type MarkedCommand = Acting | Request | Saying | Release;
export type PublicCommand = Open | Declare | Succeed | Procedure;
export type Recorded = MarkedCommand | PublicCommand | Undo;
export type Command = Recorded | Tick;

/** The name by which the record knows what a command recorded. No seat can come upon the name of what another hides. */
export function idOf({ seat, key }: Pick<Issued, 'seat' | 'key'>): string {
  return `${seat}/${key}`;
}

/** The item that a command undoes. */
export function undoneBy(command: Recorded): string | undefined {
  return command.type === 'break-silence' || command.type === 'take-back' ? command.about : undefined;
}

/** The items that a command names. */
export function namesOf(command: Recorded): readonly string[] {
  return [
    ...('about' in command ? [command.about] : []),
    ...('from' in command && command.from ? [command.from.of] : []),
  ];
}
