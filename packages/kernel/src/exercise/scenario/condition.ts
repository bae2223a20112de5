/** What is to be so in an exercise's record. Unlike a formula of an arrangement it may be negated: it is looked at, as of a moment. */
import type { Outcome } from '../../arrangement/act.ts';
import type { Place } from '../../arrangement/fault.ts';
import type { Duration } from '../../arrangement/formula.ts';
import type { Recorded } from '../../consultation/command.ts';
import type { Standing } from '../../consultation/state.ts';

interface At {
  readonly place: Place;
}

export type Condition =
  | { readonly type: 'always' }
  /** An act has taken effect in a consultation of the exercise; `standing`: in that way only. */
  | ({ readonly type: 'effected'; readonly outcome: Outcome; readonly standing?: Standing } & At)
  /** A seat has put something on the record: an objection, a request. */
  | ({
      readonly type: 'recorded';
      readonly command: Recorded['type'];
      readonly by?: string;
      readonly to?: string;
      readonly on?: string;
    } & At)
  /** A seat tried what the arrangement does not let it do. */
  | ({ readonly type: 'refused'; readonly command?: Recorded['type']; readonly by?: string } & At)
  /** A condition of the arrangement holds in the exercise's world. */
  | ({ readonly type: 'condition'; readonly condition: string } & At)
  | ({ readonly type: 'convened'; readonly consultation: string } & At)
  | ({ readonly type: 'sent'; readonly inject: string } & At)
  /** Somebody of each cell or seat that got the inject (or of this one) has said that it was received. */
  | ({ readonly type: 'acknowledged'; readonly inject: string; readonly by?: string } & At)
  /** A message was written by somebody of the cell or seat. */
  | ({ readonly type: 'written'; readonly by: string; readonly to?: string } & At)
  /** It has been so for this long. */
  | { readonly type: 'for'; readonly span: Duration; readonly of: Condition }
  | { readonly type: 'not'; readonly of: Condition }
  | { readonly type: 'allOf' | 'anyOf'; readonly of: readonly Condition[] }
  | { readonly type: 'atLeast'; readonly count: number; readonly of: readonly Condition[] };
