/**
 * Rules that stop being applied while a consultation runs: those that an exercise's director suspends, for all, and powers that are ended by the
 * acts that their `revocableBy` names, for whoever knows of them. What took effect under such a rule stays in effect; from then on it grants
 * and demands as little as one whose time is past.
 */
import type { Day } from '../arrangement/date.ts';
import { actsIn } from '../arrangement/formula.ts';
import type { Arrangement, Duty, Power } from '../arrangement/model.ts';
import { TRUTH } from './algebra.ts';
import { inEach, settled } from './circumstance.ts';
import { Reckoning, type Done } from './reckoning.ts';
import type { Consultation } from './state.ts';

/** The arrangement without the rules that are suspended. */
export function applied(arrangement: Arrangement, { suspended }: Consultation): Arrangement {
  return suspended.length === 0 ? arrangement : without(arrangement, suspended);
}

/** The arrangement as it is applied, with the powers ended that somebody knows to be. */
export function inForce(written: Arrangement, state: Consultation, done: Done): Arrangement {
  const arrangement = applied(written, state);
  const ended = touched(arrangement, done).filter(({ revocableBy }) =>
    inEach(arrangement, settled(arrangement, state), (world) =>
      new Reckoning(arrangement, state.case.at, world, TRUTH, done, () => false).formula(
        revocableBy!,
        'valid',
      ),
    ).every(({ is }) => is),
  );
  return ended.length === 0
    ? arrangement
    : without(
        arrangement,
        ended.map(({ id }) => id),
      );
}

const touchedBy = new WeakMap<Done, readonly Power[]>();

/** The powers that some act in effect may have ended; few consultations have any. Remembered for those who know the same. */
function touched(arrangement: Arrangement, done: Done): readonly Power[] {
  const before = touchedBy.get(done);
  if (before) return before;
  const found = [...arrangement.powers.values()].filter(
    ({ revocableBy }) => revocableBy && actsIn(revocableBy).some((act) => done.effected(act, 'valid')),
  );
  touchedBy.set(done, found);
  return found;
}

/** Before any day on which a consultation is held. */
const LONG_AGO = { day: '0001-01-01' as Day, precision: 'day' } as const;

const variants = new WeakMap<Arrangement, Map<string, Arrangement>>();

function without(arrangement: Arrangement, rules: readonly string[]): Arrangement {
  const known = variants.get(arrangement) ?? new Map<string, Arrangement>();
  variants.set(arrangement, known);
  const key = rules.join();
  const past = <T extends Power | Duty>(table: ReadonlyMap<string, T>): ReadonlyMap<string, T> =>
    new Map([...table].map(([id, rule]) => [id, rules.includes(id) ? { ...rule, until: LONG_AGO } : rule]));
  const found = known.get(key) ?? {
    ...arrangement,
    powers: past(arrangement.powers),
    duties: past(arrangement.duties),
  };
  known.set(key, found);
  return found;
}
