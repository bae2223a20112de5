/** What of an exercise a condition depends on, so that it is worked out anew only when some of that has changed. */
import type { Exercise } from '../run/model.ts';
import type { Stage } from '../run/stage.ts';
import type { Condition } from '../scenario/condition.ts';

interface Dependence {
  readonly cases: boolean;
  readonly refusals: boolean;
  readonly convened: boolean;
  readonly messages: boolean;
  readonly world: boolean;
  /** Injects that were sent or acknowledged. */
  readonly injects: readonly string[];
}

/** Values of which one is another, by identity, when anything changes that the condition depends on. */
export function inputsOf(stage: Stage, state: Exercise, condition: Condition): readonly unknown[] {
  const { cases, convened, injects, messages, refusals, world } = dependenceOf(condition);
  return [
    stage.scenario,
    ...(cases ? stage.cases.values() : []),
    ...(refusals ? [state.refusals] : []),
    ...(convened ? [state.convened] : []),
    ...(messages ? [state.messages] : []),
    ...(world ? [state.world] : []),
    ...injects.map((id) => state.injects.get(id)),
  ];
}

const known = new WeakMap<Condition, Dependence>();

/** Remembered: a condition never changes. */
export function dependenceOf(condition: Condition): Dependence {
  const before = known.get(condition);
  if (before) return before;
  const leaves = [...leavesOf(condition)];
  const has = (...types: readonly Condition['type'][]): boolean =>
    leaves.some(({ type }) => types.includes(type));
  const found: Dependence = {
    cases: has('effected', 'recorded', 'condition', 'convened'),
    refusals: has('refused'),
    convened: has('convened'),
    messages: has('written'),
    world: has('condition'),
    injects: leaves.flatMap((leaf) =>
      leaf.type === 'sent' || leaf.type === 'acknowledged' ? [leaf.inject] : [],
    ),
  };
  known.set(condition, found);
  return found;
}

function* leavesOf(condition: Condition): Generator<Condition> {
  switch (condition.type) {
    case 'for':
    case 'not':
      yield* leavesOf(condition.of);
      break;
    case 'allOf':
    case 'anyOf':
    case 'atLeast':
      for (const part of condition.of) yield* leavesOf(part);
      break;
    default:
      yield condition;
  }
}
