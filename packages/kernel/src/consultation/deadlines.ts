/** Deadlines that pass without what they were for: answers that were asked for and what is owed after acts. */
import { showAct } from '../arrangement/act.ts';
import type { Arrangement } from '../arrangement/model.ts';
import { after, momentOf, runAt, type Instant, type Run } from './clock.ts';
import { due } from './due.ts';
import type { DeadlineMissed } from './event.ts';
import type { Consultation, Missed } from './state.ts';
import { viewerId, viewers } from './viewer.ts';

/** The deadlines that run out up to a moment, and have not before. */
export function deadlinesUpTo(state: Consultation, now: Instant): readonly Run[] {
  const [from, to] = [runAt(state.clock, state.now), runAt(state.clock, now)];
  const owed = state.owed.flatMap(({ since, within }) =>
    within === undefined ? [] : [after(since, within)],
  );
  const passed = [...state.deadlines, ...owed].filter((until) => until < to && until >= from);
  return [...new Set(passed)].toSorted((a, b) => a - b);
}

/** The first moment after a deadline. */
export function missedAt(state: Consultation, until: Run): Instant {
  return momentOf(state.clock, (until + 1) as Run)!;
}

/** What was due by then and is not done, each with those who know that it was due and of nothing that meets it. */
export function missed(arrangement: Arrangement, state: Consultation, until: Run): readonly DeadlineMissed[] {
  const at = missedAt(state, until);
  const found = new Map<string, Missed & { readonly viewers: string[] }>();
  for (const viewer of viewers(arrangement, state.case.at)) {
    for (const { act, from, of, overdue, until: moment, what } of due(arrangement, state, viewer, at)) {
      if (!overdue || what === 'silence' || moment !== momentOf(state.clock, until)) continue;
      const key = [what, of, act ? showAct(act) : ''].join(' ');
      const each = found.get(key) ?? { what, of, from, ...(act ? { act } : {}), at, viewers: [] };
      found.set(key, each);
      if (!each.viewers.includes(viewerId(viewer))) each.viewers.push(viewerId(viewer));
    }
  }
  return found.size === 0 ? [] : [{ type: 'deadline-missed', at, missed: [...found.values()] }];
}
