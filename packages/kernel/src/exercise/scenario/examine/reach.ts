/** What can come about when a scenario is played: which injects are ever sent, and which conditions can become true. */
import { showAct } from '../../../arrangement/act.ts';
import { seating } from '../../../consultation/seating.ts';
import type { Condition } from '../condition.ts';
import type { Inject } from '../model.ts';
import { CONTROL } from '../read/words.ts';
import { within } from './conditions.ts';
import type { Obstacle } from './finding.ts';
import type { Ground } from './ground.ts';

export interface Reach {
  /** Why an inject is never sent by the clock or by hand; absent: it is. */
  readonly obstacles: ReadonlyMap<string, Obstacle>;
  /** Why a condition can't become true. What is negated is taken as possible: nothing has to happen for it. */
  readonly obstacle: (condition: Condition) => Obstacle | undefined;
}

/** What has been found to come about so far. */
interface Possible {
  readonly sent: Set<string>;
  /** Conditions of the arrangement that an inject makes true. */
  readonly made: Set<string>;
}

/** INVARIANT: errs on the side of what is possible; what it says can't be, can't be. */
export function reachOf(ground: Ground): Reach {
  const { injects } = ground.scenario;
  const possible: Possible = { sent: new Set(), made: new Set() };
  const obstacle = (condition: Condition): Obstacle | undefined => obstacleTo(condition, ground, possible);
  const mayBeSent = ({ due, status }: Inject): boolean =>
    due.type === 'reserve' || (status === 'ready' && (due.type === 'time' || !obstacle(due.when)));
  const waiting = waitingFor(injects.values());
  // What is sent makes more possible: those that wait for it are looked at again.
  const open = [...injects.values()];
  for (let inject = open.pop(); inject; inject = open.pop()) {
    if (possible.sent.has(inject.id) || !mayBeSent(inject)) continue;
    possible.sent.add(inject.id);
    const made = madeBy(inject, ground).filter((condition) => !possible.made.has(condition));
    for (const condition of made) possible.made.add(condition);
    for (const name of [`sent ${inject.id}`, ...made.map((condition) => `when ${condition}`)])
      for (const each of waiting.get(name) ?? []) open.push(each);
  }
  const obstacles = new Map<string, Obstacle>();
  for (const { due, id, status } of injects.values()) {
    const late = due.type === 'branch' && status === 'ready' && !possible.sent.has(id);
    const why = late ? obstacle(due.when) : undefined;
    if (why) obstacles.set(id, why);
  }
  return { obstacles, obstacle };
}

/** The branches, by the injects and the conditions of the arrangement that they wait for. */
function waitingFor(injects: Iterable<Inject>): ReadonlyMap<string, readonly Inject[]> {
  const waiting = new Map<string, Inject[]>();
  for (const inject of injects) {
    if (inject.due.type !== 'branch') continue;
    for (const each of within(inject.due.when)) {
      const isOfInject = each.type === 'sent' || each.type === 'acknowledged';
      const name = isOfInject ? `sent ${each.inject}` : each.type === 'condition' && `when ${each.condition}`;
      if (!name) continue;
      const those = waiting.get(name) ?? [];
      waiting.set(name, those);
      those.push(inject);
    }
  }
  return waiting;
}

/** The conditions that an inject makes true; who is absent leaves his offices vacant. */
function madeBy({ effects }: Inject, { arrangement, scenario }: Ground): readonly string[] {
  return effects.flatMap((effect) => {
    if (effect.type === 'condition') return effect.holds ? [effect.condition] : [];
    if (effect.type !== 'absent') return [];
    const offices = seating(arrangement, scenario.at).get(effect.seat)?.offices ?? [];
    return offices.map((office) => `vacant-${office}`);
  });
}

function obstacleTo(condition: Condition, ground: Ground, possible: Possible): Obstacle | undefined {
  const { arrangement, played, scenario } = ground;
  const unplayed = (seat: string | undefined): Obstacle | undefined =>
    seat === undefined || played.has(seat) ? undefined : { why: 'seat', name: seat };
  const speaks = (who: string): Obstacle | undefined =>
    who === CONTROL || scenario.cells.has(who) ? undefined : unplayed(who);
  const unsent = (inject: string): Obstacle | undefined =>
    possible.sent.has(inject) ? undefined : { why: 'inject', name: inject };
  const among = (of: readonly Condition[]): readonly Obstacle[] =>
    of.flatMap((each) => obstacleTo(each, ground, possible) ?? []);
  switch (condition.type) {
    case 'always':
    case 'not':
      return undefined;
    case 'effected': {
      const { outcome, standing } = condition;
      return ground.ways(outcome, standing).length > 0 ? undefined : { why: 'act', name: showAct(outcome) };
    }
    case 'recorded':
    case 'refused':
      return unplayed(condition.by);
    case 'condition': {
      const { condition: id } = condition;
      const { declaredBy = [], usually } = arrangement.conditions.get(id) ?? {};
      const declared = declaredBy.length > 0 || ground.ways({ kind: 'declare', on: id }).length > 0;
      const given = scenario.given[id] ?? usually;
      return possible.made.has(id) || declared || given === true ? undefined : { why: 'condition', name: id };
    }
    case 'convened': {
      const { consultation } = condition;
      const planned = scenario.consultations.get(consultation)!;
      const convened = planned.convened !== undefined || played.has(planned.convener.seat);
      return convened ? undefined : { why: 'consultation', name: consultation };
    }
    case 'sent':
      return unsent(condition.inject);
    case 'acknowledged': {
      const { by, inject } = condition;
      const { to } = scenario.injects.get(inject)!;
      const gets = by === undefined ? to.length > 0 : to.some((each) => concerns(each, by, ground));
      return unsent(inject) ?? (gets ? undefined : { why: 'recipient', name: by ?? inject });
    }
    case 'written':
      return speaks(condition.by);
    case 'for': {
      const { length } = scenario;
      const short = length === undefined || condition.span <= length;
      return short
        ? obstacleTo(condition.of, ground, possible)
        : { why: 'span', name: String(condition.span) };
    }
    case 'allOf':
      return among(condition.of)[0];
    case 'anyOf':
      return atLeast(1, condition.of.length, among(condition.of));
    case 'atLeast':
      return atLeast(condition.count, condition.of.length, among(condition.of));
  }
}

function atLeast(count: number, of: number, obstacles: readonly Obstacle[]): Obstacle | undefined {
  return of - obstacles.length >= count ? undefined : obstacles[0];
}

/** Whether what is addressed to one is addressed to the other: the cell of a seat, a seat of a cell. */
function concerns(to: string, who: string, { scenario: { cells } }: Ground): boolean {
  return to === who || (cells.get(to)?.seats.includes(who) ?? cells.get(who)?.seats.includes(to) ?? false);
}
