/** What a seat may ask the consultation to record. Who acts, when and under which key are always said; nothing is taken from a clock. */
import type { ActKind } from '../arrangement/act.ts';
import type { Duration } from '../arrangement/formula.ts';
import type { Circumstance, Frame } from '../authority/question.ts';
import type { Instant } from './clock.ts';
import type { Marking } from './marking.ts';
import type { Zones } from './zones.ts';

interface Issued {
  /** Unique among the seat's own commands: sent again, it changes nothing. What it records is known as `<seat>/<key>`. */
  readonly key: string;
  readonly seat: string;
  /** The office, of those the seat holds, in which it acts. */
  readonly office: string;
  readonly at: Instant;
}

/** A document that is kept elsewhere: what is marked, released and recalled is the item that bears it. */
export interface Document {
  readonly title: string;
  /** The commitment to its bytes: 64 hexadecimal digits. */
  readonly hash: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
}

interface Marked extends Issued {
  readonly marking: Marking;
  readonly text?: string;
  readonly document?: Document;
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
  /** Present, and true, of an exercise: its director tells what happens in its world. */
  readonly exercise?: true;
  /** Whether a silence procedure goes on against a seat that can not be reached; where nothing is said, its clock stands. */
  readonly silenceWithoutLink?: 'stands' | 'runs';
  readonly zones?: Zones;
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

/** Asks the originator of an item to share it wider. */
export interface ReleaseRequest extends Marked {
  readonly type: 'request-release';
  readonly about: string;
  readonly to: string;
  readonly within?: Duration;
}

/** Asks somebody for a document of which one knows the title only. */
export interface DocumentRequest extends Marked {
  readonly type: 'request-document';
  readonly title: string;
  readonly to: string;
  readonly within?: Duration;
}

export interface ReleaseRefusal extends Marked {
  readonly type: 'refuse-release';
  /** The request. */
  readonly about: string;
  readonly reason: string;
}

/** Something said about an item on the record: an answer to a request, an objection, a reservation, a dissent, a position, that it was received. */
export interface Saying extends Marked {
  readonly type: 'answer' | 'object' | 'reserve' | 'dissent' | 'position' | 'receipt';
  readonly about: string;
}

/**
 * Breaks the silence on a proposal; takes back a delegation that the same office made, or withdraws its concurrence or proposal: what was done
 * on the strength of it stays done; recalls an item of one's own, on which nobody may rely from then on. All are seen by
 * all who see what they undo, for nobody can act on what has been undone in secret.
 */
export interface Undo extends Issued {
  readonly type: 'break-silence' | 'take-back' | 'withdraw' | 'recall';
  readonly about: string;
  readonly text?: string;
}

/** Lets those to whom it is marked see an item: an act of its originator alone. */
export interface Release extends Marked {
  readonly type: 'release';
  readonly about: string;
  /** The request that it grants. */
  readonly answering?: string;
}

/** A new holder of the seat, for good or acting. `of`: the seat, where an exercise's director tells of it; else it is told by the seat itself. */
export interface Succeed extends Issued {
  readonly type: 'succeed';
  readonly of?: string;
  readonly holder: string;
  readonly acting: boolean;
}

/** A seat can not be reached by anybody or act, or can again. Where the arrangement names who acts for its offices when they are vacant, they do. */
export interface Absence extends Issued {
  readonly type: 'absent' | 'present';
  readonly of: string;
}

/** The link of a seat, or the one between two parties or seats, is lost or restored. */
export interface LinkChange extends Issued {
  readonly type: 'link-down' | 'link-up';
  readonly of: string;
  readonly with?: string;
}

/** A rule of the arrangement, a power or a duty, is no longer applied, or is again: told by an exercise's director alone. */
export interface Suspension extends Issued {
  readonly type: 'suspend' | 'restore';
  readonly rule: string;
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
export type AnyRequest = Request | ReleaseRequest | DocumentRequest;
export type MarkedCommand = Acting | AnyRequest | ReleaseRefusal | Saying | Release;
export type WorldChange = Absence | LinkChange | Suspension;
/** What an exercise's director may tell. */
export type DirectorChange = WorldChange | Declare | Succeed;
export type PublicCommand = Open | Declare | Succeed | WorldChange | Procedure;
export type Recorded = MarkedCommand | PublicCommand | Undo;
export type Command = Recorded | Tick;

/** The name by which the record knows what a command recorded. No seat can come upon the name of what another hides. */
export function idOf({ seat, key }: Pick<Issued, 'seat' | 'key'>): string {
  return `${seat}/${key}`;
}

const UNDOING: readonly Undo['type'][] = ['break-silence', 'take-back', 'withdraw', 'recall'];

export function isUndo(command: Recorded): command is Undo {
  return UNDOING.some((type) => type === command.type);
}

/** The item that a command undoes. */
export function undoneBy(command: Recorded): string | undefined {
  return isUndo(command) ? command.about : undefined;
}

const REQUESTS: readonly AnyRequest['type'][] = ['request', 'request-release', 'request-document'];

/** The command, if it asks for an answer. */
export function asRequest(command: Recorded): AnyRequest | undefined {
  return REQUESTS.some((type) => type === command.type) ? (command as AnyRequest) : undefined;
}

/** The items that a command names. */
export function namesOf(command: Recorded): readonly string[] {
  return [
    ...('about' in command ? [command.about] : []),
    ...('from' in command && command.from ? [command.from.of] : []),
    ...('answering' in command && command.answering !== undefined ? [command.answering] : []),
  ];
}
