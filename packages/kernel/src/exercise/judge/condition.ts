/**
 * Whether a condition holds in an exercise, since when, and by what evidence. It is a function of time, worked out from the record: when
 * something came about is never a matter of when it was looked at.
 */
import type { Elapsed } from '../run/clock.ts';
import type { Evidence, Exercise } from '../run/model.ts';
import type { Stage } from '../run/stage.ts';
import type { Condition } from '../scenario/condition.ts';
import * as facts from './facts.ts';
import { inputsOf } from './inputs.ts';
import { ALWAYS, atLeast, holdsAt, lasting, not, since, type Spans } from './spans.ts';

export interface Holding {
  readonly holds: boolean;
  /** Since when it holds without a break; `null`: it does not. */
  readonly since: Elapsed | null;
  /** What it rests on. Of what has not happened there is none. */
  readonly evidence: readonly Evidence[];
}

export function conditionHolds(
  stage: Stage,
  state: Exercise,
  condition: Condition,
  elapsed: Elapsed,
): Holding {
  const span = spansOf(stage, state, condition).find(({ from, until }) => from <= elapsed && elapsed < until);
  return span
    ? { holds: true, since: span.from as Elapsed, evidence: evidenceAt(stage, state, condition, elapsed) }
    : { holds: false, since: null, evidence: [] };
}

const known = new WeakMap<Condition, { readonly inputs: readonly unknown[]; readonly spans: Spans }>();

/** The times at which it holds, those to come too if nothing more happens. Remembered while nothing changes that it depends on. */
export function spansOf(stage: Stage, state: Exercise, condition: Condition): Spans {
  const inputs = inputsOf(stage, state, condition);
  const before = known.get(condition);
  if (before?.inputs.length === inputs.length && before.inputs.every((each, index) => each === inputs[index]))
    return before.spans;
  const spans = reckoned(stage, state, condition);
  known.set(condition, { inputs, spans });
  return spans;
}

function reckoned(stage: Stage, state: Exercise, condition: Condition): Spans {
  const each = (of: readonly Condition[]): readonly Spans[] => of.map((part) => reckoned(stage, state, part));
  switch (condition.type) {
    case 'always':
      return ALWAYS;
    case 'condition':
      return inTheWorld(stage, state, condition.condition);
    case 'for':
      return lasting(condition.span * 1000, reckoned(stage, state, condition.of));
    case 'not':
      return not(reckoned(stage, state, condition.of));
    case 'allOf':
      return atLeast(condition.of.length, each(condition.of));
    case 'anyOf':
      return atLeast(1, each(condition.of));
    case 'atLeast':
      return atLeast(condition.count, each(condition.of));
    default:
      return since(factsOf(stage, state, condition)[0]?.at ?? Infinity);
  }
}

type Plain = Exclude<Condition, { readonly type: 'always' | 'for' | 'not' | 'allOf' | 'anyOf' | 'atLeast' }>;

/** What happened that bears on a condition without parts, in order. */
function factsOf(stage: Stage, state: Exercise, condition: Plain): readonly facts.Fact[] {
  switch (condition.type) {
    case 'effected':
      return facts.effected(stage, condition);
    case 'recorded':
      return facts.recorded(stage, condition);
    case 'refused':
      return facts.refused(state, condition);
    case 'condition':
      return changesOf(stage, state, condition.condition).filter(({ holds }) => holds);
    case 'convened':
      return facts.convened(stage, state, condition);
    case 'sent':
      return facts.sent(state, condition);
    case 'acknowledged':
      return facts.acknowledged(state, condition);
    case 'written':
      return facts.written(state, condition);
  }
}

/** A condition of the arrangement: as the scenario fixes it or as it usually is, until somebody says otherwise. */
function inTheWorld(stage: Stage, state: Exercise, id: string): Spans {
  const { arrangement, scenario } = stage;
  const before = scenario.given[id] ?? arrangement.conditions.get(id)?.usually ?? false;
  const changes = changesOf(stage, state, id);
  const moments = [{ at: 0, holds: before }, ...changes];
  const parts = moments.flatMap(({ at, holds }, index) =>
    holds ? [{ from: at, until: moments[index + 1]?.at ?? Infinity }] : [],
  );
  return atLeast(1, [parts.filter(({ from, until }) => from < until)]);
}

/** What injects and declarations said of a condition, in order. */
function changesOf(
  stage: Stage,
  { injects, world }: Exercise,
  id: string,
): readonly (facts.Fact & { readonly holds: boolean })[] {
  const told = world.flatMap(({ elapsed, inject }) =>
    injects
      .get(inject)!
      .inject.effects.flatMap((effect) =>
        effect.type === 'condition' && effect.condition === id
          ? [{ at: elapsed, evidence: { of: 'inject', inject } as const, holds: effect.holds }]
          : [],
      ),
  );
  return [...told, ...facts.declared(stage, id)].toSorted((one, other) => one.at - other.at);
}

function evidenceAt(
  stage: Stage,
  state: Exercise,
  condition: Condition,
  elapsed: Elapsed,
): readonly Evidence[] {
  switch (condition.type) {
    case 'always':
    case 'not':
      return [];
    case 'for':
      return evidenceAt(stage, state, condition.of, elapsed);
    case 'allOf':
    case 'anyOf':
    case 'atLeast':
      return condition.of
        .filter((part) => holdsAt(reckoned(stage, state, part), elapsed))
        .flatMap((part) => evidenceAt(stage, state, part, elapsed));
    default: {
      const before = factsOf(stage, state, condition).filter(({ at }) => at <= elapsed);
      const fact = condition.type === 'condition' ? before.at(-1) : before[0];
      return fact ? [fact.evidence] : [];
    }
  }
}
