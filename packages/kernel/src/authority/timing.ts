/**
 * When an act can be done at the earliest, given how long each declared pace takes.
 *
 * An act begins when what it needs is done and then takes its own time. All of several needs are done when the last is, one of several
 * when the first is, k of several when the k-th is. What nobody has fixed (readings, unknowns, open conditions) is taken kindly.
 */
import { type Act, DECISIVE_KINDS, memberAct, type Outcome, showAct } from '../arrangement/act.ts';
import { holdsOn } from '../arrangement/date.ts';
import type { Formula } from '../arrangement/formula.ts';
import type { Arrangement, Body, Case, Pace } from '../arrangement/model.ts';
import { delegationsOf, dutiesBefore, powersFor } from './grants.ts';
import { indexOf } from './index-of.ts';
import type { Effect, Frame } from './question.ts';

/** An act on the way, in seconds from the start. */
export interface Step {
  readonly act: Act;
  readonly start: number;
  readonly end: number;
  readonly pace: Pace | undefined;
}

/** When something is done, in seconds from the start, and the steps that it waited for. `Infinity`: never. */
export interface Done {
  readonly at: number;
  readonly path: readonly Step[];
}

const NOW: Done = { at: 0, path: [] };
const NEVER_DONE: Done = { at: Infinity, path: [] };

const pacesOf = indexOf((paces: Arrangement['paces']) =>
  [...paces.values()].map((pace) => [showAct(pace.act), pace] as const),
);

/** One timing of an arrangement, with the time that each declared pace takes. */
export class Timing {
  readonly #arrangement: Arrangement;
  readonly #frame: Frame;
  readonly #effect: Effect;
  readonly #spent: (pace: Pace) => number;
  readonly #acts = new Map<string, Done>();
  readonly #steady: Map<string, Done>;
  /** Grows whenever a pace, or an act that waits for one, is come upon. */
  #moving = 0;

  /** `steady` keeps acts that wait for no pace: timings of one arrangement, frame and effect may share it. */
  constructor(
    arrangement: Arrangement,
    frame: Frame,
    effect: Effect,
    spent: (pace: Pace) => number,
    steady = new Map<string, Done>(),
  ) {
    this.#steady = steady;
    this.#arrangement = arrangement;
    this.#frame = frame;
    this.#effect = effect;
    this.#spent = spent;
  }

  outcome(outcome: Outcome): Done {
    const powers = powersFor(this.#arrangement, outcome).filter((power) => holdsOn(power, this.#frame.at));
    const acts =
      powers.length > 0
        ? powers.map((power) => power.act)
        : outcome.by === undefined
          ? []
          : [{ ...outcome, by: outcome.by }];
    return first(acts.map((act) => this.#act(act)));
  }

  #act(act: Act): Done {
    const sentence = showAct(act);
    const steady = this.#steady.get(sentence);
    if (steady) return steady;
    const before = this.#moving;
    const done = this.#acts.get(sentence) ?? this.#timeAct(act);
    if (this.#acts.has(sentence)) this.#moving += 1;
    (this.#moving === before ? this.#steady : this.#acts).set(sentence, done);
    return done;
  }

  #timeAct(act: Act): Done {
    const { at } = this.#frame;
    const powers = powersFor(this.#arrangement, act);
    const granted =
      powers.length === 0
        ? NOW
        : first(
            powers
              .filter((power) => holdsOn(power, at))
              .map((power) =>
                last([
                  this.#formula(power.valid),
                  ...(this.#effect === 'proper' ? [this.#formula(power.proper)] : []),
                ]),
              ),
          );
    const owed =
      this.#effect === 'proper'
        ? dutiesBefore(this.#arrangement, act, at).map((duty) => this.#cases(duty.cases))
        : [];
    const body = this.#arrangement.bodies.get(act.by);
    const members = body ? this.#members(body, act) : NOW;
    const delegated = delegationsOf(this.#arrangement, act, at).map((each) => this.#formula(each.when));
    const begun = last([granted, ...owed, first([members, ...delegated])]);
    if (!Number.isFinite(begun.at)) return NEVER_DONE;
    const declared = this.#paceOf(act);
    if (declared) this.#moving += 1;
    const end = begun.at + (declared ? this.#spent(declared) : 0);
    return { at: end, path: [...begun.path, { act, start: begun.at, end, pace: declared }] };
  }

  #paceOf(act: Act): Pace | undefined {
    return pacesOf(this.#arrangement.paces, showAct(act)).find((each) => holdsOn(each, this.#frame.at));
  }

  #members(body: Body, act: Act): Done {
    if (!holdsOn(body, this.#frame.at)) return NEVER_DONE;
    const present = body.members.filter((member) => {
      const office = this.#arrangement.offices.get(member);
      return office !== undefined && holdsOn(office, this.#frame.at);
    });
    const times = new Map(
      present.map((member) => [
        member,
        this.#silent(
          this.#act(memberAct(act, member)),
          DECISIVE_KINDS.includes(act.kind) ? body.silence : undefined,
        ),
      ]),
    );
    const all = [...times.values()];
    switch (body.way.type) {
      case 'none':
      case 'consensus':
        return last(all);
      case 'majority':
        return kth(all, Math.floor(all.length / 2) + 1);
      case 'atLeast':
        return last([kth(all, body.way.count), ...body.way.veto.flatMap((each) => times.get(each) ?? [])]);
      case 'weighted': {
        const weighed = body.way.weights.flatMap(({ member, weight }) => {
          const time = times.get(member);
          return time ? [{ weight, done: time }] : [];
        });
        return last([reaching(weighed, body.way.quota), kth(all, body.way.alsoAtLeast ?? 0)]);
      }
    }
  }

  /** Silence gives what is not given sooner. */
  #silent(done: Done, within: number | undefined): Done {
    return within === undefined || done.at <= within ? done : { at: within, path: [] };
  }

  #cases(cases: readonly Case[]): Done {
    // The kindest case: the first to be met among those that can apply; the general one, where no labelled one has to.
    const labelled = cases.flatMap((each) => (each.when ? [each.when] : []));
    const applies = (each: Case): boolean =>
      each.when ? this.#couldHold(each.when) : labelled.every((when) => this.#couldHold(when, false));
    return first(cases.filter(applies).map((each) => this.#formula(each.must)));
  }

  #formula(formula: Formula): Done {
    const all = (of: readonly Formula[]): Done[] => of.map((each) => this.#formula(each));
    switch (formula.type) {
      case 'always':
        return NOW;
      case 'never':
        return NEVER_DONE;
      case 'act':
        return this.#act(formula.act);
      case 'silence':
        return this.#silent(this.#act(formula.act), formula.within);
      case 'condition':
      case 'reading':
      case 'unknown':
      case 'not':
        return this.#couldHold(formula) ? NOW : NEVER_DONE;
      case 'allOf':
        return last(all(formula.of));
      case 'anyOf':
        return first(all(formula.of));
      case 'atLeast':
        return kth(all(formula.of), formula.count);
      case 'weighted':
        return reaching(
          formula.of.map(({ weight, of }) => ({ weight, done: this.#formula(of) })),
          formula.quota,
        );
    }
  }

  /** Whether a proposition without acts can be so: what the frame, or usage, does not fix is taken kindly. */
  #couldHold(formula: Formula, wanted = true): boolean {
    switch (formula.type) {
      case 'not':
        return this.#couldHold(formula.of, !wanted);
      case 'condition': {
        const fixed =
          this.#frame.given?.[formula.condition] ??
          this.#arrangement.conditions.get(formula.condition)?.usually;
        return fixed === undefined || fixed === wanted;
      }
      case 'reading': {
        const fixed = this.#frame.reading?.[formula.reading];
        return fixed === undefined || (fixed === formula.alternative) === wanted;
      }
      case 'unknown':
        return true;
      case 'always':
        return wanted;
      case 'never':
        return !wanted;
      case 'allOf':
        return wanted
          ? formula.of.every((each) => this.#couldHold(each, true))
          : formula.of.some((each) => this.#couldHold(each, false));
      case 'anyOf':
        return wanted
          ? formula.of.some((each) => this.#couldHold(each, true))
          : formula.of.every((each) => this.#couldHold(each, false));
      case 'atLeast':
      case 'weighted':
      case 'act':
      case 'silence':
        return true;
    }
  }
}

function last(all: readonly Done[]): Done {
  return all.reduce((latest, each) => (each.at > latest.at ? each : latest), NOW);
}

function first(all: readonly Done[]): Done {
  return all.reduce((earliest, each) => (each.at < earliest.at ? each : earliest), NEVER_DONE);
}

function kth(all: readonly Done[], count: number): Done {
  if (count <= 0) return NOW;
  return all.toSorted((a, b) => a.at - b.at)[count - 1] ?? NEVER_DONE;
}

function reaching(all: readonly { weight: number; done: Done }[], quota: number): Done {
  let weight = 0;
  if (quota <= 0) return NOW;
  for (const each of all.toSorted((a, b) => a.done.at - b.done.at)) {
    weight += each.weight;
    if (weight >= quota) return each.done;
  }
  return NEVER_DONE;
}
