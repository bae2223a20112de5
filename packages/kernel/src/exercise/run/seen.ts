/** What somebody who takes part sees of an exercise. All with the same viewer see the same, so it is worked out once for them. */
import type { Instant } from '../../consultation/clock.ts';
import type { Elapsed, ExerciseClock } from './clock.ts';
import type {
  CorrectiveAction,
  Exercise,
  Finding,
  InjectState,
  Message,
  Observation,
  Participant,
  Rated,
  RefusedAct,
  Verdict,
} from './model.ts';
import type { Attachment, Method, Wording } from '../scenario/model.ts';

export type ExerciseViewer =
  | { readonly as: 'control' }
  /** Sees what is played and what is expected, not what control says to itself. */
  | { readonly as: 'evaluator' }
  /** Sees what reached the players. */
  | { readonly as: 'observer' }
  | { readonly as: 'cell'; readonly cell: string; readonly seat?: string };

/** An inject as it reached somebody. */
export interface Received {
  readonly inject: string;
  readonly method: Method;
  readonly from: Wording;
  readonly to: readonly string[];
  readonly title: Wording;
  readonly text: Wording;
  readonly attachments: readonly Attachment[];
  readonly questionnaire?: string;
  readonly at: Instant;
  readonly elapsed: Elapsed;
  /** Those of the viewer's own cell, or of all for who judges, who said that they have it. */
  readonly acknowledged: readonly string[];
}

/**
 * What is the same for all that see a section stands in one key, so that a live update tells the keys that changed. Of what is known by a
 * name, an update tells only what is new or has changed: `applySeen` puts an update to what was seen.
 */
export interface SeenExercise {
  readonly phase: Exercise['phase'];
  readonly clock: ExerciseClock;
  readonly now: Instant;
  /** Consultations that were convened: the scenario's name and the case. A player sees those in which his seat may sit. */
  readonly consultations: Readonly<Record<string, string>>;
  /** Control: all; others: those of their own cell, and who directs, controls and evaluates, by name. */
  readonly participants: readonly Participant[];
  readonly inbox: readonly Received[];
  readonly messages: readonly Message[];
  /** Control and evaluators. */
  readonly judging?: {
    readonly verdicts: Readonly<Record<string, Verdict>>;
    readonly ratings: readonly Rated[];
    readonly observations: readonly Observation[];
    readonly refusals: readonly RefusedAct[];
    readonly findings: readonly Finding[];
    readonly actions: readonly CorrectiveAction[];
  };
  /** Control alone: the list of events as it stands. */
  readonly board?: readonly InjectState[];
  readonly answers?: Exercise['answers'];
}
