/**
 * From which state a state came, so that what was reckoned of the one can be carried on to the other instead of being reckoned anew.
 * It changes no answer, only how soon it is there.
 */
import type { Event } from './event.ts';
import type { Consultation } from './state.ts';

export interface Descent {
  readonly from: Consultation;
  readonly event: Event;
}

interface Link extends Descent {
  /** How many states it keeps from being forgotten, at most. */
  readonly length: number;
}

/** How many states back are kept at least; at most, twice as many. */
const KEPT = 64;

const links = new WeakMap<Consultation, Link>();

export function descends(to: Consultation, from: Consultation, event: Event): void {
  const length = (links.get(from)?.length ?? 0) + 1;
  if (length > 2 * KEPT) forgetBefore(from);
  links.set(to, { from, event, length: length > 2 * KEPT ? KEPT : length });
}

/** `undefined`: not known, or not any more. */
export function descentOf(state: Consultation): Descent | undefined {
  return links.get(state);
}

function forgetBefore(state: Consultation): void {
  let kept = state;
  for (let step = 1; step < KEPT; step += 1) kept = links.get(kept)?.from ?? kept;
  links.delete(kept);
}
