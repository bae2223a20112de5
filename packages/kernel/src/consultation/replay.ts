/** The same events give the same state. A fork shares a record's beginning and is none itself. */
import type { Event } from './event.ts';
import { evolve } from './evolve.ts';
import type { State } from './state.ts';

/** The state after events; with `steps`, after the first so many. */
export function replay(events: readonly Event[], steps = events.length): State {
  return events.slice(0, steps).reduce<State>(evolve, null);
}

/** What if it had gone on otherwise after so many events? All that is decided from here on is marked as no record. */
export function fork(events: readonly Event[], steps: number): State {
  const state = replay(events, steps);
  return state && { ...state, whatIf: true };
}

/** A record with events added; `undefined` when they come from a fork, or the record itself does. */
export function append(record: readonly Event[], events: readonly Event[]): readonly Event[] | undefined {
  const all = [...record, ...events];
  return all.some(({ whatIf }) => whatIf === true) ? undefined : all;
}
