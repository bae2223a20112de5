/** Withdrawing one's own concurrence or proposal before anything rests on it. */
import { showAct, type Act } from '../arrangement/act.ts';
import type { Arrangement } from '../arrangement/model.ts';
import { TRUTH } from './algebra.ts';
import { inEach, settled } from './circumstance.ts';
import type { Undo } from './command.ts';
import { dependents } from './dependents.ts';
import { entriesFor, knownTo } from './knowledge.ts';
import { Reckoning, type Done } from './reckoning.ts';
import type { Consultation, Entry } from './state.ts';
import { seatViewer } from './viewer.ts';

/** What an office said of its own accord and for others to build on. What was told or asked can not be unsaid, what was decided is revoked. */
export function mayWithdraw(state: Consultation, { office }: Undo, { act, id }: Entry): boolean {
  return (
    (act?.kind === 'concur' || act?.kind === 'plan') && act.by === office && !state.takenBack.includes(id)
  );
}

/** An act in effect, as far as the seat knows, that would not stand without this one; and the rules by which it does not. */
export function restingOn(
  arrangement: Arrangement,
  state: Consultation,
  seat: string,
  { act, id }: Entry,
): { readonly act: Act; readonly rules: readonly string[] } | undefined {
  if (!act) return undefined;
  const viewer = seatViewer(seat);
  const sentence = showAct(act);
  const again = entriesFor(arrangement, state, viewer).some(
    (each) =>
      each.id !== id && each.act && showAct(each.act) === sentence && !state.takenBack.includes(each.id),
  );
  if (again) return undefined;
  const known = knownTo(arrangement, state, viewer);
  const afresh: Done = { ...known, effected: () => false };
  const without: Done = {
    ...afresh,
    does: (each, effect) => showAct(each) !== sentence && known.does(each, effect),
  };
  for (const each of dependents(arrangement, act)) {
    if (showAct(each) === sentence || !known.effected(each, 'valid')) continue;
    const found = inEach(arrangement, settled(arrangement, state), (world) => {
      const [now, then] = [afresh, without].map((done) => {
        const reckoning = new Reckoning(arrangement, state.case.at, world, TRUTH, done, () => false);
        return { holds: reckoning.act(each, 'valid'), rules: [...reckoning.rules] };
      });
      return now!.holds && !then!.holds ? then!.rules : undefined;
    });
    const rules = found.find(({ is }) => is)?.is;
    if (rules) return { act: each, rules };
  }
  return undefined;
}
