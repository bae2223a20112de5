/** The arrangement under which a consultation is opened, before another is chosen. */
import type { Day } from '@foedus/kernel';
import type { ArrangementHead } from '../api/arrangements.ts';
import type { Session } from '../api/session.ts';
import { open } from '../engine/library.ts';
import { convenersOf } from './conveners.ts';

/** What Foedus was made for, and what a newcomer has read about. */
const FIRST = 'rok-us';

/**
 * The first under which one can open a consultation on the day, of those in which one holds a seat before all others; `undefined`: under none.
 * One after the other, for the first will do as a rule, and each is a request.
 */
export async function preferredArrangement(
  heads: readonly ArrangementHead[],
  at: Day,
  session: Session,
): Promise<string | undefined> {
  const held = new Set(
    session.principal?.roles.flatMap((role) => (role.role === 'seat-holder' ? role.arrangement : [])),
  );
  const rank = (id: string): number => (held.has(id) ? 0 : 2) + (id === FIRST ? 0 : 1);
  const ids = heads.map(({ id }) => id).toSorted((a, b) => rank(a) - rank(b));
  for (const id of ids) {
    // oxlint-disable-next-line no-await-in-loop -- the next is asked for only if this one will not do
    const { read } = await open(id);
    if (read.ok && convenersOf(read.value, at, session).some(({ matters }) => matters.length > 0)) return id;
  }
  return undefined;
}
