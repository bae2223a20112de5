/**
 * Live updates: what a viewer is told of each event. A viewer's updates, in their order, are its feed. It follows from the events and says
 * nothing of what is hidden, so a place in it is a cursor: the same on every machine, and the same as if what is hidden had never been.
 */
import type { Arrangement } from '../arrangement/model.ts';
import { canonical } from '../record/canonical.ts';
import { isUndo, undoneBy, type Recorded } from './command.ts';
import type { Event, Recording } from './event.ts';
import { evolve } from './evolve.ts';
import { itemFor, type SeenItem } from './item.ts';
import { knowledgeOf, sees } from './knowledge.ts';
import { madeFrom } from './recalling.ts';
import type { Consultation, Cut, Entry, State } from './state.ts';
import { isViewer, viewerId, type Viewer } from './viewer.ts';
import { effectSeen, missSeen, type Seen, type SeenEffect, type SeenMiss } from './view.ts';

export type Update =
  /** An item can be seen from now on, at this place of the history: the last or, of an item released later, one before. */
  | { readonly type: 'item'; readonly number: number; readonly item: SeenItem }
  /** An item that is seen already has changed: its marking was widened, its silence broken or ended, it was taken back. */
  | { readonly type: 'changed'; readonly item: SeenItem }
  | { readonly type: 'effected'; readonly acts: readonly SeenEffect[] }
  /** What was due and was not done in time. */
  | { readonly type: 'missed'; readonly missed: readonly SeenMiss[] }
  /** Who is absent, which links are down and which rules are not applied, from now on. */
  | {
      readonly type: 'world';
      readonly absent: readonly string[];
      readonly cut: readonly Cut[];
      readonly suspended: readonly string[];
    }
  | { readonly type: 'phase'; readonly phase: Consultation['phase'] }
  | { readonly type: 'condition'; readonly on: string; readonly holds: boolean }
  | {
      readonly type: 'holder';
      readonly seat: string;
      readonly holder: string;
      readonly acting: boolean;
    };

/** What a viewer is told of an event; `before` and `after`: the state without it and with it. */
export function updates(
  arrangement: Arrangement,
  before: State,
  event: Event,
  after: Consultation,
  viewer: Viewer,
): readonly Update[] {
  if (!isViewer(arrangement, after.case.at, viewer)) return [];
  switch (event.type) {
    case 'recorded':
      return [
        ...newItem(arrangement, before, after, event.entry, viewer),
        ...(before ? touchedItems(arrangement, before, after, touched(before, event), viewer) : []),
        ...worldChange(after, event.entry.command),
      ];
    case 'effected': {
      const id = viewerId(viewer);
      const acts = event.acts.filter(({ viewers }) => viewers.includes(id)).map(effectSeen);
      return acts.length > 0 ? [{ type: 'effected', acts }] : [];
    }
    case 'deadline-missed': {
      const missed = event.missed.filter(({ viewers }) => viewers.includes(viewerId(viewer)));
      return missed.length > 0 ? [{ type: 'missed', missed: missed.map(missSeen) }] : [];
    }
    case 'silence-ended':
      return before ? touchedItems(arrangement, before, after, [event.proposal], viewer) : [];
  }
}

/** A viewer's whole feed: what it has been told since the consultation was opened. */
export function feed(arrangement: Arrangement, events: readonly Event[], viewer: Viewer): readonly Update[] {
  let state: State = null;
  return events.flatMap((event) => {
    const before = state;
    state = evolve(state, event);
    return state ? updates(arrangement, before, event, state, viewer) : [];
  });
}

export const NOTHING_SEEN: Seen = {
  phase: 'open',
  history: [],
  effected: [],
  conditions: {},
  holders: {},
  missed: [],
  absent: [],
  cut: [],
  suspended: [],
};

/** What has been seen after one more update of the same feed. */
export function applyUpdate(seen: Seen, update: Update): Seen {
  switch (update.type) {
    case 'item': {
      const { item, number } = update;
      const later = seen.history.slice(number - 1).map((each) => ({ ...each, number: each.number + 1 }));
      return { ...seen, history: [...seen.history.slice(0, number - 1), { ...item, number }, ...later] };
    }
    case 'changed': {
      const { item } = update;
      return {
        ...seen,
        history: seen.history.map((each) => (each.id === item.id ? { ...item, number: each.number } : each)),
      };
    }
    case 'effected':
      return { ...seen, effected: [...seen.effected, ...update.acts] };
    case 'world':
      return { ...seen, absent: update.absent, cut: update.cut, suspended: update.suspended };
    case 'missed':
      return { ...seen, missed: [...seen.missed, ...update.missed] };
    case 'phase':
      return { ...seen, phase: update.phase };
    case 'condition':
      return { ...seen, conditions: { ...seen.conditions, [update.on]: update.holds } };
    case 'holder': {
      const { acting, holder, seat } = update;
      return { ...seen, holders: { ...seen.holders, [seat]: { holder, acting } } };
    }
  }
}

function newItem(
  arrangement: Arrangement,
  before: State,
  after: Consultation,
  entry: Entry,
  viewer: Viewer,
): readonly Update[] {
  const item = itemFor(arrangement, after, viewer, entry);
  const number = (before ? knowledgeOf(arrangement, before, viewer).items : 0) + 1;
  return item ? [{ type: 'item', number, item }] : [];
}

/** The items that a command changes, or makes visible to more. */
function touched(before: Consultation, { entry: { command }, silences }: Recording): readonly string[] {
  if (command.type === 'recall') return madeFrom(before.entries, command.about);
  return command.type === 'release' || isUndo(command)
    ? [command.about]
    : silences.map(({ proposal }) => proposal);
}

function touchedItems(
  arrangement: Arrangement,
  before: Consultation,
  after: Consultation,
  ids: readonly string[],
  viewer: Viewer,
): readonly Update[] {
  if (ids.length === 0) return [];
  const isTouched = (entry: Entry): boolean =>
    ids.includes(entry.id) || ids.includes(undoneBy(entry.command) ?? '');
  return before.entries.flatMap((was, place): readonly Update[] => {
    if (!isTouched(was)) return [];
    const [old, item] = [
      itemFor(arrangement, before, viewer, was),
      itemFor(arrangement, after, viewer, after.entries[place]!),
    ];
    if (!item) return [];
    if (old) return isSame(old, item) ? [] : [{ type: 'changed', item }];
    const earlier = after.entries.slice(0, place).filter((each) => sees(arrangement, after, viewer, each));
    return [{ type: 'item', number: earlier.length + 1, item }];
  });
}

function isSame(one: SeenItem, other: SeenItem): boolean {
  const [left, right] = [canonical(one), canonical(other)];
  return left.ok && right.ok && left.value === right.value;
}

/** What is for all to see. */
function worldChange(after: Consultation, command: Recorded): readonly Update[] {
  switch (command.type) {
    case 'declare':
      return [{ type: 'condition', on: command.on, holds: command.holds }];
    case 'succeed':
      return [
        {
          type: 'holder',
          seat: command.of ?? command.seat,
          holder: command.holder,
          acting: command.acting,
        },
      ];
    case 'absent':
    case 'present':
    case 'link-down':
    case 'link-up':
    case 'suspend':
    case 'restore':
      return [{ type: 'world', absent: after.absent, cut: after.cut, suspended: after.suspended }];
    case 'adjourn':
      return [{ type: 'phase', phase: 'adjourned' }];
    case 'resume':
      return [{ type: 'phase', phase: 'open' }];
    case 'close':
      return [{ type: 'phase', phase: 'closed' }];
    default:
      return [];
  }
}
