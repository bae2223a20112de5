/** Looks a scenario over before it is played: what will not work as it is written, and what is left out. */
import { showAct, type Act } from '../../../arrangement/act.ts';
import type { Place } from '../../../arrangement/fault.ts';
import type { Arrangement } from '../../../arrangement/model.ts';
import { covers } from '../../../arrangement/act.ts';
import { refuseOpening } from '../../../consultation/open.ts';
import type { Condition } from '../condition.ts';
import type { Inject, Scenario } from '../model.ts';
import { conditionsOf } from './conditions.ts';
import { coverageOf, tasksOf } from './coverage.ts';
import { because, failureInWords, isProblem, type ScenarioFinding } from './finding.ts';
import { opening } from '../opening.ts';
import { groundOf, type Ground } from './ground.ts';
import { reachOf, type Reach } from './reach.ts';
import { examineTexts } from './texts.ts';

/**
 * All findings, problems first, each kind in the order of the files. The arrangement is the one that the scenario names; `file` is where
 * the scenario as a whole is spoken of.
 */
export function examine(
  scenario: Scenario,
  arrangement: Arrangement,
  file = 'scenario.yaml',
): readonly ScenarioFinding[] {
  const ground = groundOf(scenario, arrangement);
  const reach = reachOf(ground);
  const root: Place = { file, line: 1, column: 1 };
  const findings = [
    ...examineConsultations(scenario, arrangement, root),
    ...examineSeats(ground),
    ...[...scenario.injects.values()].flatMap((inject) => examineInject(inject, ground, reach)),
    ...examineObjectives(scenario),
    ...examineCells(scenario),
    ...examineTexts(scenario, root),
    ...examineCoverage(ground, root),
  ];
  return [...findings.filter(isProblem), ...findings.filter((each) => !isProblem(each))];
}

function examineConsultations(
  scenario: Scenario,
  arrangement: Arrangement,
  root: Place,
): readonly ScenarioFinding[] {
  const planned = [...scenario.consultations.values()];
  const needed = conditionsOf(scenario).some(({ type }) =>
    ['effected', 'recorded', 'refused'].includes(type),
  );
  if (planned.length === 0 && needed) return [{ code: 'no-consultation', place: root, params: {} }];
  return planned.flatMap((each): ScenarioFinding[] => {
    const refusal = refuseOpening(arrangement, opening(scenario, each, scenario.startex));
    if (!refusal) return [];
    const { office } = each.convener;
    const params = { consultation: each.id, office, matters: each.matters.join(', ') };
    return [{ code: 'cannot-convene', place: each.place, params }];
  });
}

/** Seats that nobody plays, though what is waited for needs them. */
function examineSeats(ground: Ground): readonly ScenarioFinding[] {
  const { played, scenario } = ground;
  const seats = new Map<string, { readonly place: Place; readonly act: string }>();
  for (const condition of conditionsOf(scenario)) {
    if (condition.type !== 'effected' || ground.ways(condition.outcome).length > 0) continue;
    const act = showAct(condition.outcome);
    for (const seat of ground.unplayed(condition.outcome))
      if (!seats.has(seat)) seats.set(seat, { place: condition.place, act });
  }
  for (const { convener, place, id } of scenario.consultations.values())
    if (!played.has(convener.seat) && !seats.has(convener.seat)) seats.set(convener.seat, { place, act: id });
  return [...seats].map(([seat, { act, place }]) => ({
    code: 'seat-unplayed',
    place,
    params: { seat, act },
  }));
}

function examineInject(
  inject: Inject,
  { arrangement, scenario }: Ground,
  reach: Reach,
): readonly ScenarioFinding[] {
  const { due, expected, id, place, status } = inject;
  const { length } = scenario;
  const found: ScenarioFinding[] = [];
  if (status !== 'ready') found.push({ code: 'inject-not-ready', place, params: { inject: id, status } });
  const obstacle = reach.obstacles.get(id);
  if (obstacle)
    found.push({ code: 'inject-unreachable', place, params: { inject: id, ...because(obstacle) } });
  const sent = due.type === 'time' ? due.after : 0;
  if (length !== undefined && sent > length)
    found.push({ code: 'inject-after-end', place, params: { inject: id } });
  for (const expectation of expected) {
    const params = { expectation: expectation.id, inject: id };
    const impossible = expectation.met && reach.obstacle(expectation.met);
    if (impossible)
      found.push({
        code: 'expectation-impossible',
        place: expectation.place,
        params: { ...params, ...because(impossible) },
      });
    const takes = expectation.met ? leastTime(expectation.met, arrangement) : 0;
    const until = Math.min(expectation.within ?? Infinity, (length ?? Infinity) - sent);
    if (takes > until && !impossible)
      found.push({
        code: 'expectation-late',
        place: expectation.place,
        params: { ...params, minutes: Math.ceil(takes / 60), until: Math.max(0, Math.floor(until / 60)) },
      });
  }
  return found;
}

/** Seconds that a condition takes at least: the least pace of the acts that it can't do without, which may go on side by side. */
function leastTime(condition: Condition, arrangement: Arrangement): number {
  switch (condition.type) {
    case 'effected': {
      const { by } = condition.outcome;
      const act: Act | undefined = by === undefined ? undefined : { ...condition.outcome, by };
      const paces = [...arrangement.paces.values()].filter(
        (pace) => act !== undefined && covers(pace.act, act),
      );
      return Math.min(...paces.map(({ least }) => least), paces.length === 0 ? 0 : Infinity);
    }
    case 'for':
      return condition.span + leastTime(condition.of, arrangement);
    case 'allOf':
      return Math.max(...condition.of.map((each) => leastTime(each, arrangement)));
    case 'anyOf':
      return Math.min(...condition.of.map((each) => leastTime(each, arrangement)));
    case 'atLeast': {
      const times = condition.of.map((each) => leastTime(each, arrangement)).toSorted((a, b) => a - b);
      return times[condition.count - 1]!;
    }
    default:
      return 0;
  }
}

function examineObjectives(scenario: Scenario): readonly ScenarioFinding[] {
  const injects = [...scenario.injects.values()];
  const expected = injects.flatMap((inject) => inject.expected.flatMap(({ task }) => task ?? []));
  const judged = new Set(expected);
  const rehearsed = new Set([...injects.flatMap((inject) => inject.tasks), ...expected]);
  const idle = [...scenario.objectives.values()].filter(({ capabilities }) =>
    [...capabilities.values()].every(({ tasks }) => [...tasks.keys()].every((task) => !rehearsed.has(task))),
  );
  return [
    ...idle.map(({ id, place }): ScenarioFinding => ({
      code: 'objective-unrehearsed',
      place,
      params: { objective: id },
    })),
    ...tasksOf(scenario).flatMap(({ id, place }): ScenarioFinding[] => {
      if (!rehearsed.has(id)) return [{ code: 'task-unrehearsed', place, params: { task: id } }];
      return judged.has(id) ? [] : [{ code: 'task-unjudged', place, params: { task: id } }];
    }),
  ];
}

function examineCells({ cells, injects, questionnaires }: Scenario): readonly ScenarioFinding[] {
  const all = [...injects.values()];
  const addressed = new Set(all.flatMap(({ to }) => to));
  const asked = new Set(all.map(({ questionnaire }) => questionnaire));
  return [
    ...[...cells.values()]
      .filter(
        ({ id, kind, seats }) => kind === 'players' && ![id, ...seats].some((each) => addressed.has(each)),
      )
      .map(({ id, place }): ScenarioFinding => ({
        code: 'cell-without-inject',
        place,
        params: { cell: id },
      })),
    ...[...questionnaires.values()]
      .filter(({ id }) => !asked.has(id))
      .map(({ id, place }): ScenarioFinding => ({
        code: 'questionnaire-unused',
        place,
        params: { questionnaire: id },
      })),
  ];
}

function examineCoverage(ground: Ground, place: Place): readonly ScenarioFinding[] {
  const { clauses, failures, otherMatters, rules } = coverageOf(ground);
  const untouched = <T extends { readonly touched: boolean }>(of: readonly T[]): readonly T[] =>
    of.filter(({ touched }) => !touched);
  return [
    ...untouched(rules).map(({ rule }): ScenarioFinding => ({
      code: 'rule-untouched',
      place,
      params: { rule: rule.id, name: rule.name },
    })),
    ...untouched(clauses).map(({ clause }): ScenarioFinding => ({
      code: 'clause-untouched',
      place,
      params: { clause },
    })),
    ...(otherMatters.length > 0
      ? [{ code: 'matters-untouched', place, params: { matters: otherMatters.join(', ') } } as const]
      : []),
    ...untouched(failures).map(({ failure }): ScenarioFinding => ({
      code: 'failure-untouched',
      place,
      params: { failure: failureInWords(failure) },
    })),
  ];
}
