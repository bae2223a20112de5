/**
 * What will come about by itself, and when, if nothing else happens. It follows from the state and the consultations. From one state to the
 * next only what an event touches is looked at again, so that a long list of events costs little; a test holds it against looking at all.
 */
import { dependenceOf } from '../judge/inputs.ts';
import type { Consultation } from '../../consultation/state.ts';
import { added, removed, sorted } from './agenda.ts';
import type { Exercise, ExerciseEvent } from './model.ts';
import type { Stage } from './stage.ts';
import { set, Table } from './table.ts';
import { foresee, watchesOf, type Foreseen, type Watch } from './watch.ts';

/** What comes about, and when. */
export interface Coming extends Foreseen {
  readonly watch: Watch;
  /** The number of the inject, and a fraction for each of its expectations. */
  readonly number: number;
}

/** What a condition can depend on, beside injects by their serials. */
const TOPICS = ['cases', 'refusals', 'convened', 'messages', 'world'] as const;
type Topic = (typeof TOPICS)[number];

export class Outlook {
  /** Sorted; without what never comes. */
  readonly #coming: readonly Coming[];
  /** What is looked out for on account of each inject. */
  readonly #foreseen: ReadonlyMap<string, readonly Coming[]>;
  /** The injects on whose account somebody looks at an inject (`inject:`) or a topic. */
  readonly #lookers: ReadonlyMap<string, ReadonlySet<string>>;
  readonly #cases: readonly Consultation[];

  private constructor(
    coming: readonly Coming[],
    foreseen: ReadonlyMap<string, readonly Coming[]>,
    lookers: ReadonlyMap<string, ReadonlySet<string>>,
    cases: readonly Consultation[],
  ) {
    this.#coming = coming;
    this.#foreseen = foreseen;
    this.#lookers = lookers;
    this.#cases = cases;
  }

  static of(stage: Stage, state: Exercise): Outlook {
    const foreseen = new Map<string, readonly Coming[]>();
    const lookers = new Map<string, Set<string>>();
    for (const id of state.injects.keys()) {
      const own = lookOut(stage, state, id);
      if (own.length > 0) foreseen.set(id, own);
      for (const { watch } of own)
        for (const key of keysOf(watch)) lookers.set(key, (lookers.get(key) ?? new Set()).add(id));
    }
    const coming = sorted([...foreseen.values()].flat().filter(({ due }) => due < Infinity));
    return new Outlook(coming, new Table(foreseen), new Table(lookers), [...stage.cases.values()]);
  }

  get next(): Coming | undefined {
    return this.#coming[0];
  }

  /** After events that led to a state, and whatever has happened in the consultations. */
  after(stage: Stage, state: Exercise, events: readonly ExerciseEvent[]): Outlook {
    const cases = [...stage.cases.values()];
    const moved =
      cases.length !== this.#cases.length || cases.some((each, index) => each !== this.#cases[index]);
    const touched = events.map((event) => touchedBy(state, event));
    const keys = [...touched.flatMap((each) => each.keys), ...(moved ? ['cases'] : [])];
    const injects = new Set([
      ...touched.flatMap((each) => each.injects),
      ...keys.flatMap((key) => [...(this.#lookers.get(key) ?? [])]),
    ]);
    if (injects.size === 0 && !moved) return this;
    let [coming, foreseen, lookers] = [this.#coming, this.#foreseen, this.#lookers];
    for (const id of injects) {
      const before = foreseen.get(id) ?? [];
      const now = lookOut(stage, state, id);
      for (const each of before) coming = removed(coming, each);
      for (const each of now) if (each.due < Infinity) coming = added(coming, each);
      if (before.length + now.length > 0) foreseen = set(foreseen, id, now);
      for (const key of now.flatMap(({ watch }) => keysOf(watch))) {
        const known = lookers.get(key);
        if (!known?.has(id)) lookers = set(lookers, key, new Set(known).add(id));
      }
    }
    return new Outlook(coming, foreseen, lookers, cases);
  }
}

function lookOut(stage: Stage, state: Exercise, id: string): readonly Coming[] {
  const own = watchesOf(state, id);
  return own.map((watch, index) => ({
    watch,
    ...foresee(stage, state, watch),
    number: state.injects.get(id)!.number + index / own.length,
  }));
}

function keysOf({ condition }: Watch): readonly string[] {
  const dependence = dependenceOf(condition);
  return [...dependence.injects.map(keyOf), ...TOPICS.filter((topic) => dependence[topic])];
}

function keyOf(inject: string): `inject:${string}` {
  return `inject:${inject}`;
}

/** What an event can change: on account of which injects something is looked out for, and what is looked at. */
function touchedBy(
  { expectations, injects }: Exercise,
  event: ExerciseEvent,
): { readonly injects: readonly string[]; readonly keys: readonly (Topic | `inject:${string}`)[] } {
  const ofExpectation = (id: string): readonly string[] => {
    const inject = expectations.get(id);
    return inject === undefined ? [] : [inject];
  };
  switch (event.type) {
    case 'sent': {
      const changes = injects.get(event.inject)!.inject.effects.some(({ type }) => type === 'condition');
      return {
        injects: [event.inject],
        keys: changes ? [keyOf(event.inject), 'world'] : [keyOf(event.inject)],
      };
    }
    case 'passed':
    case 'branched':
      return { injects: [event.inject], keys: [] };
    case 'judged':
      return { injects: ofExpectation(event.expectation), keys: [] };
    case 'convened':
      return { injects: [], keys: ['convened', 'cases'] };
    case 'refused':
      return { injects: [], keys: ['refusals'] };
    case 'clock':
    case 'convening':
      return { injects: [], keys: [] };
    case 'accepted': {
      const { command } = event;
      switch (command.type) {
        case 'acknowledge':
          return { injects: [], keys: [keyOf(command.inject)] };
        case 'write':
          return { injects: [], keys: ['messages'] };
        case 'overrule':
          return { injects: ofExpectation(command.expectation), keys: [] };
        default:
          return { injects: 'inject' in command ? [command.inject] : [], keys: [] };
      }
    }
  }
}

/** What is known of a state: its outlook, or the events since one of which it is. Forgotten with the state. */
interface Trail {
  readonly outlook: Outlook;
  readonly since: Step | undefined;
}
interface Step {
  readonly event: ExerciseEvent;
  readonly before: Step | undefined;
}
const trails = new WeakMap<Exercise, Trail>();

/** Lets the outlook of a state be made from that of the one before. */
export function descends(after: Exercise, before: Exercise, event: ExerciseEvent): void {
  const trail = trails.get(before);
  if (trail) trails.set(after, { outlook: trail.outlook, since: { event, before: trail.since } });
}

export function outlookOf(stage: Stage, state: Exercise): Outlook {
  const trail = trails.get(state);
  const events: ExerciseEvent[] = [];
  for (let step = trail?.since; step; step = step.before) events.push(step.event);
  const outlook = trail ? trail.outlook.after(stage, state, events.toReversed()) : Outlook.of(stage, state);
  trails.set(state, { outlook, since: undefined });
  return outlook;
}

/** The first moment of the scenario at which something comes about by itself, as things stand; `Infinity`: none. */
export function nextElapsed(stage: Stage, state: Exercise): number {
  return Math.min(outlookOf(stage, state).next?.due ?? Infinity, state.agenda[0]?.due ?? Infinity);
}
