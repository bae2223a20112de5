/** What takes longer than a frame is worked out beside the page: what can be asked for, and what comes back. */
import type {
  AnswerTo,
  Arrangement,
  Changes,
  ClaimResult,
  Fault,
  Frame,
  MatterComparison,
  Outcome,
  Question,
  Refusal,
  Effect,
} from '@foedus/kernel';
import type { Box, Line, Placed } from '@foedus/kernel/drawing';

export type Files = Readonly<Record<string, string>>;

export type Or<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal };

export type Read =
  | { readonly ok: true; readonly value: Arrangement }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** An arrangement that has been read under a key, as it stands in a frame. */
export interface Standing {
  readonly key: string;
  readonly frame: Frame;
}

/** Who can bring an outcome about, prevent it, or be passed over in it. */
export interface Control {
  readonly outcome: Outcome;
  readonly needs: AnswerTo<Extract<Question, { ask: 'needs' }>>;
  readonly blockers: AnswerTo<Extract<Question, { ask: 'blockers' }>>;
  readonly alone: readonly PartyExtent[];
  readonly passedOver: readonly PartyExtent[];
}

export interface PartyExtent {
  readonly party: string;
  readonly extent: 'every' | 'some';
}

/** One outcome in full. */
export interface Procedure {
  readonly control: Control;
  readonly coalitions: AnswerTo<Extract<Question, { ask: 'coalitions' }>>;
  readonly pace: AnswerTo<Extract<Question, { ask: 'pace' }>>;
}

export type Claims =
  | { readonly ok: true; readonly value: readonly ClaimResult[] }
  | { readonly ok: false; readonly faults: readonly Fault[] };

export type Survival = AnswerTo<Extract<Question, { ask: 'survives' }>>;

interface Asked {
  /**
   * Reads files and keeps the arrangement under the key. `replaces`: it is a draft; earlier ones, whose keys begin so, are let go, and
   * no claim of another arrangement speaks of it.
   */
  readonly read: { readonly key: string; readonly files: Files; readonly replaces?: string };
  readonly voices: { readonly left: Standing; readonly right?: Standing | undefined };
  readonly changes: { readonly key: string; readonly from: Frame; readonly to: Frame };
  readonly control: Standing & { readonly effect: Effect };
  /** What outlives each party's turning against the arrangement. */
  readonly continuity: Standing;
  readonly procedure: Standing & { readonly outcome: Outcome; readonly effect: Effect };
  readonly layout: { readonly boxes: readonly Box[]; readonly lines: readonly Line[] };
  /** Checks the claims of one arrangement among all that have been read. */
  readonly claims: { readonly key: string };
}

interface Told {
  readonly read: Read;
  readonly voices: Or<readonly MatterComparison[]>;
  readonly changes: Or<Changes>;
  readonly control: Or<readonly Control[]>;
  readonly continuity: Or<readonly Survival[]>;
  readonly procedure: Or<Procedure>;
  readonly layout: Placed;
  readonly claims: Claims;
}

export type TaskName = keyof Asked;
export type AskOf<N extends TaskName> = Asked[N];
export type ReplyOf<N extends TaskName> = Told[N];

/** A request on its way to the worker, and the reply on its way back. */
export interface Request<N extends TaskName = TaskName> {
  readonly id: number;
  readonly task: N;
  readonly ask: AskOf<N>;
}
export type Response =
  | { readonly id: number; readonly ok: true; readonly reply: ReplyOf<TaskName> }
  | { readonly id: number; readonly ok: false };
