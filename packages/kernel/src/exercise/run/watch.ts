/** What is looked out for while an exercise runs: that a branch's condition becomes true, that players do what they are expected to. */
import { dependenceOf } from '../judge/inputs.ts';
import { firstFrom } from '../judge/spans.ts';
import { spansOf } from '../judge/condition.ts';
import type { Condition } from '../scenario/condition.ts';
import type { Exercise, OpenExpectation } from './model.ts';
import type { Stage } from './stage.ts';

export type Watch =
  | { readonly type: 'branch'; readonly inject: string; readonly when: Condition; readonly delay: number }
  | ({ readonly type: 'expectation' } & OpenExpectation);

/** What comes of a watch by itself, and when, if nothing else happens. */
export interface Foreseen {
  readonly at: number;
  readonly watch: Watch;
  /** Of an expectation: whether it is met then, or missed. */
  readonly met: boolean;
}

export function watches(state: Exercise): readonly Watch[] {
  return [
    ...state.waiting.flatMap((inject): readonly Watch[] => {
      const { due } = state.injects.get(inject)!.inject;
      return due.type === 'branch'
        ? [{ type: 'branch', inject, when: due.when, delay: due.delay * 1000 }]
        : [];
    }),
    ...state.open.map((each): Watch => ({ type: 'expectation', ...each })),
  ];
}

export function watchOf(each: OpenExpectation): Watch {
  return { type: 'expectation', ...each };
}

export function foresee(stage: Stage, state: Exercise, watch: Watch): Foreseen {
  if (watch.type === 'branch')
    return { watch, at: firstFrom(spansOf(stage, state, watch.when), 0), met: true };
  const at = firstFrom(spansOf(stage, state, watch.met), watch.since);
  const over = watch.until === undefined ? Infinity : watch.until + 1;
  return at < over ? { watch, at, met: true } : { watch, at: over, met: false };
}

/** The injects that a watch looks at, and whether it looks at the world's conditions: what can change while time passes. */
export function looksAt(watch: Watch): { readonly injects: readonly string[]; readonly world: boolean } {
  return dependenceOf(watch.type === 'branch' ? watch.when : watch.met);
}

/** The first moment of the scenario, after what is known, at which something comes about by itself; `Infinity`: none. */
export function nextElapsed(stage: Stage, state: Exercise): number {
  const foreseen = watches(state).reduce(
    (first, watch) => Math.min(first, foresee(stage, state, watch).at),
    Infinity,
  );
  return Math.min(foreseen, state.agenda[0]?.due ?? Infinity);
}
