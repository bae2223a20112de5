/**
 * What if it had gone on otherwise? A fork from what one viewer knew at a moment, in memory only. It is made of nothing but that, whoever acts in
 * it, so it tells nothing of what is hidden from the viewer; of what he knows to be in effect, everybody in it knows.
 */
import { consultation } from '@foedus/kernel';
import type { Case } from './case.ts';
import { seenAt, shown, type Shown } from './seen.ts';
import { entryOf, type Decided, type Timeless } from './turn.ts';

export type Supposed = Exclude<Timeless, { readonly type: 'tick' }> | Waiting;

/** Nobody acts for so long. */
export interface Waiting {
  readonly type: 'wait';
  readonly seconds: number;
}

export interface WhatIf {
  readonly decided: readonly Decided[];
  readonly view: Shown;
}

/** `undefined`: the viewer was never told so much. */
export function whatIf(
  found: Case,
  viewer: consultation.Viewer,
  step: number,
  supposed: readonly Supposed[],
): WhatIf | undefined {
  const then = seenAt(found, viewer, step);
  if (!then) return undefined;
  const known = knownEvents(found, viewer, then);
  let state = consultation.fork(known, known.length);
  let now = then.now;
  const decided = supposed.map((each): Decided => {
    const isWait = each.type === 'wait';
    if (isWait) now = (now + each.seconds * 1000) as consultation.Instant;
    const command = (isWait ? { type: 'tick', at: now } : { ...each, at: now }) as consultation.Command;
    const decision = consultation.decide(found.arrangement, state, command);
    if (!decision.ok) return decision;
    state = decision.events.reduce(consultation.evolve, state);
    return { ok: true, recorded: command.type === 'tick' ? undefined : entryOf(state, command) };
  });
  return { decided, view: shown(found, state!, viewer, now, then.cursor) };
}

/** The events that the viewer was told of, as far as he was. */
function knownEvents(
  { arrangement, events, meta }: Case,
  viewer: consultation.Viewer,
  { history, now }: Shown,
): readonly consultation.Event[] {
  const seen = new Set(history.map(({ id }) => id));
  const viewers = consultation.viewers(arrangement, meta.on).map(consultation.viewerId);
  const isKnown = (each: { readonly viewers: readonly string[] }): boolean =>
    each.viewers.includes(consultation.viewerId(viewer));
  return events
    .filter(({ at }) => at <= now)
    .flatMap((event): readonly consultation.Event[] => {
      switch (event.type) {
        case 'recorded':
          return seen.has(event.entry.id) ? [event] : [];
        case 'silence-ended':
          return seen.has(event.proposal) ? [event] : [];
        case 'deadline-missed': {
          const missed = event.missed.filter(isKnown).map((each) => ({ ...each, viewers }));
          return missed.length > 0 ? [{ ...event, missed }] : [];
        }
        case 'effected': {
          const acts = event.acts.filter(isKnown).map((each) => ({ ...each, viewers }));
          const owed = event.owed.filter(isKnown).map((each) => ({ ...each, viewers }));
          return acts.length + owed.length > 0 ? [{ ...event, acts, owed }] : [];
        }
        case 'deadline-missed': {
          const missed = event.missed.filter(isKnown).map((each) => ({ ...each, viewers }));
          return missed.length > 0 ? [{ ...event, missed }] : [];
        }
      }
    });
}
