/**
 * What a seat knows: the items whose markings admit it, and nothing else. Acts are judged by what the one who acts knows. Since formulas
 * are monotone in the acts, what is permitted on part of the record is permitted on all of it; and nothing that a seat
 * is told can depend on what is hidden from it.
 */
import { showAct, type Act } from '../arrangement/act.ts';
import type { Arrangement } from '../arrangement/model.ts';
import type { Effect } from '../authority/question.ts';
import { admits } from './marking.ts';
import type { Done } from './reckoning.ts';
import type { Consultation, Entry } from './state.ts';

/** The entries that a seat may see, in their order. */
export function entriesFor(arrangement: Arrangement, state: Consultation, seat: string): readonly Entry[] {
  return state.entries.filter((entry) =>
    entry.markings.some((marking) => admits(arrangement, state.case.at, marking, seat)),
  );
}

const known = new WeakMap<Consultation, Map<string, Done>>();

/** What has been done, as far as a seat knows. Remembered for each state, which never changes. */
export function knownTo(arrangement: Arrangement, state: Consultation, seat: string): Done {
  const seats = known.get(state) ?? new Map<string, Done>();
  known.set(state, seats);
  const done = seats.get(seat) ?? gather(arrangement, state, seat);
  seats.set(seat, done);
  return done;
}

/** The same with one act done in addition. */
export function withAct(done: Done, act: Act): Done {
  const also = showAct(act);
  return { ...done, does: (each, effect) => showAct(each) === also || done.does(each, effect) };
}

function gather(arrangement: Arrangement, state: Consultation, seat: string): Done {
  const entries = entriesFor(arrangement, state, seat);
  const ended = new Set(state.takenBack);
  const acts = entries.flatMap(({ id, act, standing }) =>
    act && !ended.has(id) ? [{ id, act, standing, sentence: showAct(act) }] : [],
  );
  const does: Readonly<Record<Effect, ReadonlySet<string>>> = {
    valid: new Set(acts.map(({ sentence }) => sentence)),
    proper: new Set(acts.filter(({ standing }) => standing === 'proper').map(({ sentence }) => sentence)),
  };
  const gone = new Set(
    entries.flatMap(({ id, act }) =>
      act && ended.has(id) && !does.valid.has(showAct(act)) ? [showAct(act)] : [],
    ),
  );
  const took = state.effected.flatMap(({ act, standing, seats }) =>
    seats.includes(seat) ? [{ sentence: showAct(act), standing }] : [],
  );
  const effected: Readonly<Record<Effect, ReadonlySet<string>>> = {
    valid: new Set(took.map(({ sentence }) => sentence).filter((each) => !gone.has(each))),
    proper: new Set(
      took
        .filter(({ sentence, standing }) => standing === 'proper' && !gone.has(sentence))
        .map(({ sentence }) => sentence),
    ),
  };
  const seen = new Set(entries.map(({ id }) => id));
  const silent = new Set(
    state.silences
      .filter((each) => each.state === 'given' && seen.has(each.proposal))
      .map((each) => showAct(each.act)),
  );
  return {
    does: (act, effect) => does[effect].has(showAct(act)),
    effected: (act, effect) => effected[effect].has(showAct(act)),
    silent: (act) => silent.has(showAct(act)),
    delegated: acts.flatMap(({ act }) =>
      act.kind === 'delegate' && act.to !== undefined ? [{ by: act.by, to: act.to, on: act.on }] : [],
    ),
  };
}
