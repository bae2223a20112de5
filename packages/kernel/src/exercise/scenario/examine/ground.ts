/** What the arrangement lets the seats that are played bring about in the world of a scenario: asked of the engine. */
import { covers, showAct, type Act, type Outcome } from '../../../arrangement/act.ts';
import type { Arrangement } from '../../../arrangement/model.ts';
import { namedActs, universe } from '../../../authority/universe.ts';
import { seatOf } from '../../../authority/players.ts';
import type { Circumstance, Effect } from '../../../authority/question.ts';
import { settled } from '../../../consultation/circumstance.ts';
import { decide } from '../../../consultation/decide.ts';
import { evolve } from '../../../consultation/evolve.ts';
import { ways } from '../../../consultation/judge.ts';
import { knownTo } from '../../../consultation/knowledge.ts';
import { seating } from '../../../consultation/seating.ts';
import type { Way } from '../../../consultation/algebra.ts';
import type { Consultation, State } from '../../../consultation/state.ts';
import { seatViewer } from '../../../consultation/viewer.ts';
import type { Standing } from '../../../consultation/state.ts';
import type { Scenario } from '../model.ts';
import { opening } from '../opening.ts';

export interface Ground {
  readonly scenario: Scenario;
  readonly arrangement: Arrangement;
  /** The seats that some cell plays. */
  readonly played: ReadonlySet<string>;
  /** Shortest ways to an act by seats that are played, in the circumstances kindest to it. None: nobody can bring it about. */
  readonly ways: (outcome: Outcome, standing?: Standing) => readonly Way[];
  /** The seats on its shortest way that nobody plays. */
  readonly unplayed: (outcome: Outcome) => readonly string[];
}

export function groundOf(scenario: Scenario, arrangement: Arrangement): Ground {
  const played = new Set([...scenario.cells.values()].flatMap(({ seats }) => seats));
  const opened = firstOpened(scenario, arrangement);
  const worlds = opened && worldsOf(scenario, arrangement, opened);
  const known = new Map<string, readonly Way[]>();
  const find = (outcome: Outcome, effect: Effect, who: 'all' | 'played'): readonly Way[] => {
    const key = `${who} ${effect} ${showAct(outcome)}`;
    const before = known.get(key);
    if (before) return before;
    const may = (act: Act): boolean => who === 'all' || played.has(seatOf(arrangement, act.by, scenario.at));
    // Where no consultation can be convened, that is what is wrong; nothing is said of the acts in it.
    const found =
      worlds === undefined ? [[]] : worlds.flatMap((world) => waysIn(world, outcome, effect, may));
    const shortest = found.toSorted((a, b) => a.length - b.length);
    known.set(key, shortest);
    return shortest;
  };
  return {
    scenario,
    arrangement,
    played,
    ways: (outcome, standing) => find(outcome, standing === 'proper' ? 'proper' : 'valid', 'played'),
    unplayed: (outcome) => {
      const [shortest = []] = find(outcome, 'valid', 'all');
      const seats = shortest.map((act) => seatOf(arrangement, act.by, scenario.at));
      return [...new Set(seats)].filter((seat) => !played.has(seat));
    },
  };
}

/** The consultation of the scenario that can be convened first: no act is bound to the matters of one. */
function firstOpened(scenario: Scenario, arrangement: Arrangement): Consultation | undefined {
  for (const planned of scenario.consultations.values()) {
    const decision = decide(arrangement, null, opening(scenario, planned, scenario.startex));
    if (!decision.ok) continue;
    const state = decision.events.reduce<State>(evolve, null);
    if (state) return state;
  }
  return undefined;
}

interface PossibleWorld {
  readonly arrangement: Arrangement;
  readonly state: Consultation;
  readonly circumstance: Circumstance;
}

/** The world with all that injects change in it left open; where they suspend rules, also the one without these. */
function worldsOf(
  scenario: Scenario,
  arrangement: Arrangement,
  state: Consultation,
): readonly PossibleWorld[] {
  const effects = [...scenario.injects.values()].flatMap((inject) => inject.effects);
  const varying = new Set(
    effects.flatMap((effect) => {
      if (effect.type === 'condition') return [effect.condition];
      if (effect.type !== 'absent') return [];
      const offices = seating(arrangement, scenario.at).get(effect.seat)?.offices ?? [];
      return offices.map((office) => `vacant-${office}`);
    }),
  );
  const declared = namedActs(arrangement, scenario.at).flatMap(({ kind, on }) =>
    kind === 'declare' ? [on] : [],
  );
  const declarable = [...arrangement.conditions.values()].filter((each) => each.declaredBy.length > 0);
  for (const id of [...declared, ...declarable.map((each) => each.id)]) varying.add(id);
  const fixed = settled(arrangement, state);
  const conditions = Object.fromEntries(Object.entries(fixed.conditions).filter(([id]) => !varying.has(id)));
  const circumstance: Circumstance = { ...fixed, conditions };
  const suspended = effects.flatMap((effect) => (effect.type === 'suspend' ? [effect.rule] : []));
  const all = { arrangement, state, circumstance };
  return suspended.length === 0 ? [all] : [all, { ...all, arrangement: without(arrangement, suspended) }];
}

function without(arrangement: Arrangement, rules: readonly string[]): Arrangement {
  const rest = <T>(table: ReadonlyMap<string, T>): ReadonlyMap<string, T> =>
    new Map([...table].filter(([id]) => !rules.includes(id)));
  return { ...arrangement, powers: rest(arrangement.powers), duties: rest(arrangement.duties) };
}

function waysIn(
  { arrangement, circumstance, state }: PossibleWorld,
  outcome: Outcome,
  effect: Effect,
  may: (act: Act) => boolean,
): readonly Way[] {
  const { by } = outcome;
  const done = knownTo(arrangement, state, seatViewer(state.case.convener));
  const named = [...universe(arrangement).values()].filter((act) => covers(act, outcome));
  const acts = by === undefined ? named : [{ ...outcome, by }];
  return acts.flatMap((act) =>
    ways(arrangement, state, done, circumstance, (reckoning) => reckoning.act(act, effect), may),
  );
}
