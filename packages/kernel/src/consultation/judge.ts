/** Whether an office may do an act now, on which rules that rests, and what is missing. */
import { showAct, type Act } from '../arrangement/act.ts';
import type { Arrangement } from '../arrangement/model.ts';
import { delegationsOf, successionTo } from '../authority/grants.ts';
import type { Circumstance, Effect, Extent } from '../authority/question.ts';
import { all, any, TRUTH, WAYS, type Way } from './algebra.ts';
import { beyond, extentOf, inEach, settled, type Found, type World } from './circumstance.ts';
import { dependents } from './dependents.ts';
import { derived } from './derived.ts';
import { inForce } from './in-force.ts';
import { knownTo, withAct } from './knowledge.ts';
import { Reckoning, type Done } from './reckoning.ts';
import type { Consultation } from './state.ts';
import { seatViewer } from './viewer.ts';

export interface Judgement {
  /** Whether it takes effect, over all that is left open. */
  readonly valid: Extent;
  /** Whether it, and all that takes effect with it, breaks no duty. */
  readonly proper: Extent;
  /** Where it takes effect, when `valid` is `some`. */
  readonly where: readonly Circumstance[];
  /** Those of `where` in which it breaks a duty. */
  readonly departing: readonly Circumstance[];
  /** What would have to be done first for it to take effect; `null`: nothing would help. */
  readonly missing: Way | null;
  /** What would have to be done first for it to break no duty. */
  readonly owed: Way | null;
  /** The acts that it is: its own and those of whom it stands in for. */
  readonly counts: readonly Act[];
  readonly rules: readonly string[];
}

interface Reckoned {
  readonly counts: readonly Act[];
  readonly improper: readonly Act[];
  readonly rules: readonly string[];
}

/** Judges an act by what the seat that does it knows. */
export function judge(
  written: Arrangement,
  state: Consultation,
  seat: string,
  act: Act,
  relyingOn?: Partial<Circumstance>,
): Judgement {
  const before = knownTo(written, state, seatViewer(seat));
  const arrangement = inForce(written, state, before);
  const known = settled(arrangement, state, relyingOn);
  const then = withAct(before, act);
  const as = standsFor(arrangement, state, before, act);
  const truth = (world: World): Reckoning<boolean> =>
    new Reckoning(arrangement, state.case.at, world, TRUTH, then, () => false);
  const found = inEach(arrangement, known, (world): Reckoned => {
    const reckoning = truth(world);
    const counts = as.filter((each) => reckoning.through(each, act.by, 'valid'));
    const improper = counts.filter((each) => !reckoning.through(each, act.by, 'proper'));
    return { counts, improper, rules: [...reckoning.rules] };
  });
  const broken = derived(arrangement, state, then, dependents(arrangement, act))
    .filter((each) => each.standing === 'departure' && !as.some((own) => showAct(own) === showAct(each.act)))
    .map((each) => each.act);
  const isValid = found.map((each) => ({ ...each, is: each.is.counts.length > 0 }));
  const isProper = found.map((each) => ({
    ...each,
    is: each.is.counts.length > 0 && each.is.improper.length === 0 && broken.length === 0,
  }));
  const isDeparture = isValid.map((each, index) => ({ ...each, is: each.is && !isProper[index]!.is }));
  const valid = extentOf(isValid);
  const proper = extentOf(isProper);
  const lacking = <T>(
    of: readonly Found<boolean>[],
    way: (at: Found<boolean>, index: number) => T,
  ): T | null => {
    const index = of.findIndex(({ is }) => !is);
    return index < 0 ? null : way(of[index]!, index);
  };
  const shortest = (
    circumstance: Circumstance,
    acts: readonly Act[],
    effect: Effect,
    every: boolean,
  ): Way | null =>
    ways(arrangement, state, then, circumstance, (reckoning) => {
      const each = acts.map((one) =>
        as.includes(one) ? reckoning.through(one, act.by, effect) : reckoning.act(one, effect),
      );
      return every ? all(WAYS, each) : any(WAYS, each);
    }).at(0) ?? null;
  return {
    valid,
    proper,
    where: valid === 'some' ? places(isValid, known) : [],
    departing: valid === 'some' ? places(isDeparture, known) : [],
    missing: lacking(isValid, ({ circumstance }) => shortest(circumstance, as, 'valid', false)),
    owed:
      valid === 'none'
        ? null
        : lacking(isProper, ({ circumstance }, index) =>
            shortest(circumstance, [...found[index]!.is.improper, ...broken], 'proper', true),
          ),
    counts: everywhere(found.map(({ is }) => is.counts)),
    rules: [...new Set(found.flatMap(({ is }) => is.rules))],
  };
}

/** The ways in which something comes about from what has been done, shortest first; what is left open is taken kindly. */
export function ways(
  arrangement: Arrangement,
  state: Consultation,
  done: Done,
  circumstance: Circumstance,
  of: (reckoning: Reckoning<readonly Way[]>) => readonly Way[],
  may: (act: Act) => boolean = () => true,
): readonly Way[] {
  return inEach(arrangement, circumstance, (world) =>
    of(
      new Reckoning(arrangement, state.case.at, world, WAYS, done, (act) => (may(act) ? [[act]] : WAYS.none)),
    ),
  )
    .flatMap(({ is }) => is)
    .toSorted((a, b) => a.length - b.length);
}

/** The acts that are in every list. */
export function everywhere(lists: readonly (readonly Act[])[]): readonly Act[] {
  const [first = [], ...rest] = lists.map((acts) => new Map(acts.map((act) => [showAct(act), act])));
  return [...first].flatMap(([sentence, act]) => (rest.every((other) => other.has(sentence)) ? [act] : []));
}

function places(found: readonly Found<boolean>[], known: Circumstance): readonly Circumstance[] {
  return found.filter(({ is }) => is).map(({ circumstance }) => beyond(circumstance, known));
}

/** The act itself, and the same act of each office or body in whose place the one who acts may come to stand. */
function standsFor(arrangement: Arrangement, state: Consultation, done: Done, act: Act): readonly Act[] {
  const { at } = state.case;
  const others = [...arrangement.offices.keys(), ...arrangement.bodies.keys()]
    .filter((office) => office !== act.by)
    .map((by) => ({ ...act, by }))
    .filter(
      (each) =>
        (successionTo(arrangement, each.by, at)?.order.includes(act.by) ?? false) ||
        delegationsOf(arrangement, each, at).some(({ to }) =>
          lineOf(arrangement, state, to).includes(act.by),
        ) ||
        done.delegated.some(
          ({ by, to, on }) =>
            by === each.by && on === each.on && lineOf(arrangement, state, to).includes(act.by),
        ),
    );
  return [act, ...others];
}

/** An office and those who succeed to it. */
function lineOf(arrangement: Arrangement, state: Consultation, office: string): readonly string[] {
  return [office, ...(successionTo(arrangement, office, state.case.at)?.order ?? [])];
}
