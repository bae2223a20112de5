/** What is found in a scenario before it is played. */
import type { Place } from '../../../arrangement/fault.ts';
import { catalogue, type Filling } from '../../../text/catalogue.ts';
import type { Text } from '../../../text/lang.ts';
import en from './findings.en.json' with { type: 'json' };
import ja from './findings.ja.json' with { type: 'json' };
import ko from './findings.ko.json' with { type: 'json' };

export const FINDING_MESSAGES = { en, ko, ja };
const say = catalogue(FINDING_MESSAGES);

/**
 * What will not work as it is written: an inject that can't be sent, an expectation that nobody can meet, a consultation that can't be
 * convened, an objective that nothing rehearses.
 */
export const PROBLEM_CODES = [
  'cannot-convene',
  'no-consultation',
  'seat-unplayed',
  'inject-unreachable',
  'inject-not-ready',
  'inject-after-end',
  'expectation-impossible',
  'expectation-late',
  'objective-unrehearsed',
  'text-too-long',
] as const;

/** What may be meant so: what is not rehearsed, not judged or not said in a language. */
export const GAP_CODES = [
  'task-unrehearsed',
  'task-unjudged',
  'cell-without-inject',
  'questionnaire-unused',
  'language-missing',
  'rule-untouched',
  'clause-untouched',
  'matters-untouched',
  'failure-untouched',
] as const;
export type ScenarioFindingCode = (typeof PROBLEM_CODES)[number] | (typeof GAP_CODES)[number];

export interface ScenarioFinding {
  /** Stable; the key of its message. */
  readonly code: ScenarioFindingCode;
  readonly place: Place;
  /** They fill the message. */
  readonly params: Readonly<Record<string, Filling>>;
}

export function isProblem({ code }: ScenarioFinding): boolean {
  return PROBLEM_CODES.some((each) => each === code);
}

/** Why something can't come about, and the name of what it fails for. */
export interface Obstacle {
  readonly why: 'act' | 'inject' | 'condition' | 'seat' | 'recipient' | 'consultation' | 'span';
  readonly name: string;
}

/** A kind of failure that an exercise can rehearse. */
export const FAILURES = [
  'link',
  'absence',
  'vacancy',
  'new-holder',
  'suspended-rule',
  'departure',
  'refusal',
] as const;
export type Failure = (typeof FAILURES)[number];

/** A finding as a sentence that says what was found and what to do. */
export function describeFinding({ code, params }: ScenarioFinding): Text {
  return say(code, params);
}

/** An obstacle as params of a message. */
export function because({ name, why }: Obstacle): Readonly<Record<string, Filling>> {
  return { because: say(`because.${why}`, { name }) };
}

export function failureInWords(failure: Failure): Text {
  return say(`failure.${failure}`);
}
