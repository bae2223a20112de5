/** Years on a horizontal axis, and packing things on lines so that none covers another. */
import type { Day } from '@foedus/kernel';

export interface Scale {
  readonly years: readonly number[];
  /** Where a day lies, in pixels; days off the axis lie at its ends. */
  x(day: Day | undefined, otherwise: 'start' | 'end'): number;
  readonly start: number;
  readonly end: number;
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

/** An axis of whole years that holds all these days, between two positions. */
export function scale(days: readonly Day[], start: number, end: number): Scale {
  const sorted = days.toSorted();
  const first = yearOf(sorted[0] ?? '2000');
  const last = yearOf(sorted.at(-1) ?? '2000') + 1;
  const from = Date.parse(`${first}-01-01`);
  const until = Date.parse(`${last}-01-01`);
  return {
    start,
    end,
    years: Array.from({ length: last - first + 1 }, (_, index) => first + index),
    x(day, otherwise) {
      if (day === undefined) return otherwise === 'start' ? start : end;
      const share = (Date.parse(day) - from) / (until - from);
      return start + Math.min(1, Math.max(0, share)) * (end - start);
    },
  };
}

/** Gives each thing the first line on which it fits after what is there; things come in the order of their beginnings. */
export function pack<T>(
  things: readonly T[],
  extent: (thing: T) => readonly [from: number, until: number],
): { readonly thing: T; readonly line: number }[] {
  const ends: number[] = [];
  return things
    .toSorted((a, b) => extent(a)[0] - extent(b)[0])
    .map((thing) => {
      const [from, until] = extent(thing);
      const free = ends.findIndex((end) => end <= from);
      const line = free < 0 ? ends.length : free;
      ends[line] = until;
      return { thing, line };
    });
}
