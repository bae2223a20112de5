/** Acts that need no power of their own because a power names them as what ends it. */
import { showAct } from '../arrangement/act.ts';
import { actsIn } from '../arrangement/formula.ts';
import type { Arrangement } from '../arrangement/model.ts';

const known = new WeakMap<Arrangement, ReadonlySet<string>>();

/** Their sentences. Remembered for each arrangement, which never changes. */
export function revokingActs(arrangement: Arrangement): ReadonlySet<string> {
  const before = known.get(arrangement);
  if (before) return before;
  const acts = new Set(
    [...arrangement.powers.values()].flatMap(({ revocableBy }) =>
      revocableBy ? actsIn(revocableBy).map(showAct) : [],
    ),
  );
  known.set(arrangement, acts);
  return acts;
}
