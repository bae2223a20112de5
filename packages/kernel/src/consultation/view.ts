/** What a viewer may see of a consultation. It is built up from what was granted, so what nobody thought of stays hidden. */
import type { Act } from '../arrangement/act.ts';
import type { Arrangement } from '../arrangement/model.ts';
import type { Instant } from './clock.ts';
import { due, type Due } from './due.ts';
import { itemFor, type SeenItem } from './item.ts';
import { options, type Options } from './options.ts';
import type { Case, Consultation, Cut, Missed, Standing } from './state.ts';
import { isViewer, viewerId, type Viewer } from './viewer.ts';

export interface SeenEntry extends SeenItem {
  /** The place in what this viewer sees, from 1: it counts nothing that is hidden. */
  readonly number: number;
}

/** An act that has taken effect, and when. */
export interface SeenEffect {
  readonly act: Act;
  readonly standing: Standing;
  readonly at: Instant;
}

/** What was due and was not done in time. */
export type SeenMiss = Omit<Missed, 'viewers'>;

/** What live updates tell, put together. */
export interface Seen {
  readonly phase: Consultation['phase'];
  readonly history: readonly SeenEntry[];
  readonly effected: readonly SeenEffect[];
  readonly conditions: Consultation['conditions'];
  readonly holders: Consultation['holders'];
  readonly missed: readonly SeenMiss[];
  /** Seats that are absent, and links that are down. */
  readonly absent: readonly string[];
  readonly cut: readonly Cut[];
  /** Rules of the arrangement that are not applied, in the world of an exercise. */
  readonly suspended: readonly string[];
}

export interface View extends Seen {
  readonly viewer: Viewer;
  /** A fork that is no record. */
  readonly whatIf: boolean;
  readonly case: Case;
  /** What is awaited, as far as the viewer may see it. */
  readonly due: readonly Due[];
  /** A seat's alone. */
  readonly options?: Options;
}

/** `undefined`: to who is no seat and no party on the day, there is nothing to see. */
export function view(
  arrangement: Arrangement,
  state: Consultation,
  viewer: Viewer,
  now: Instant,
): View | undefined {
  if (!isViewer(arrangement, state.case.at, viewer)) return undefined;
  return {
    ...seenBy(arrangement, state, viewer),
    viewer,
    whatIf: state.whatIf,
    case: state.case,
    due: due(arrangement, state, viewer, now),
    ...(viewer.as === 'seat' ? { options: options(arrangement, state, viewer.seat, now) } : {}),
  };
}

/** What a viewer's feed comes to. */
export function seenBy(arrangement: Arrangement, state: Consultation, viewer: Viewer): Seen {
  const id = viewerId(viewer);
  const items = state.entries.flatMap((entry) => itemFor(arrangement, state, viewer, entry) ?? []);
  return {
    phase: state.phase,
    history: items.map((item, index) => ({ ...item, number: index + 1 })),
    effected: state.effected.filter(({ viewers }) => viewers.includes(id)).map(effectSeen),
    conditions: state.conditions,
    holders: state.holders,
    missed: state.missed.filter(({ viewers }) => viewers.includes(id)).map(missSeen),
    absent: state.absent,
    cut: state.cut,
    suspended: state.suspended,
  };
}

/** What a viewer is told of an act in effect: not who else knows. */
export function effectSeen({ act, at, standing }: SeenEffect): SeenEffect {
  return { act, at, standing };
}

export function missSeen({ act, at, from, of, what }: SeenMiss): SeenMiss {
  return { what, of, from, at, ...(act ? { act } : {}) };
}
