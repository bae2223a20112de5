/** Small changes of a rule, made one at a time to see what rests on it. */
import type { Day } from '../../arrangement/date.ts';
import type { Arrangement } from '../../arrangement/model.ts';
import type { Fillings } from '../../text/catalogue.ts';
import type { Text } from '../../text/lang.ts';

/** Every kind of change; also the key of its sentence in the catalogues. */
export const MUTATION_KINDS = [
  'drop-requirement',
  'add-concurrence',
  'add-duty',
  'swap-actor',
  'swap-addressee',
  'settle-so',
  'settle-not-so',
  'change-quota',
  'drop-revocation',
  'add-revocation',
  'raise-kind',
  'lower-kind',
  'change-matter',
  'begin-later',
  'end-earlier',
  'hold-always',
  'drop-case',
  'swap-delegate',
  'drop-successor',
  'drop-member',
  'swap-member',
  'change-way',
  'drop-veto',
  'drop-silence',
  'change-answering',
  'split-seat',
  'drop-alternative',
  'change-usual',
  'move-date',
  'drop-participant',
  'swap-participant',
  'drop-subject',
  'drop-order',
  'change-kind',
  'drop-rule',
  'change-status',
] as const;
export type MutationKind = (typeof MUTATION_KINDS)[number];

/** One change of one rule. */
export interface Mutation {
  readonly arrangement: string;
  readonly rule: string;
  readonly kind: MutationKind;
  /** Says what is changed. */
  readonly says: Text;
  /** The arrangement with the change made; the given one stays as it is. */
  readonly apply: (arrangement: Arrangement) => Arrangement;
}

/** What a check asks about: whom a change should touch, on which matters, and past which days it should move a rule. */
export interface Aim {
  readonly actors: readonly string[];
  readonly matters: readonly string[];
  readonly days: readonly Day[];
}

/** A change before it is bound to its arrangement. */
export interface Change {
  readonly kind: MutationKind;
  /** What fills its sentence beside the rule's name: `from` what, `to` what. */
  readonly fillings: () => Fillings;
  readonly apply: (arrangement: Arrangement) => Arrangement;
}
