/** The conditions that a scenario has. */
import type { Condition } from '../condition.ts';
import type { Scenario } from '../model.ts';

/** Every condition that a scenario has, those within others too. */
export function conditionsOf({ injects }: Scenario): readonly Condition[] {
  return [...injects.values()].flatMap(({ due, expected }) => [
    ...(due.type === 'branch' ? within(due.when) : []),
    ...expected.flatMap(({ met }) => (met ? within(met) : [])),
  ]);
}

/** A condition and those within it. */
export function within(condition: Condition): readonly Condition[] {
  switch (condition.type) {
    case 'not':
    case 'for':
      return [condition, ...within(condition.of)];
    case 'allOf':
    case 'anyOf':
    case 'atLeast':
      return [condition, ...condition.of.flatMap(within)];
    default:
      return [condition];
  }
}
