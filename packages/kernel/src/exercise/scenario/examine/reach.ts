/** What can come about when a scenario is played: which injects are ever sent, and which conditions can become true. */
import { showAct } from '../../../arrangement/act.ts';
import type { Condition } from '../condition.ts';
import type { Inject } from '../model.ts';
import { CONTROL } from '../read/words.ts';
import type { Obstacle } from './finding.ts';
import type { Ground } from './ground.ts';

export interface Reach {
  /** Why an inject is never sent by the clock or by hand; absent: it is. */
  readonly obstacles: ReadonlyMap<string, Obstacle>;
  /** Why a condition can't become true. What is negated is taken as possible: nothing has to happen for it. */
  readonly obstacle: (condition: Condition) => Obstacle | undefined;
}

/** INVARIANT: errs on the side of what is possible; what it says can't be, can't be. */
export function reachOf(ground: Ground): Reach {
  const { injects } = ground.scenario;
  const sent = new Set<string>();
  const obstacle = (condition: Condition): Obstacle | undefined => obstacleTo(condition, ground, sent);
  const mayBeSent = ({ due, status }: Inject): boolean =>
    due.type === 'reserve' || (status === 'ready' && (due.type === 'time' || !obstacle(due.when)));
  // What is sent makes more possible, until nothing more becomes so.
  for (let before = -1; before < sent.size;) {
    before = sent.size;
    for (const inject of injects.values()) if (!sent.has(inject.id) && mayBeSent(inject)) sent.add(inject.id);
  }
  const obstacles = new Map<string, Obstacle>();
  for (const { due, id, status } of injects.values()) {
    const why = due.type === 'branch' && status === 'ready' && !sent.has(id) ? obstacle(due.when) : undefined;
    if (why) obstacles.set(id, why);
  }
  return { obstacles, obstacle };
}

function obstacleTo(condition: Condition, ground: Ground, sent: ReadonlySet<string>): Obstacle | undefined {
  const { arrangement, played, scenario } = ground;
  const unplayed = (seat: string | undefined): Obstacle | undefined =>
    seat === undefined || played.has(seat) ? undefined : { why: 'seat', name: seat };
  const speaks = (who: string): Obstacle | undefined =>
    who === CONTROL || scenario.cells.has(who) ? undefined : unplayed(who);
  const unsent = (inject: string): Obstacle | undefined =>
    sent.has(inject) ? undefined : { why: 'inject', name: inject };
  const within = (of: readonly Condition[]): readonly Obstacle[] =>
    of.flatMap((each) => obstacleTo(each, ground, sent) ?? []);
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
      const made = [...scenario.injects.values()].some(
        (inject) => sent.has(inject.id) && inject.effects.some((effect) => makes(effect, id, ground)),
      );
      const declared = declaredBy.length > 0 || ground.ways({ kind: 'declare', on: id }).length > 0;
      const given = scenario.given[id] ?? usually;
      return made || declared || given === true ? undefined : { why: 'condition', name: id };
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
      return short ? obstacleTo(condition.of, ground, sent) : { why: 'span', name: String(condition.span) };
    }
    case 'allOf':
      return within(condition.of)[0];
    case 'anyOf':
      return atLeast(1, condition.of.length, within(condition.of));
    case 'atLeast':
      return atLeast(condition.count, condition.of.length, within(condition.of));
  }
}

function atLeast(count: number, of: number, obstacles: readonly Obstacle[]): Obstacle | undefined {
  return of - obstacles.length >= count ? undefined : obstacles[0];
}

/** Whether what is addressed to one is addressed to the other: the cell of a seat, a seat of a cell. */
function concerns(to: string, who: string, { scenario: { cells } }: Ground): boolean {
  return to === who || (cells.get(to)?.seats.includes(who) ?? cells.get(who)?.seats.includes(to) ?? false);
}

function makes(effect: Inject['effects'][number], condition: string, { arrangement }: Ground): boolean {
  if (effect.type === 'condition') return effect.condition === condition && effect.holds;
  // Who is absent leaves his offices vacant; of an office that is a seat of its own the names are the same.
  if (effect.type !== 'absent') return false;
  const offices = arrangement.seats.get(effect.seat)?.offices ?? [effect.seat];
  return offices.some((office) => condition === `vacant-${office}`);
}
