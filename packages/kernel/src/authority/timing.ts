/**
 * When an act can be done at the earliest, given how long each declared pace takes.
 *
 * An act begins when what it needs is done and then takes its own time. All of several needs are done when the last is, one of several
 * when the first is, k of several when the k-th is. What nobody has fixed (readings, unknowns, open conditions) is taken kindly,
 * in each place by itself: a lower bound on the time in any one circumstance.
 */
import { type Act, DECISIVE_KINDS, memberAct, type Outcome, showAct } from '../arrangement/act.ts';
import { holdsOn } from '../arrangement/date.ts';
import type { Formula } from '../arrangement/formula.ts';
import type { Arrangement, Body, Case, Pace } from '../arrangement/model.ts';
import { delegationsOf, dutiesBefore, powersFor } from './grants.ts';
import { indexOf } from './index-of.ts';
import type { Effect, Frame } from './question.ts';
import { Schedule, type Moment, type Spent, type Step } from './schedule.ts';

/** When something is done, in seconds from the start, and the steps that it waited for. */
export interface Done {
  readonly at: number;
  readonly path: readonly Step[];
}

const pacesOf = indexOf((paces: Arrangement['paces']) =>
  [...paces.values()].map((pace) => [showAct(pace.act), pace] as const),
);

/** One outcome of an arrangement, timed as often as wanted. */
export class Timing {
  readonly #arrangement: Arrangement;
  readonly #frame: Frame;
  readonly #effect: Effect;
  readonly #schedule = new Schedule();
  readonly #acts = new Map<string, Moment>();
  readonly #outcome: Moment;

  constructor(arrangement: Arrangement, frame: Frame, effect: Effect, outcome: Outcome) {
    this.#arrangement = arrangement;
    this.#frame = frame;
    this.#effect = effect;
    const powers = powersFor(arrangement, outcome).filter((power) => holdsOn(power, frame.at));
    const acts =
      powers.length > 0
        ? powers.map((power) => power.act)
        : outcome.by === undefined
          ? []
          : [{ ...outcome, by: outcome.by }];
    this.#outcome = this.#schedule.first(acts.map((act) => this.#act(act)));
  }

  /** When the outcome is reached, in seconds from the start; `Infinity`: never. */
  time(spent: Spent): number {
    return this.#schedule.time(this.#outcome, spent);
  }

  /** The same, with the steps that it waited for. */
  path(spent: Spent): Done {
    return { at: this.time(spent), path: this.#schedule.path(this.#outcome) };
  }

  #act(act: Act): Moment {
    const sentence = showAct(act);
    const known = this.#acts.get(sentence);
    if (known !== undefined) return known;
    const made = this.#makeAct(act);
    this.#acts.set(sentence, made);
    return made;
  }

  #makeAct(act: Act): Moment {
    const schedule = this.#schedule;
    const { at } = this.#frame;
    const powers = powersFor(this.#arrangement, act);
    const granted =
      powers.length === 0
        ? schedule.now
        : schedule.first(
            powers
              .filter((power) => holdsOn(power, at))
              .map((power) =>
                schedule.last([
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
    const members = body ? this.#members(body, act) : schedule.now;
    const delegated = delegationsOf(this.#arrangement, act, at).map((each) => this.#formula(each.when));
    const begun = schedule.last([granted, ...owed, schedule.first([members, ...delegated])]);
    return schedule.act(act, begun, this.#paceOf(act));
  }

  #paceOf(act: Act): Pace | undefined {
    return pacesOf(this.#arrangement.paces, showAct(act)).find((each) => holdsOn(each, this.#frame.at));
  }

  #members(body: Body, act: Act): Moment {
    if (!holdsOn(body, this.#frame.at)) return this.#schedule.never;
    const present = body.members.filter((member) => {
      const office = this.#arrangement.offices.get(member);
      return office !== undefined && holdsOn(office, this.#frame.at);
    });
    const times = new Map(
      present.map((member) => [
        member,
        this.#schedule.by(
          this.#act(memberAct(act, member)),
          DECISIVE_KINDS.includes(act.kind) ? body.silence : undefined,
        ),
      ]),
    );
    const all = [...times.values()];
    switch (body.way.type) {
      case 'none':
      case 'consensus':
        return this.#schedule.last(all);
      case 'majority':
        return this.#schedule.kth(all, Math.floor(all.length / 2) + 1);
      case 'atLeast':
        return this.#schedule.last([
          this.#schedule.kth(all, body.way.count),
          ...body.way.veto.flatMap((each) => times.get(each) ?? []),
        ]);
      case 'weighted': {
        const weighed = body.way.weights.flatMap(({ member, weight }) => {
          const time = times.get(member);
          return time !== undefined ? [{ weight, of: time }] : [];
        });
        return this.#schedule.last([
          this.#schedule.reaching(weighed, body.way.quota),
          this.#schedule.kth(all, body.way.alsoAtLeast ?? 0),
        ]);
      }
    }
  }

  #cases(cases: readonly Case[]): Moment {
    // The kindest case: the first to be met among those that can apply; the general one, where no labelled one has to.
    const labelled = cases.flatMap((each) => (each.when ? [each.when] : []));
    const applies = (each: Case): boolean =>
      each.when ? this.#couldHold(each.when) : labelled.every((when) => this.#couldHold(when, false));
    return this.#schedule.first(cases.filter(applies).map((each) => this.#formula(each.must)));
  }

  #formula(formula: Formula): Moment {
    const all = (of: readonly Formula[]): Moment[] => of.map((each) => this.#formula(each));
    switch (formula.type) {
      case 'always':
        return this.#schedule.now;
      case 'never':
        return this.#schedule.never;
      case 'act':
        return this.#act(formula.act);
      case 'silence':
        return this.#schedule.by(this.#act(formula.act), formula.within);
      case 'condition':
      case 'reading':
      case 'unknown':
      case 'not':
        return this.#couldHold(formula) ? this.#schedule.now : this.#schedule.never;
      case 'allOf':
        return this.#schedule.last(all(formula.of));
      case 'anyOf':
        return this.#schedule.first(all(formula.of));
      case 'atLeast':
        return this.#schedule.kth(all(formula.of), formula.count);
      case 'weighted':
        return this.#schedule.reaching(
          formula.of.map(({ weight, of }) => ({ weight, of: this.#formula(of) })),
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
