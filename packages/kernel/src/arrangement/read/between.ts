/** What must be so between entries: seats, and the order of events. */
import type { Report } from '../../yaml/shape.ts';
import type { Tree } from '../../yaml/tree.ts';
import { overlap, showWhen, type When } from '../date.ts';
import type { Arrangement } from '../model.ts';
import { placeAt } from './entry.ts';

/** Reports an office that stands in two seats on one day. */
export function checkSeats({ seats }: Arrangement, report: Report): void {
  const all = [...seats.values()];
  all.forEach((seat, index) => {
    for (const office of seat.offices) {
      const other = all.slice(0, index).find((each) => each.offices.includes(office) && overlap(each, seat));
      if (other) report('office-in-two-seats', seat.place, { office, seat: seat.id, other: other.id });
    }
  });
}

/** Reports an event that is said to come after one whose date is later. */
export function checkEvents({ events }: Arrangement, nodes: ReadonlyMap<string, Tree>, report: Report): void {
  for (const event of events.values()) {
    for (const [index, id] of event.after.entries()) {
      const earlier = events.get(id);
      if (!event.from || !earlier?.from || !before(event.from, earlier.from)) continue;
      const dates = { date: showWhen(event.from), other: showWhen(earlier.from) };
      report('not-after', placeAt(nodes.get(event.id)!, 'after', index), {
        event: event.id,
        earlier: id,
        ...dates,
      });
    }
  }
}

/** Whether a date lies before another as far as both are known: 2011 is not before 2011-10. */
function before(a: When, b: When): boolean {
  const length = Math.min(showWhen(a).length, showWhen(b).length);
  return showWhen(a).slice(0, length) < showWhen(b).slice(0, length);
}
