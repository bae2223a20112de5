/**
 * What a viewer knows: the items whose markings admit it, and nothing else. Acts are judged by what the one who acts knows. Since formulas
 * are monotone in the acts, what is permitted on part of the record is permitted on all of it; and nothing that a seat
 * is told can depend on what is hidden from it.
 */
import { showAct, type Act } from '../arrangement/act.ts';
import type { Arrangement } from '../arrangement/model.ts';
import { carried, factsOf, type Facts } from './facts.ts';
import { descentOf, type Descent } from './lineage.ts';
import { admitsAny } from './marking.ts';
import type { Done } from './reckoning.ts';
import type { Consultation, Entry } from './state.ts';
import { viewerId, type Viewer } from './viewer.ts';

/** Whether a viewer may see an entry. */
export function sees(
  arrangement: Arrangement,
  state: Consultation,
  viewer: Viewer,
  entry: Pick<Entry, 'markings'>,
): boolean {
  return admitsAny(arrangement, state.case.at, entry.markings, viewer);
}

/** The entries that a viewer may see, in their order. */
export function entriesFor(arrangement: Arrangement, state: Consultation, viewer: Viewer): readonly Entry[] {
  return state.entries.filter((entry) => sees(arrangement, state, viewer, entry));
}

/** The entry of that id, if the viewer may see it. */
export function entryFor(
  arrangement: Arrangement,
  state: Consultation,
  viewer: Viewer,
  id: string,
): Entry | undefined {
  const found = state.entries.find((entry) => entry.id === id);
  return found && sees(arrangement, state, viewer, found) ? found : undefined;
}

export interface Knowledge {
  /** How many items the viewer sees. */
  readonly items: number;
  readonly facts: Facts;
}

const known = new WeakMap<Consultation, Map<string, Knowledge>>();

/** Remembered for each state, which never changes, and carried on from the states it came from. */
export function knowledgeOf(arrangement: Arrangement, state: Consultation, viewer: Viewer): Knowledge {
  const id = viewerId(viewer);
  const later: { readonly state: Consultation; readonly descent: Descent }[] = [];
  let from = state;
  let knows = known.get(from)?.get(id);
  for (let descent = descentOf(from); !knows && descent; descent = descentOf(from)) {
    later.push({ state: from, descent });
    from = descent.from;
    knows = known.get(from)?.get(id);
  }
  // At the far end, which later states will come back to; this very one may be looked at and forgotten.
  knows ??= remember(from, id, gather(arrangement, from, viewer));
  for (const { state: then, descent } of later.toReversed())
    knows = remember(
      then,
      id,
      carry(arrangement, knows, descent, viewer) ?? gather(arrangement, then, viewer),
    );
  return knows;
}

/** What has been done, as far as a viewer knows. */
export function knownTo(arrangement: Arrangement, state: Consultation, viewer: Viewer): Done {
  return knowledgeOf(arrangement, state, viewer).facts;
}

/** The same with one act done in addition. */
export function withAct(done: Done, act: Act): Done {
  const also = showAct(act);
  return { ...done, does: (each, effect) => showAct(each) === also || done.does(each, effect) };
}

function remember(state: Consultation, id: string, knowledge: Knowledge): Knowledge {
  const all = known.get(state) ?? new Map<string, Knowledge>();
  known.set(state, all);
  all.set(id, knowledge);
  return knowledge;
}

function carry(
  arrangement: Arrangement,
  { facts, items }: Knowledge,
  { event, from }: Descent,
  viewer: Viewer,
): Knowledge | undefined {
  const isItem = event.type === 'recorded';
  if (isItem && !sees(arrangement, from, viewer, event.entry)) return { facts, items };
  const after = carried(facts, event, viewerId(viewer));
  return after && { facts: after, items: items + (isItem ? 1 : 0) };
}

function gather(arrangement: Arrangement, state: Consultation, viewer: Viewer): Knowledge {
  const id = viewerId(viewer);
  const entries = entriesFor(arrangement, state, viewer);
  const effected = state.effected.filter(({ viewers }) => viewers.includes(id));
  return { items: entries.length, facts: shared(state, factsOf(state, entries, effected)) };
}

const gatheredOf = new WeakMap<Consultation, Map<string, Facts>>();

/** The same facts that somebody else was found to know in this state. */
function shared(state: Consultation, facts: Facts): Facts {
  const all = gatheredOf.get(state) ?? new Map<string, Facts>();
  gatheredOf.set(state, all);
  const { delegated, given, gone, own, taken } = facts;
  const sets = [own.valid, own.proper, taken.valid, taken.proper, gone, given].map((each) => [...each]);
  const key = JSON.stringify([sets, delegated]);
  const found = all.get(key) ?? facts;
  all.set(key, found);
  return found;
}
