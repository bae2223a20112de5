/** To whom an item may be shown. What a marking does not grant, it denies. */
import type { Day } from '../arrangement/date.ts';
import type { Arrangement } from '../arrangement/model.ts';
import { seating } from './seating.ts';
import { isViewer, viewerId, viewers, type Viewer } from './viewer.ts';

export type Marking =
  /** Every seat all of whose offices answer to this party alone. */
  | { readonly to: 'party'; readonly party: string }
  /** Every seat all of whose offices answer to these parties and to no other: “both”. */
  | { readonly to: 'parties'; readonly parties: readonly string[] }
  | { readonly to: 'seats'; readonly seats: readonly string[] }
  | { readonly to: 'all' };

/** Whether a marking grants an item to a viewer. Who is no viewer on the day is granted nothing. */
export function admits(arrangement: Arrangement, at: Day, marking: Marking, viewer: Viewer): boolean {
  if (!isViewer(arrangement, at, viewer)) return false;
  switch (marking.to) {
    case 'party':
      return partiesOfViewer(arrangement, at, viewer)?.every((each) => each === marking.party) ?? false;
    case 'parties':
      return (
        partiesOfViewer(arrangement, at, viewer)?.every((each) => marking.parties.includes(each)) ?? false
      );
    case 'seats':
      return viewer.as === 'seat' && marking.seats.includes(viewer.seat);
    case 'all':
      return true;
  }
}

/** The parties that a viewer belongs to; none of the public. */
function partiesOfViewer(arrangement: Arrangement, at: Day, viewer: Viewer): readonly string[] | undefined {
  switch (viewer.as) {
    case 'seat':
      return seating(arrangement, at).get(viewer.seat)?.parties;
    case 'party':
      return [viewer.party];
    case 'public':
      return undefined;
  }
}

/** Whether one of the markings grants it. */
export function admitsAny(
  arrangement: Arrangement,
  at: Day,
  markings: readonly Marking[],
  viewer: Viewer,
): boolean {
  return markings.some((each) => admits(arrangement, at, each, viewer));
}

/** The viewers, by their ids, that one of the markings admits. */
export function admitted(
  arrangement: Arrangement,
  at: Day,
  markings: readonly Marking[],
): ReadonlySet<string> {
  return new Set(
    viewers(arrangement, at)
      .filter((viewer) => admitsAny(arrangement, at, markings, viewer))
      .map(viewerId),
  );
}
