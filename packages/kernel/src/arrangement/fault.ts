/** Errors are values: a stable code, the place, what was expected and what to do. */

/** A position in a text file; line and column count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/**
 * One thing wrong with an input. `code` is stable and is also the key (`fault.<code>`) of the message in the
 * catalogues; `params` fill the message. A fault never carries prose of its own.
 */
export interface Fault {
  readonly code: FaultCode;
  readonly place: Place;
  readonly params: Readonly<Record<string, string | number>>;
  /** The nearest known name, where a name was misspelt. */
  readonly nearest?: string;
}

/** Every code that a reader of arrangements or claims can report. The catalogue test requires a message for each. */
export const FAULT_CODES = [
  'not-utf8',
  'file-missing',
  'file-too-large',
  'bad-path',
  'include-cycle',
  'yaml-syntax',
  'yaml-too-deep',
  'yaml-feature',
  'duplicate-key',
  'wrong-type',
  'missing-key',
  'unknown-key',
  'bad-value',
  'bad-id',
  'bad-date',
  'bad-duration',
  'bad-formula',
  'bad-act',
  'empty-text',
  'empty-list',
  'repeated-item',
  'wrong-length',
  'one-of-keys',
  'duplicate-id',
  'unknown-party',
  'unknown-actor',
  'unknown-office',
  'unknown-matter',
  'unknown-condition',
  'unknown-reading',
  'unknown-alternative',
  'unknown-unknown',
  'unknown-source',
  'unknown-clause',
  'unknown-subject',
  'unknown-power',
  'unknown-event',
  'unknown-act-kind',
  'unknown-arrangement',
  'missing-source',
  'empty-period',
  'overlapping-periods',
  'negated-act',
  'act-in-when',
  'requirement-cycle',
  'act-without-power',
  'body-cannot-decide',
  'office-in-two-seats',
  'quota-out-of-range',
  'not-a-member',
  'too-few-alternatives',
  'falling-durations',
  'not-after',
  'cases-gap',
  'cases-overlap',
  'cases-undecided',
] as const;

/** What a reader of scenarios can report beside these. */
export const SCENARIO_FAULT_CODES = [
  'bad-condition',
  'bad-instant',
  'bad-scenario-time',
  'bad-serial',
  'bad-zone',
  'reserved-id',
  'unknown-seat',
  'unknown-addressee',
  'unknown-correspondent',
  'unknown-respondent',
  'unknown-controller',
  'unknown-consultation',
  'unknown-task',
  'unknown-part',
  'unknown-inject',
  'unknown-questionnaire',
  'unknown-rule',
  'office-not-held',
  'seat-in-two-cells',
  'attachment-missing',
  'branch-cycle',
] as const;
export type FaultCode = (typeof FAULT_CODES)[number] | (typeof SCENARIO_FAULT_CODES)[number];

/** Either a value or everything that is wrong, never the first fault only. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: readonly Fault[] };
