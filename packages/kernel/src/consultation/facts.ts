/** The acts that somebody knows to be done, given by silence or in effect. */
import { showAct, type Act } from '../arrangement/act.ts';
import type { Effect } from '../authority/question.ts';
import { isUndo } from './command.ts';
import type { Event } from './event.ts';
import type { Done } from './reckoning.ts';
import type { Consultation, Effected, Entry, Standing } from './state.ts';

const known = new WeakMap<Act, string>();

/** The sentence of an act, put together once: the acts of a long consultation are gone through again and again. */
function sentenceOf(act: Act): string {
  const sentence = known.get(act) ?? showAct(act);
  known.set(act, sentence);
  return sentence;
}

/** Sentences of acts, by whether they were done at all or properly. */
type Sentences = Readonly<Record<Effect, ReadonlySet<string>>>;

/** Immutable. Those who know the same share one, as far as it was found out together. */
export interface Facts extends Done {
  readonly own: Sentences;
  readonly taken: Sentences;
  /** Acts that were taken back and that nobody does any more: they are no longer in effect. */
  readonly gone: ReadonlySet<string>;
  readonly given: ReadonlySet<string>;
}

/** From the items that somebody sees, and what has taken effect as far as he knows. */
export function factsOf(
  state: Consultation,
  entries: readonly Entry[],
  effected: readonly Effected[],
): Facts {
  const ended = new Set(state.takenBack);
  const acts = entries.flatMap(({ id, act, standing }) => (act && !ended.has(id) ? [{ act, standing }] : []));
  const own = sentences(acts);
  const gone = new Set(
    entries.flatMap(({ id, act }) =>
      act && ended.has(id) && !own.valid.has(sentenceOf(act)) ? [sentenceOf(act)] : [],
    ),
  );
  const seen = new Set(entries.map(({ id }) => id));
  const given = state.silences.filter((each) => each.state === 'given' && seen.has(each.proposal));
  return made({
    own,
    taken: sentences(effected.filter(({ act }) => !gone.has(sentenceOf(act)))),
    gone,
    given: new Set(given.map(({ act }) => sentenceOf(act))),
    delegated: acts.flatMap(({ act }) => delegation(act)),
  });
}

/** The facts after an event that somebody sees; `undefined`: they have to be gathered anew. */
export function carried(facts: Facts, event: Event, viewer: string): Facts | undefined {
  switch (event.type) {
    case 'recorded': {
      const { act, command, standing } = event.entry;
      if (command.type === 'release' || isUndo(command)) return undefined;
      return act ? added(facts, 'own', [{ act, standing }]) : facts;
    }
    case 'effected':
      return added(
        facts,
        'taken',
        event.acts.filter(({ viewers }) => viewers.includes(viewer)),
      );
    case 'silence-ended':
      return undefined;
    case 'deadline-missed':
      return facts;
  }
}

interface Happened {
  readonly act: Act;
  readonly standing?: Standing | undefined;
}

const next = new WeakMap<Facts, Map<string, Facts>>();

function added(facts: Facts, which: 'own' | 'taken', acts: readonly Happened[]): Facts | undefined {
  if (acts.some(({ act }) => facts.gone.has(sentenceOf(act)))) return undefined;
  const fresh = acts.filter(
    ({ act, standing }) => !facts[which][standing === 'proper' ? 'proper' : 'valid'].has(sentenceOf(act)),
  );
  if (fresh.length === 0) return facts;
  const key = [which, ...fresh.map(({ act, standing }) => `${standing} ${sentenceOf(act)}`)].join('\n');
  const later = next.get(facts) ?? new Map<string, Facts>();
  next.set(facts, later);
  const more = sentences(fresh);
  const found =
    later.get(key) ??
    made({
      ...facts,
      [which]: {
        valid: facts[which].valid.union(more.valid),
        proper: facts[which].proper.union(more.proper),
      },
      delegated:
        which === 'own'
          ? [...facts.delegated, ...fresh.flatMap(({ act }) => delegation(act))]
          : facts.delegated,
    });
  later.set(key, found);
  return found;
}

function sentences(acts: readonly Happened[]): Sentences {
  return {
    valid: new Set(acts.map(({ act }) => sentenceOf(act))),
    proper: new Set(acts.filter(({ standing }) => standing === 'proper').map(({ act }) => sentenceOf(act))),
  };
}

function delegation(act: Act): Done['delegated'] {
  const { by, kind, on, to } = act;
  return kind === 'delegate' && to !== undefined ? [{ by, to, on }] : [];
}

function made(of: Pick<Facts, 'own' | 'taken' | 'gone' | 'given' | 'delegated'>): Facts {
  return {
    ...of,
    does: (act, effect) => of.own[effect].has(showAct(act)),
    effected: (act, effect) => of.taken[effect].has(sentenceOf(act)),
    silent: (act) => of.given.has(sentenceOf(act)),
  };
}
