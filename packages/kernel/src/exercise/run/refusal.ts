/** Why a command changes nothing in an exercise. */
import { catalogue, plain } from '../../text/catalogue.ts';
import type { Text } from '../../text/lang.ts';
import en from './refusal.en.json' with { type: 'json' };
import ja from './refusal.ja.json' with { type: 'json' };
import ko from './refusal.ko.json' with { type: 'json' };

const say = catalogue({ en, ko, ja });

export const EXERCISE_REFUSAL_CODES = [
  'unknown-participant',
  'dismissed',
  'not-for-role',
  'other-part',
  'key-reused',
  'already-started',
  'not-started',
  'not-running',
  'not-paused',
  'ended',
  'rate-range',
  'clock-back',
  'nothing-due',
  'unknown-cell',
  'unknown-seat',
  'unknown-controller',
  'unknown-inject',
  'already-sent',
  'not-planned',
  'not-held',
  'inject-exists',
  'due-past',
  'unknown-name',
  'expectation-exists',
  'not-received',
  'already-acknowledged',
  'unknown-address',
  'unknown-item',
  'no-question',
  'already-owned',
  'unknown-task',
  'unknown-expectation',
  'unknown-evidence',
  'unknown-questionnaire',
  'not-asked',
  'wrong-answer',
  'unknown-finding',
  'unknown-consultation',
  'already-convened',
] as const;
export type ExerciseRefusalCode = (typeof EXERCISE_REFUSAL_CODES)[number];

export interface ExerciseRefusal {
  /** Stable. */
  readonly code: ExerciseRefusalCode;
  /** What it is about: an id or a value. */
  readonly subject?: string;
}

export function refuse(code: ExerciseRefusalCode, subject?: string): ExerciseRefusal {
  return subject === undefined ? { code } : { code, subject };
}

/** The refusal in words: what is wrong, and what to do. */
export function explainRefusal({ code, subject = '' }: ExerciseRefusal): Text {
  return say(code, { subject: plain(subject) });
}
