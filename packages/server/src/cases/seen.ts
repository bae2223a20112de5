/** What a viewer is shown of a case. */
import { consultation } from '@foedus/kernel';
import type { Case } from './case.ts';
import type { Kind } from './meta.ts';

export interface Shown extends consultation.View {
  readonly kind: Kind;
  /** The number of the last update that is contained. */
  readonly cursor: number;
  /** The moment for which it was made. */
  readonly now: consultation.Instant;
}

/** INVARIANT: who asks has been found to be a viewer of the case on its day. */
export function shown(
  { arrangement, meta }: Case,
  state: consultation.Consultation,
  viewer: consultation.Viewer,
  now: consultation.Instant,
  cursor: number,
): Shown {
  return { kind: meta.kind, cursor, now, ...consultation.view(arrangement, state, viewer, now)! };
}

/** What the viewer sees now. */
export function seenNow(found: Case, viewer: consultation.Viewer): Shown {
  return shown(found, found.state, viewer, found.now, found.feed(viewer).cursor);
}

/** What the viewer saw after so many updates; `undefined` where there are not so many. A step shows all that came with it. */
export function seenAt(found: Case, viewer: consultation.Viewer, step: number): Shown | undefined {
  let state: consultation.State = null;
  let cursor = 0;
  for (const event of found.events) {
    const next: consultation.Consultation = consultation.evolve(state, event)!;
    cursor += consultation.updates(found.arrangement, state, event, next, viewer).length;
    state = next;
    if (cursor >= step) return shown(found, state, viewer, event.at, cursor);
  }
  return undefined;
}

/** All that the viewer sees, as a file: every item with its marking and originator in words, which thus can't be lost on the way. */
export function exported(found: Case, viewer: consultation.Viewer): object {
  const { hash, id, kind } = found.meta;
  const { effected, now, phase } = seenNow(found, viewer);
  const extract = consultation.extract(found.arrangement, found.state, viewer)!;
  return { format: 'foedus-case/1', id, kind, hash, at: now, phase, effected, ...extract };
}
