/** Acts that nobody does as such: they take effect through what others do. */
import type { Act } from '../arrangement/act.ts';
import type { Arrangement } from '../arrangement/model.ts';
import { universe } from '../authority/universe.ts';
import { TRUTH } from './algebra.ts';
import { inEach, settled } from './circumstance.ts';
import { Reckoning, type Done } from './reckoning.ts';
import type { Consultation, Standing } from './state.ts';

/** The acts that, in every circumstance left open, are in effect on what has been done and were not before. */
export function derived(
  arrangement: Arrangement,
  state: Consultation,
  done: Done,
): readonly { readonly act: Act; readonly standing: Standing }[] {
  const open = [...universe(arrangement).values()].filter((act) => !done.effected(act, 'proper'));
  return open.flatMap((act) => {
    const found = inEach(arrangement, settled(arrangement, state), (world) => {
      const reckoning = new Reckoning(arrangement, state.case.at, world, TRUTH, done, () => false);
      const valid = reckoning.act(act, 'valid');
      return { valid, proper: valid && reckoning.act(act, 'proper') };
    });
    if (!found.every(({ is }) => is.valid)) return [];
    const standing = found.every(({ is }) => is.proper) ? 'proper' : 'departure';
    return standing === 'departure' && done.effected(act, 'valid') ? [] : [{ act, standing }];
  });
}
