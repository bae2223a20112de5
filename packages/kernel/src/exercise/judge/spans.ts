/** The times in which something holds, as spans that begin and end: sorted, apart from each other, each with its beginning and without its end. */
export interface Span {
  readonly from: number;
  /** `Infinity`: for good, as things stand. */
  readonly until: number;
}

export type Spans = readonly Span[];

export const ALWAYS: Spans = [{ from: 0, until: Infinity }];
export const NEVER: Spans = [];

export function since(from: number): Spans {
  return Number.isFinite(from) ? [{ from, until: Infinity }] : NEVER;
}

export function not(spans: Spans): Spans {
  return counted([spans], (count) => count === 0);
}

/** Where at least so many hold. */
export function atLeast(count: number, each: readonly Spans[]): Spans {
  return counted(each, (holding) => holding >= count);
}

/** The parts of the spans from the moment on at which they have lasted so long. */
export function lasting(length: number, spans: Spans): Spans {
  return spans.flatMap(({ from, until }) => (until - from > length ? [{ from: from + length, until }] : []));
}

export function holdsAt(spans: Spans, moment: number): boolean {
  return spans.some(({ from, until }) => from <= moment && moment < until);
}

/** The first moment, not before `from`, at which it holds; `Infinity`: none. */
export function firstFrom(spans: Spans, from: number): number {
  const span = spans.find(({ until }) => until > from);
  return span ? Math.max(span.from, from) : Infinity;
}

/** The times at which the number of those that hold is as wanted; from 0 on. */
function counted(each: readonly Spans[], wanted: (count: number) => boolean): Spans {
  const steps = new Map<number, number>([[0, 0]]);
  const step = (at: number, by: number): void => void steps.set(at, (steps.get(at) ?? 0) + by);
  for (const { from, until } of each.flat()) {
    step(from, 1);
    if (until !== Infinity) step(until, -1);
  }
  const found: { from: number; until: number }[] = [];
  let [count, held] = [0, false];
  for (const at of [...steps.keys()].toSorted((a, b) => a - b)) {
    count += steps.get(at)!;
    const holds = wanted(count);
    if (holds && !held) found.push({ from: at, until: Infinity });
    if (!holds && held) found.at(-1)!.until = at;
    held = holds;
  }
  return found;
}
