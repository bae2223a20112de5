/** What is to come, sorted by when it is due; at one moment consultations are convened first, and injects are sent in the order of the list. */
import type { Agendum } from './model.ts';

/** No two have both in common. */
type Key = Pick<Agendum, 'due' | 'number'>;

export function added<T extends Key>(agenda: readonly T[], item: T): readonly T[] {
  return agenda.toSpliced(placeOf(agenda, item), 0, item);
}

export function removed<T extends Key>(agenda: readonly T[], item: Key): readonly T[] {
  const place = placeOf(agenda, item);
  const there = agenda[place];
  return there?.due === item.due && there.number === item.number ? agenda.toSpliced(place, 1) : agenda;
}

export function sorted<T extends Key>(items: readonly T[]): readonly T[] {
  return items.toSorted(compare);
}

function compare(one: Key, other: Key): number {
  return one.due - other.due || one.number - other.number;
}

/** The place of the first that is not before it. */
function placeOf(agenda: readonly Key[], item: Key): number {
  let [low, high] = [0, agenda.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(agenda[middle]!, item) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
