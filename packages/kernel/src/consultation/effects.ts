/** What takes effect through what was done: a body's act by its members, an absent office's by whoever stands in for it. */
import { covers, showAct, type Act } from '../arrangement/act.ts';
import { holdsOn } from '../arrangement/date.ts';
import type { Arrangement } from '../arrangement/model.ts';
import { TRUTH } from './algebra.ts';
import { inEach, settled } from './circumstance.ts';
import { runAt, type Instant } from './clock.ts';
import { derived } from './derived.ts';
import type { Event } from './event.ts';
import { applied, inForce } from './in-force.ts';
import { knowledgeOf, knownTo, sees } from './knowledge.ts';
import { Reckoning } from './reckoning.ts';
import type { Consultation, Effected, Entry, Owed, Standing } from './state.ts';
import { viewerId, viewers, type Viewer } from './viewer.ts';

/** What was just done in itself: the acts that an entry is, known to all who may see it. */
export interface Direct {
  readonly entry: Entry;
  readonly counts: readonly Act[];
}

/** What is newly in effect among these acts, each with the viewers that know all it rests on. */
export function effects(
  arrangement: Arrangement,
  state: Consultation,
  at: Instant,
  among: Iterable<Act>,
  direct?: Direct,
): readonly Event[] {
  const open = [...among];
  const merged = new Map<string, { act: Act; standing: Standing; viewers: Set<string> }>();
  for (const [first, ...others] of alike(arrangement, state, direct?.entry)) {
    const ids = [first!, ...others].map(viewerId);
    for (const { act, standing } of newTo(arrangement, state, first!, open, direct)) {
      const key = `${standing} ${showAct(act)}`;
      const found = merged.get(key) ?? { act, standing, viewers: new Set() };
      for (const id of ids) found.viewers.add(id);
      merged.set(key, found);
    }
  }
  if (merged.size === 0) return [];
  const order = viewers(arrangement, state.case.at).map(viewerId);
  const acts = [...merged.values()].map(({ act, standing, viewers: who }): Effected => ({
    act,
    standing,
    at,
    viewers: order.filter((id) => who.has(id)),
  }));
  return [{ type: 'effected', at, acts, owed: acts.flatMap((each) => owedAfter(arrangement, state, each)) }];
}

/** What is newly in effect for a viewer. */
function newTo(
  written: Arrangement,
  state: Consultation,
  viewer: Viewer,
  among: readonly Act[],
  direct: Direct | undefined,
): readonly { readonly act: Act; readonly standing: Standing }[] {
  const done = knownTo(written, state, viewer);
  const arrangement = inForce(written, state, done);
  if (!direct || !sees(arrangement, state, viewer, direct.entry))
    return derived(arrangement, state, done, among);
  const standing = direct.entry.standing ?? 'proper';
  const effect = standing === 'proper' ? 'proper' : 'valid';
  const own = new Set(direct.counts.map(showAct));
  return [
    ...direct.counts.filter((act) => !done.effected(act, effect)).map((act) => ({ act, standing })),
    ...derived(
      arrangement,
      state,
      done,
      among.filter((act) => !own.has(showAct(act))),
    ),
  ];
}

/** The viewers in groups that know the same, in the order of the arrangement. */
function alike(
  arrangement: Arrangement,
  state: Consultation,
  entry: Entry | undefined,
): Iterable<readonly Viewer[]> {
  const groups = new Map<object, { seeing: Viewer[]; blind: Viewer[] }>();
  const all: Viewer[][] = [];
  for (const viewer of viewers(arrangement, state.case.at)) {
    const { facts } = knowledgeOf(arrangement, state, viewer);
    const group = groups.get(facts) ?? { seeing: [], blind: [] };
    groups.set(facts, group);
    const half = entry && sees(arrangement, state, viewer, entry) ? group.seeing : group.blind;
    if (half.length === 0) all.push(half);
    half.push(viewer);
  }
  return all;
}

/** What duties demand after an act: the cases that apply whatever is left open. */
function owedAfter(
  written: Arrangement,
  state: Consultation,
  { act, at, viewers: who }: Effected,
): readonly Owed[] {
  const arrangement = applied(written, state);
  const duties = [...arrangement.duties.values()].filter(
    (duty) => duty.time === 'after' && covers(duty.act, act) && holdsOn(duty, state.case.at),
  );
  return duties.flatMap((duty) => {
    // Which cases apply is a matter of the world alone, so nothing that was done is looked at.
    const applying = inEach(arrangement, settled(arrangement, state), (world) =>
      new Reckoning(arrangement, state.case.at, world, TRUTH, NOTHING_DONE, () => false).applying(duty.cases),
    );
    const [first, ...rest] = applying;
    return first!.is
      .filter((each) => rest.every(({ is }) => is.includes(each)))
      .map(({ label, within }) => ({
        duty: duty.id,
        label,
        act,
        since: runAt(state.clock, at),
        viewers: who,
        ...(within === undefined ? {} : { within }),
      }));
  });
}

const NOTHING_DONE = { does: () => false, effected: () => false, silent: () => false, delegated: [] };
