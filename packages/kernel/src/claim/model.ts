/** Claims: what a document says, as checks that a program decides. */
import type { When } from '../arrangement/date.ts';
import type { Place } from '../arrangement/fault.ts';
import type { Citation, EventKind, Status } from '../arrangement/model.ts';
import type { Extent, Firmness, Frame, Question } from '../authority/question.ts';
import type { Text } from '../text/lang.ts';
import type { VoiceKind } from '../arrangement/act.ts';

/** What a claim is about; shown beside it. A claim has the kind of the weightiest of its checks. */
export const CLAIM_KINDS = [
  'authority',
  'voice',
  'control',
  'continuity',
  'comparison',
  'event',
  'fact',
] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

/** How the document itself puts it. */
export const CLAIM_MARKS = ['stated', 'planned', 'quoted', 'hedged', 'reported'] as const;
export type ClaimMark = (typeof CLAIM_MARKS)[number];

export interface Claim {
  readonly id: string;
  readonly kind: ClaimKind;
  readonly mark: ClaimMark;
  readonly says: Text;
  readonly sources: readonly Citation[];
  readonly checks: readonly Check[];
  readonly place: Place;
}

/** A question asked of an arrangement in a frame. Absent `arrangement`: the one that the claims belong to. */
export interface Asked {
  readonly arrangement?: string;
  readonly frame: Frame;
  readonly question: Question;
}

/**
 * A number that is comparable: the rank of a voice (0 none, 1 inform … 7 execute), how many matters somebody can block or has a
 * voice in, how many events or powers there are, an index.
 */
export type Measure =
  | {
      readonly type: 'voice';
      readonly arrangement?: string;
      readonly frame: Frame;
      readonly who: string;
      readonly on: string;
      readonly bound: 'most' | 'least';
    }
  /** Matters with an outcome `kind` on them that `who` can prevent, or in which `who` has to take part, at this date in some reading. */
  | {
      readonly type: 'blocks';
      readonly arrangement?: string;
      readonly frame: Frame;
      readonly who: string;
      readonly kind: 'decide' | 'execute';
    }
  /** Matters on which `who` has a voice of at least `kind`. */
  | {
      readonly type: 'voices';
      readonly arrangement?: string;
      readonly frame: Frame;
      readonly who: string;
      readonly kind: VoiceKind;
    }
  | {
      readonly type: 'events';
      readonly arrangement?: string;
      readonly kind?: EventKind;
      readonly who?: string;
      readonly about?: string;
      readonly from: When;
      readonly until: When;
    }
  | { readonly type: 'days'; readonly arrangement?: string; readonly between: readonly [string, string] }
  | { readonly type: 'number'; readonly value: number };

export type Relation = '<' | '<=' | '=' | '>=' | '>';

export type Check =
  | {
      readonly type: 'extent';
      readonly asked: Asked;
      readonly expect: Extent;
      readonly where?: Readonly<Record<string, string>>;
      readonly place: Place;
    }
  /** `needs`: these players and no others are needed; `coalitions`, `blockers`: exactly these minimal sets in some reading. */
  | {
      readonly type: 'sets';
      readonly asked: Asked;
      readonly expect: readonly (readonly string[])[];
      readonly place: Place;
    }
  | {
      readonly type: 'voice';
      readonly asked: Asked;
      readonly expect: {
        readonly kind: VoiceKind | 'none';
        readonly firmness?: Firmness;
        readonly alone?: boolean;
        readonly bound: 'most' | 'least';
      };
      readonly place: Place;
    }
  | { readonly type: 'survives'; readonly asked: Asked; readonly expect: Extent; readonly place: Place }
  | {
      readonly type: 'compare';
      readonly left: Measure;
      readonly relation: Relation;
      readonly right: Measure;
      readonly place: Place;
    }
  /** The measure at each date in turn, each related to the next. */
  | {
      readonly type: 'trend';
      readonly measure: Measure;
      readonly at: readonly When[];
      readonly relation: Relation;
      readonly place: Place;
    }
  /** An event, a fact or a rule stands in the arrangement just so. Only what is given is checked; `status` always is. */
  | {
      readonly type: 'stands';
      readonly arrangement?: string;
      readonly entry: string;
      readonly status: Status;
      readonly kind?: string;
      readonly on?: When;
      readonly until?: When;
      readonly who: readonly string[];
      readonly about: readonly string[];
      readonly before?: string;
      readonly after?: string;
      readonly alternatives?: readonly string[];
      readonly place: Place;
    }
  | {
      readonly type: 'absent';
      readonly arrangement?: string;
      readonly outcome: string;
      readonly at: When;
      readonly place: Place;
    };
