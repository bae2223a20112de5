/**
 * A second, naive engine to hold the first against: it reads the definitions of the language literally and tries every
 * combination of players and openings. Written without any of the engine's parts but its lists of rules.
 */
import { showAct, type Act, type Outcome } from '../../arrangement/act.ts';
import type { Formula } from '../../arrangement/formula.ts';
import type { Arrangement } from '../../arrangement/model.ts';
import type { Effect, Extent } from '../question.ts';

/** Every reading in one alternative, every condition and unknown true or false. */
export interface World {
  readonly readings: Readonly<Record<string, string>>;
  readonly facts: Readonly<Record<string, boolean>>;
}

export function worlds(arrangement: Arrangement): World[] {
  let found: World[] = [{ readings: {}, facts: {} }];
  for (const reading of arrangement.readings.values()) {
    found = found.flatMap((world) =>
      reading.alternatives.map((each) => ({
        ...world,
        readings: { ...world.readings, [reading.id]: each.id },
      })),
    );
  }
  for (const condition of arrangement.conditions.values()) {
    const values = condition.usually === undefined ? [true, false] : [condition.usually];
    found = found.flatMap((world) =>
      values.map((value) => ({ ...world, facts: { ...world.facts, [condition.id]: value } })),
    );
  }
  for (const unknown of arrangement.unknowns.keys()) {
    found = found.flatMap((world) =>
      [true, false].map((value) => ({ ...world, facts: { ...world.facts, [unknown]: value } })),
    );
  }
  return found;
}

/** Whether an outcome comes about in a world when `does` says which acts are done. */
export function comesAbout(
  arrangement: Arrangement,
  world: World,
  effect: Effect,
  outcome: Outcome,
  does: (act: Act) => boolean,
): boolean {
  const happens = (act: Act): boolean => canHappen(arrangement, world, effect, act, does, happens);
  return [...arrangement.powers.values()].some(
    (power) =>
      power.act.kind === outcome.kind &&
      power.act.on === outcome.on &&
      (outcome.by === undefined || power.act.by === outcome.by) &&
      happens(power.act),
  );
}

/** Whether an act takes effect when `does` says which acts are done, and `happens` which of the acts that it rests on take effect. */
export function canHappen(
  arrangement: Arrangement,
  world: World,
  effect: Effect,
  act: Act,
  does: (act: Act) => boolean,
  happens: (act: Act) => boolean,
): boolean {
  const powers = [...arrangement.powers.values()].filter((power) => showAct(power.act) === showAct(act));
  const granted =
    powers.length === 0 ||
    powers.some((power) => holds(power.valid) && (effect === 'valid' || holds(power.proper)));
  const owed = [...arrangement.duties.values()]
    .filter((duty) => showAct(duty.act) === showAct(act))
    .every((duty) => {
      const applying = duty.cases.filter((each) => each.when && holds(each.when));
      const due = applying.length > 0 ? applying : duty.cases.filter((each) => !each.when);
      return due.every((each) => holds(each.must));
    });
  return done(act) && granted && (effect === 'valid' || owed);

  function done(act: Act): boolean {
    const delegated = [...arrangement.delegations.values()].some(
      (each) => showAct(each.act) === showAct(act) && acts({ ...act, by: each.to }) && holds(each.when),
    );
    return delegated || bodyActs(act);
  }

  function bodyActs(act: Act): boolean {
    const body = arrangement.bodies.get(act.by);
    if (!body) return acts(act);
    const decides = ['concur', 'decide', 'execute', 'revoke', 'delegate', 'declare'].includes(act.kind);
    const votes = body.members.map((member) =>
      happens(decides ? { kind: 'concur', by: member, on: act.on } : { ...act, by: member }),
    );
    const count = votes.filter(Boolean).length;
    switch (body.way.type) {
      case 'none':
      case 'consensus':
        return votes.every(Boolean);
      case 'majority':
        return count * 2 > votes.length;
      case 'atLeast': {
        const { veto } = body.way;
        return (
          count >= body.way.count &&
          body.members.every((member, index) => !veto.includes(member) || votes[index])
        );
      }
      case 'weighted': {
        const weight = body.way.weights.reduce(
          (sum, each) => sum + (votes[body.members.indexOf(each.member)] ? each.weight : 0),
          0,
        );
        return weight >= body.way.quota && count >= (body.way.alsoAtLeast ?? 0);
      }
    }
  }

  function acts(act: Act): boolean {
    const succession = [...arrangement.successions.values()].find((each) => each.office === act.by);
    if (!succession || !world.facts[`vacant-${act.by}`]) return does(act);
    return succession.order.length > 0 && does({ ...act, by: succession.order[0]! });
  }

  function holds(formula: Formula): boolean {
    switch (formula.type) {
      case 'always':
        return true;
      case 'never':
        return false;
      case 'act':
      case 'silence':
        return happens(formula.act);
      case 'condition':
        return world.facts[formula.condition]!;
      case 'unknown':
        return world.facts[formula.unknown]!;
      case 'reading':
        return world.readings[formula.reading] === formula.alternative;
      case 'not':
        return !holds(formula.of);
      case 'allOf':
        return formula.of.every(holds);
      case 'anyOf':
        return formula.of.some(holds);
      case 'atLeast':
        return formula.of.filter(holds).length >= formula.count;
      case 'weighted':
        return formula.of.reduce((sum, each) => sum + (holds(each.of) ? each.weight : 0), 0) >= formula.quota;
    }
  }
}

export function extentOf(values: readonly boolean[]): Extent {
  return values.every(Boolean) ? 'every' : values.some(Boolean) ? 'some' : 'none';
}

/** Every subset of some players. */
export function subsets(players: readonly string[]): ReadonlySet<string>[] {
  return players.reduce<ReadonlySet<string>[]>(
    (all, player) => [...all, ...all.map((set) => new Set([...set, player]))],
    [new Set()],
  );
}

/** The sets, of those for which `holds`, that contain no other; as sorted, joined names. */
export function minimal(players: readonly string[], holds: (set: ReadonlySet<string>) => boolean): string[] {
  const winning = subsets(players).filter(holds);
  return winning
    .filter(
      (set) =>
        !winning.some((other) => other.size < set.size && [...other].every((player) => set.has(player))),
    )
    .map((set) => [...set].toSorted((a, b) => (a < b ? -1 : 1)).join(' '))
    .toSorted((a, b) => (a < b ? -1 : 1));
}
