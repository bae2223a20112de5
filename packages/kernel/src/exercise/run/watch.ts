/** What is looked out for while an exercise runs: that a branch's condition becomes true, that players do what they are expected to. */
import { spansOf } from '../judge/condition.ts';
import { firstFrom } from '../judge/spans.ts';
import type { Condition } from '../scenario/condition.ts';
import { elapsedOf, type Elapsed } from './clock.ts';
import { isWaiting } from './inject.ts';
import type { Exercise } from './model.ts';
import type { Stage } from './stage.ts';

export type Watch = { readonly inject: string; readonly condition: Condition } & (
  | { readonly type: 'branch'; readonly delay: Elapsed }
  | {
      readonly type: 'expectation';
      readonly expectation: string;
      readonly since: Elapsed;
      /** The last moment at which it can be met; absent: ENDEX. */
      readonly until?: Elapsed;
    }
);

/** When something comes of a watch by itself, if nothing else happens. */
export interface Foreseen {
  /** Elapsed; `Infinity`: never. */
  readonly due: Elapsed;
  /** Of an expectation: whether it is met then, or missed. */
  readonly met: boolean;
}

/** What is looked out for on account of an inject: its branch while it waits, its expectations once it was sent and until they are decided. */
export function watchesOf({ injects, verdicts }: Exercise, id: string): readonly Watch[] {
  const state = injects.get(id);
  if (!state) return [];
  const { inject, sent } = state;
  if (inject.due.type === 'branch' && isWaiting(state))
    return [{ type: 'branch', inject: id, condition: inject.due.when, delay: elapsedOf(inject.due.delay) }];
  if (!sent) return [];
  return inject.expected.flatMap(({ id: expectation, met, within }): readonly Watch[] =>
    met === undefined || verdicts.has(expectation)
      ? []
      : [
          {
            type: 'expectation',
            inject: id,
            expectation,
            condition: met,
            since: sent.elapsed,
            ...(within === undefined ? {} : { until: (sent.elapsed + elapsedOf(within)) as Elapsed }),
          },
        ],
  );
}

export function foresee(stage: Stage, state: Exercise, watch: Watch): Foreseen {
  const spans = spansOf(stage, state, watch.condition);
  const foreseen = (due: number, met: boolean): Foreseen => ({ due: due as Elapsed, met });
  if (watch.type === 'branch') return foreseen(firstFrom(spans, 0), true);
  const at = firstFrom(spans, watch.since);
  const over = watch.until === undefined ? Infinity : watch.until + 1;
  return at < over ? foreseen(at, true) : foreseen(over, false);
}
