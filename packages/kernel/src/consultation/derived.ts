/** Acts that nobody does as such: they take effect through what others do. */
import type { Act } from '../arrangement/act.ts';
import type { Arrangement } from '../arrangement/model.ts';
import { TRUTH } from './algebra.ts';
import { inEach, settled } from './circumstance.ts';
import { Reckoning, type Done } from './reckoning.ts';
import type { Consultation, Standing } from './state.ts';

/** Those of the acts that, in every circumstance left open, are in effect on what has been done and were not before. */
export function derived(
  arrangement: Arrangement,
  state: Consultation,
  done: Done,
  among: Iterable<Act>,
): readonly { readonly act: Act; readonly standing: Standing }[] {
  const open = [...among].filter((act) => !done.effected(act, 'proper'));
  const circumstance = settled(arrangement, state);
  return open.flatMap((act) => {
    const found = inEach(arrangement, circumstance, (world) => {
      const reckoning = new Reckoning(arrangement, state.case.at, world, TRUTH, done, () => false);
      const valid = reckoning.act(act, 'valid');
      return { valid, proper: valid && reckoning.act(act, 'proper') };
    });
    if (!found.every(({ is }) => is.valid)) return [];
    const standing = found.every(({ is }) => is.proper) ? 'proper' : 'departure';
    return standing === 'departure' && done.effected(act, 'valid') ? [] : [{ act, standing }];
  });
}
