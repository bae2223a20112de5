/** Who looks at a consultation. Whoever is none of these on the day is granted nothing. */
import { holdsOn, type Day } from '../arrangement/date.ts';
import type { Arrangement } from '../arrangement/model.ts';
import { seating } from './seating.ts';

export type Viewer =
  | { readonly as: 'seat'; readonly seat: string }
  /** The staff of a party: what is marked to the party as a whole, and nothing that is marked to single seats. */
  | { readonly as: 'party'; readonly party: string }
  /** Observers and the secretariat: what is marked to all. */
  | { readonly as: 'public' };

export function seatViewer(seat: string): Viewer {
  return { as: 'seat', seat };
}

/** `seat:a-chief`, `party:arden`, `public`. */
export function viewerId(viewer: Viewer): string {
  switch (viewer.as) {
    case 'seat':
      return `seat:${viewer.seat}`;
    case 'party':
      return `party:${viewer.party}`;
    case 'public':
      return 'public';
  }
}

/** The viewer of an id; `undefined` where it is none's. */
export function viewerFrom(id: string): Viewer | undefined {
  if (id === 'public') return { as: 'public' };
  const colon = id.indexOf(':');
  const name = id.slice(colon + 1);
  switch (id.slice(0, Math.max(0, colon))) {
    case 'seat':
      return seatViewer(name);
    case 'party':
      return { as: 'party', party: name };
    default:
      return undefined;
  }
}

export function isViewer(arrangement: Arrangement, at: Day, viewer: Viewer): boolean {
  switch (viewer.as) {
    case 'seat':
      return seating(arrangement, at).has(viewer.seat);
    case 'party': {
      const party = arrangement.parties.get(viewer.party);
      return party !== undefined && holdsOn(party, at);
    }
    case 'public':
      return true;
  }
}

const known = new WeakMap<Arrangement, Map<Day, readonly Viewer[]>>();

/** Everybody who may look on a day: the seats, the parties, the public; in the order of the arrangement, which never changes. */
export function viewers(arrangement: Arrangement, at: Day): readonly Viewer[] {
  const days = known.get(arrangement) ?? new Map<Day, readonly Viewer[]>();
  known.set(arrangement, days);
  const before = days.get(at);
  if (before) return before;
  const all: readonly Viewer[] = [
    ...[...seating(arrangement, at).keys()].map(seatViewer),
    ...[...arrangement.parties.keys()].map((party): Viewer => ({ as: 'party', party })),
    { as: 'public' },
  ];
  const found = all.filter((viewer) => isViewer(arrangement, at, viewer));
  days.set(at, found);
  return found;
}
