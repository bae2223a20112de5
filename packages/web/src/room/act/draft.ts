/** What a seat is about to say: written at leisure, and sent as one command. */
import type { Circumstance, consultation } from '@foedus/kernel';
import type { Told } from '../../api/send.ts';

export type CommandType = Exclude<consultation.Recorded['type'], 'open'>;

/** All that any command has; what its type has no use for stays as it was. */
export interface Draft {
  /** Under which it is sent, however often. */
  readonly key: string;
  readonly type: CommandType;
  readonly office: string;
  readonly on: string;
  readonly to: string;
  /** The item it is about, and the request that a release grants. */
  readonly about: string;
  readonly answering: string;
  readonly marking: consultation.Marking;
  readonly text: string;
  readonly document: consultation.Document | undefined;
  readonly from: { readonly relation: 'copy' | 'quote' | 'translation'; readonly of: string } | undefined;
  /** Hours until an answer is wanted, as written. */
  readonly within: string;
  readonly departure: string;
  readonly relyingOn: Circumstance | undefined;
  readonly underSilence: boolean;
  readonly holds: boolean;
  readonly title: string;
  readonly reason: string;
  readonly holder: string;
  readonly acting: boolean;
  /** It is on its way, and is sent until it is answered. */
  readonly sent: boolean;
  /** Why it was not recorded. */
  readonly refused: Told | undefined;
}

/** The parts that commands of a type are made of, in the order in which they are asked for. */
export const PARTS = {
  act: ['to', 'text', 'document', 'from', 'relyingOn', 'departure', 'marking'],
  plan: ['to', 'text', 'document', 'from', 'underSilence', 'relyingOn', 'departure', 'marking'],
  declare: ['on', 'holds', 'relyingOn', 'departure'],
  request: ['on', 'to', 'text', 'within', 'marking'],
  saying: ['text', 'document', 'from', 'relyingOn', 'marking'],
  'request-release': ['to', 'text', 'within', 'marking'],
  'request-document': ['title', 'to', 'text', 'within', 'marking'],
  'refuse-release': ['reason', 'marking'],
  undo: ['text'],
  release: ['answering', 'text', 'marking'],
  succeed: ['holder', 'acting'],
  procedure: [],
} as const satisfies Record<string, readonly (keyof Draft)[]>;
export type Shape = keyof typeof PARTS;
export type Part = (typeof PARTS)[Shape][number];

const SHAPES: Readonly<Partial<Record<CommandType, Shape>>> = {
  plan: 'plan',
  declare: 'declare',
  request: 'request',
  answer: 'saying',
  object: 'saying',
  reserve: 'saying',
  dissent: 'saying',
  position: 'saying',
  receipt: 'saying',
  'request-release': 'request-release',
  'request-document': 'request-document',
  'refuse-release': 'refuse-release',
  'break-silence': 'undo',
  'take-back': 'undo',
  withdraw: 'undo',
  recall: 'undo',
  release: 'release',
  succeed: 'succeed',
  adjourn: 'procedure',
  resume: 'procedure',
  close: 'procedure',
};

export function partsOf(type: CommandType): readonly Part[] {
  return PARTS[SHAPES[type] ?? 'act'];
}

/** Whether a command of the type names an item. */
export function isAbout(type: CommandType): boolean {
  const shape = SHAPES[type] ?? 'act';
  return !['act', 'plan', 'declare', 'request', 'request-document', 'succeed', 'procedure'].includes(shape);
}

const HOUR = 3600;

/** Whole seconds; `undefined` where no number of hours was written. */
function seconds(hours: string): number | undefined {
  const read = Number(hours.replace(',', '.'));
  return hours.trim() === '' || !Number.isFinite(read) || read < 0 ? undefined : Math.round(read * HOUR);
}

/** The command as it is sent: its type's parts, without what was left empty. */
export function commandOf(draft: Draft): Readonly<Record<string, unknown>> {
  const { about, document, from, holds, key, office, on, relyingOn, to, type, underSilence } = draft;
  const named = (name: string, value: string): object => (value.trim() === '' ? {} : { [name]: value });
  const within = seconds(draft.within);
  const parts: Readonly<Record<Part, object>> = {
    on: { on },
    to: named('to', to),
    text: named('text', draft.text),
    document: document ? { document } : {},
    from: from ? { from } : {},
    within: within === undefined ? {} : { within },
    departure: named('departure', draft.departure),
    relyingOn: relyingOn ? { relyingOn } : {},
    underSilence: underSilence ? { underSilence } : {},
    marking: { marking: draft.marking },
    holds: { holds },
    title: { title: draft.title },
    reason: { reason: draft.reason },
    holder: { holder: draft.holder },
    acting: { acting: draft.acting },
    answering: named('answering', draft.answering),
  };
  const shape = SHAPES[type] ?? 'act';
  const isAct = shape === 'act' || shape === 'plan';
  return Object.assign(
    { type, key, office },
    isAct ? { on } : {},
    isAbout(type) ? { about } : {},
    ...partsOf(type).map((part) => parts[part]),
  ) as Readonly<Record<string, unknown>>;
}

const REQUESTS: readonly CommandType[] = ['request', 'request-release', 'request-document'];

/** What has to be written before it can be sent, in the types that ask for it. */
const NEEDED = ['title', 'reason', 'holder', 'on'] as const;

/** Whether all has been written without which it can't be sent. */
export function isComplete(draft: Draft): boolean {
  const parts = partsOf(draft.type);
  const asks = REQUESTS.includes(draft.type);
  return [
    ...NEEDED.filter((part) => parts.includes(part)).map((part) => draft[part]),
    ...(asks ? [draft.to] : []),
  ].every((written) => written.trim() !== '');
}
