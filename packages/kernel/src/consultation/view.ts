/** What a seat may see of a consultation. It is built up from what was granted, so what nobody thought of stays hidden. */
import type { Act } from '../arrangement/act.ts';
import type { Arrangement } from '../arrangement/model.ts';
import type { Instant } from './clock.ts';
import type { Recorded } from './command.ts';
import { due, type Due } from './due.ts';
import { entriesFor } from './knowledge.ts';
import type { Marking } from './marking.ts';
import { options, type Options } from './options.ts';
import type { Case, Consultation, Standing } from './state.ts';

export interface SeenEntry {
  /** The place in what this seat sees: it counts nothing that is hidden. */
  readonly number: number;
  readonly id: string;
  readonly command: Recorded;
  readonly standing?: Standing;
  readonly passedOver?: readonly string[];
  readonly rules?: readonly string[];
  /** What the item was marked, and to whom its originator has released it since. */
  readonly markings: readonly Marking[];
  readonly originator: readonly string[];
}

export interface SeatView {
  readonly seat: string;
  /** A fork that is no record. */
  readonly whatIf: boolean;
  readonly phase: Consultation['phase'];
  readonly case: Case;
  readonly history: readonly SeenEntry[];
  /** Acts that have taken effect, with when. */
  readonly effected: readonly { readonly act: Act; readonly standing: Standing; readonly at: Instant }[];
  readonly conditions: Consultation['conditions'];
  readonly holders: Consultation['holders'];
  readonly due: readonly Due[];
  readonly options: Options;
}

export function view(arrangement: Arrangement, state: Consultation, seat: string, now: Instant): SeatView {
  return {
    seat,
    whatIf: state.whatIf,
    phase: state.phase,
    case: state.case,
    history: entriesFor(arrangement, state, seat).map(
      ({ command, id, markings, originator, passedOver, rules, standing }, index) => ({
        number: index + 1,
        id,
        command,
        markings,
        originator,
        ...(standing ? { standing } : {}),
        ...(passedOver ? { passedOver } : {}),
        ...(rules ? { rules } : {}),
      }),
    ),
    effected: state.effected
      .filter(({ seats }) => seats.includes(seat))
      .map(({ act, at, standing }) => ({ act, at, standing })),
    conditions: state.conditions,
    holders: state.holders,
    due: due(arrangement, state, seat, now),
    options: options(arrangement, state, seat, now),
  };
}
