/** What is open to a seat now: what it may do, what it may not and why, how each outcome can still be reached, and who is awaited. */
import { showAct, type Act } from '../arrangement/act.ts';
import { holdsOn } from '../arrangement/date.ts';
import type { Arrangement } from '../arrangement/model.ts';
import { cite } from '../authority/ground.ts';
import { seatOf } from '../authority/players.ts';
import type { Circumstance, Effect, Ground } from '../authority/question.ts';
import { universe } from '../authority/universe.ts';
import type { Way } from './algebra.ts';
import { settled } from './circumstance.ts';
import type { Instant } from './clock.ts';
import { due, givenBySilence, type Due } from './due.ts';
import { inForce } from './in-force.ts';
import { judge, ways } from './judge.ts';
import { knownTo } from './knowledge.ts';
import { seating } from './seating.ts';
import type { Consultation } from './state.ts';
import { seatViewer } from './viewer.ts';

/** `unsettled`: it depends on what is left open. `departure`: only by saying why a duty is passed over. */
export type Permission = 'proper' | 'departure' | 'unsettled' | 'refused';

export interface Option {
  readonly act: Act;
  readonly may: Permission;
  /** What has to be done first: for it to take effect or, of a departure, for it to break no duty. `null`: nothing helps. */
  readonly missing: Way | null;
  /** Of what is unsettled: in which ways of settling it the act takes effect, and in which of these it breaks a duty. */
  readonly where: readonly Circumstance[];
  readonly departing: readonly Circumstance[];
  readonly grounds: readonly Ground[];
}

/** An act that an outcome waits for on its shortest way. */
export interface Awaited {
  readonly act: Act;
  readonly seat: string;
  /** When silence gives it, if it runs. */
  readonly until: Instant | null;
}

export interface Prospect {
  readonly act: Act;
  readonly done: boolean;
  /** The shortest way from here on which no duty is broken, else on which one is; `null`: it can not be reached. */
  readonly way: Way | null;
  readonly effect: Effect;
  readonly awaited: readonly Awaited[];
  /** Where there is no way: the absent seats without whose absence there would be one. */
  readonly heldUpBy: readonly string[];
  /** What the seat's refusal to take part does now: prevents it, breaks a silence that runs, or is only kept on the record. */
  readonly objection: 'prevents' | 'breaks-silence' | 'recorded';
}

export interface Options {
  /** All that the arrangement has the seat do, whether it may now or not: on the matters opened first, then on all others. */
  readonly acts: readonly Option[];
  readonly prospects: readonly Prospect[];
}

/** INVARIANT: made of what the seat knows alone. */
export function options(written: Arrangement, state: Consultation, seat: string, now: Instant): Options {
  const arrangement = inForce(written, state, knownTo(written, state, seatViewer(seat)));
  const { at, matters } = state.case;
  const offices = seating(arrangement, at).get(seat)?.offices ?? [];
  const own = [...universe(arrangement).values()].filter((act) => offices.includes(act.by));
  const silences = givenBySilence(due(arrangement, state, seatViewer(seat), now));
  const isOpen = (act: Act): boolean => matters.includes(act.on);
  return {
    acts: [...own.filter(isOpen), ...own.filter((act) => !isOpen(act))].map((act) =>
      optionOf(arrangement, state, seat, act),
    ),
    prospects: outcomes(arrangement, state).map((act) => prospectOf(arrangement, state, seat, act, silences)),
  };
}

function optionOf(arrangement: Arrangement, state: Consultation, seat: string, act: Act): Option {
  const { departing, missing, owed, proper, rules, valid, where } = judge(arrangement, state, seat, act);
  const may: Permission =
    valid === 'none'
      ? 'refused'
      : valid === 'some'
        ? 'unsettled'
        : proper === 'every'
          ? 'proper'
          : 'departure';
  return {
    act,
    may,
    missing: may === 'proper' ? [] : may === 'departure' ? owed : missing,
    where,
    departing,
    grounds: cite(arrangement, rules),
  };
}

/** What can be decided or executed on the matters of the consultation. */
function outcomes(arrangement: Arrangement, state: Consultation): readonly Act[] {
  const acts = [...arrangement.powers.values()]
    .filter(
      ({ act, ...power }) =>
        (act.kind === 'decide' || act.kind === 'execute') &&
        state.case.matters.includes(act.on) &&
        holdsOn(power, state.case.at),
    )
    .map(({ act }) => act);
  return [...new Map(acts.map((act) => [showAct(act), act])).values()];
}

function prospectOf(
  arrangement: Arrangement,
  state: Consultation,
  seat: string,
  act: Act,
  silences: ReadonlyMap<string, Due>,
): Prospect {
  const { at } = state.case;
  const known = knownTo(arrangement, state, seatViewer(seat));
  const done = known.effected(act, 'valid');
  const circumstance = settled(arrangement, state);
  const seatBy = (each: Act): string => seatOf(arrangement, each.by, at);
  const isThere = (each: Act): boolean => !state.absent.includes(seatBy(each));
  const waysTo = (effect: Effect, may: (by: Act) => boolean = isThere): readonly Way[] =>
    ways(arrangement, state, known, circumstance, (reckoning) => reckoning.act(act, effect), may);
  const proper = waysTo('proper').at(0);
  const way = done ? [] : (proper ?? waysTo('valid').at(0) ?? null);
  const mine = (each: Act): boolean => seatBy(each) === seat;
  const without = waysTo('valid', (each) => isThere(each) && !mine(each));
  const [withAll = []] = way === null && state.absent.length > 0 ? waysTo('valid', () => true) : [];
  const breaks = [...silences.values()].some(
    ({ act: given }) => given !== undefined && given.on === act.on && mine(given),
  );
  return {
    act,
    done,
    way,
    effect: done || proper !== undefined ? 'proper' : 'valid',
    awaited: (way ?? []).map((each) => ({
      act: each,
      seat: seatBy(each),
      until: silences.get(showAct(each))?.until ?? null,
    })),
    heldUpBy: [...new Set(withAll.filter((each) => !isThere(each)).map(seatBy))],
    objection:
      !done && way !== null && without.length === 0 ? 'prevents' : breaks ? 'breaks-silence' : 'recorded',
  };
}
