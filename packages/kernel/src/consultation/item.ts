/** An item of a consultation as a viewer is shown it. */
import type { Act } from '../arrangement/act.ts';
import type { Arrangement } from '../arrangement/model.ts';
import type { Recorded } from './command.ts';
import { sees } from './knowledge.ts';
import { admits, type Marking } from './marking.ts';
import type { Consultation, Entry, Silence, Standing } from './state.ts';
import type { Viewer } from './viewer.ts';

export interface SeenItem {
  /** `<seat>/<key>`. */
  readonly id: string;
  readonly command: Recorded;
  readonly standing?: Standing;
  readonly passedOver?: readonly string[];
  readonly rules?: readonly string[];
  /** What the item was marked, and what it has been released to since, of which the viewer is part. */
  readonly markings: readonly Marking[];
  readonly originator: readonly string[];
  /** Of a proposal under silence: what silence gives, and what has become of it. */
  readonly silences?: readonly {
    readonly act: Act;
    readonly state: Silence['state'];
    /** Its clock stands, because whose silence it is can not be reached. */
    readonly held?: true;
  }[];
  /** A delegation that was taken back, a concurrence or proposal that was withdrawn. */
  readonly takenBack?: true;
  /** Its originator asked it back, or what it was made from: nobody may rely on it or copy it. */
  readonly recalled?: true;
}

/** `undefined`: the viewer may not see it. */
export function itemFor(
  arrangement: Arrangement,
  state: Consultation,
  viewer: Viewer,
  entry: Entry,
): SeenItem | undefined {
  if (!sees(arrangement, state, viewer, entry)) return undefined;
  const { command, id, originator, passedOver, rules, standing } = entry;
  const silences =
    command.type === 'plan' && command.underSilence
      ? state.silences.filter(({ proposal }) => proposal === id)
      : [];
  return {
    id,
    command,
    markings: shownOf(arrangement, state, viewer, entry),
    originator,
    ...(standing ? { standing } : {}),
    ...(passedOver ? { passedOver } : {}),
    ...(rules ? { rules } : {}),
    ...(silences.length > 0 ? { silences: silences.map(silenceSeen) } : {}),
    ...(state.takenBack.includes(id) ? { takenBack: true } : {}),
    ...(state.recalled.includes(id) ? { recalled: true } : {}),
  };
}

function silenceSeen({ act, heldSince, state }: Silence): NonNullable<SeenItem['silences']>[number] {
  const isHeld = state === 'running' && heldSince !== undefined;
  return { act, state, ...(isHeld ? { held: true } : {}) };
}

/** A release is told to those it is for: of the others, whoever sees the item anyway does not learn of it. */
function shownOf(
  arrangement: Arrangement,
  state: Consultation,
  viewer: Viewer,
  { markings }: Entry,
): readonly Marking[] {
  return markings.filter(
    (marking, index) => index === 0 || admits(arrangement, state.case.at, marking, viewer),
  );
}
