/**
 * Whether acts take effect, given what has been done: the definitions of the language, read over a record instead of over players.
 * An act takes effect *validly* when somebody who may does it and `valid` of one of its powers holds; *properly* when, in addition,
 * `proper` and what is owed before it hold, each act within being proper itself.
 */
import { memberAct, showAct, type Act } from '../arrangement/act.ts';
import { holdsOn, type Day } from '../arrangement/date.ts';
import type { Formula } from '../arrangement/formula.ts';
import type { Arrangement, Body, Case } from '../arrangement/model.ts';
import { delegationsOf, dutiesBefore, needsNoPower, powersFor, successionTo } from '../authority/grants.ts';
import type { Effect } from '../authority/question.ts';
import { all, any, atLeast, inWay, reaching, type Algebra } from './algebra.ts';
import type { World } from './circumstance.ts';
import { revokingActs } from './revoking.ts';

/** What has been done, as far as somebody knows. */
export interface Done {
  /** That an office itself does an act. */
  does(act: Act, effect: Effect): boolean;
  /** That an act has taken effect before, whatever has changed since. */
  effected(act: Act, effect: Effect): boolean;
  /** That a concurrence was given by silence. */
  silent(act: Act): boolean;
  /** Delegations made in the consultation and not taken back. */
  readonly delegated: readonly { readonly by: string; readonly to: string; readonly on: string }[];
}

export class Reckoning<T> {
  readonly #arrangement: Arrangement;
  readonly #at: Day;
  readonly #world: World;
  readonly #algebra: Algebra<T>;
  readonly #done: Done;
  readonly #undone: (act: Act) => T;
  readonly #acts = new Map<string, T>();
  /** The rules met so far, in order. */
  readonly rules = new Set<string>();

  /** `undone`: what an act of an office is that has not been done. */
  constructor(
    arrangement: Arrangement,
    at: Day,
    world: World,
    algebra: Algebra<T>,
    done: Done,
    undone: (act: Act) => T,
  ) {
    this.#arrangement = arrangement;
    this.#at = at;
    this.#world = world;
    this.#algebra = algebra;
    this.#done = done;
    this.#undone = undone;
  }

  act(act: Act, effect: Effect): T {
    const key = `${effect} ${showAct(act)}`;
    const known = this.#acts.get(key);
    if (known !== undefined) return known;
    const found = this.#done.effected(act, effect)
      ? this.#algebra.sure
      : all(this.#algebra, [
          this.#granted(act, effect),
          ...(effect === 'proper' ? this.#owedBefore(act) : []),
          this.#doing(act, effect),
        ]);
    this.#acts.set(key, found);
    return found;
  }

  formula(formula: Formula, effect: Effect): T {
    const algebra = this.#algebra;
    const each = (of: readonly Formula[]): T[] => of.map((part) => this.formula(part, effect));
    switch (formula.type) {
      case 'act':
        return this.act(formula.act, effect);
      case 'silence':
        return this.#done.silent(formula.act) ? algebra.sure : this.act(formula.act, effect);
      case 'allOf':
        return all(algebra, each(formula.of));
      case 'anyOf':
        return any(algebra, each(formula.of));
      case 'atLeast':
        return atLeast(algebra, formula.count, each(formula.of));
      case 'weighted':
        return reaching(
          algebra,
          formula.quota,
          formula.of.map(({ weight, of }) => ({ weight, is: this.formula(of, effect) })),
        );
      case 'not':
        // INVARIANT: no act stands below a `not`, so it is a matter of the world alone.
        return this.#fact(!this.#world.holds(formula.of));
      case 'always':
      case 'never':
      case 'condition':
      case 'reading':
      case 'unknown':
        return this.#fact(this.#world.holds(formula));
    }
  }

  #fact(holds: boolean): T {
    return holds ? this.#algebra.sure : this.#algebra.none;
  }

  #granted(act: Act, effect: Effect): T {
    const powers = powersFor(this.#arrangement, act);
    if (powers.length === 0) return this.#fact(this.#needsNoPower(act));
    const inForce = powers.filter((power) => holdsOn(power, this.#at));
    for (const { id } of inForce.length > 0 ? inForce : powers) this.rules.add(id);
    return any(
      this.#algebra,
      inForce.map((power) =>
        all(this.#algebra, [
          this.formula(power.valid, effect),
          ...(effect === 'proper' ? [this.formula(power.proper, effect)] : []),
        ]),
      ),
    );
  }

  #needsNoPower(act: Act): boolean {
    if (act.kind === 'declare')
      return this.#arrangement.conditions.get(act.on)?.declaredBy.includes(act.by) ?? false;
    return needsNoPower(act.kind) || revokingActs(this.#arrangement).has(showAct(act));
  }

  #owedBefore(act: Act): T[] {
    return dutiesBefore(this.#arrangement, act, this.#at).map((duty) => {
      this.rules.add(duty.id);
      return all(
        this.#algebra,
        this.applying(duty.cases).map((each) => this.formula(each.must, 'proper')),
      );
    });
  }

  /** The cases of a duty that apply: each labelled one whose condition holds, and the general one where none does. */
  applying(cases: readonly Case[]): readonly Case[] {
    const labelled = cases.filter((each) => each.when && this.#world.holds(each.when));
    return labelled.length > 0 ? labelled : cases.filter((each) => !each.when);
  }

  /** The act, as far as this office does it: in its own name, as a delegate or as the successor of an office that is vacant. */
  through(act: Act, office: string, effect: Effect): T {
    const needs = [this.#granted(act, effect), ...(effect === 'proper' ? this.#owedBefore(act) : [])];
    const doings = this.#offices(act, effect).filter(({ by }) => by === office);
    return all(this.#algebra, [
      ...needs,
      any(
        this.#algebra,
        doings.map(({ is }) => is),
      ),
    ]);
  }

  #doing(act: Act, effect: Effect): T {
    const body = this.#arrangement.bodies.get(act.by);
    const own = body ? [this.#bodyActs(body, act, effect)] : [];
    return any(this.#algebra, [...own, ...this.#offices(act, effect).map(({ is }) => is)]);
  }

  /** The offices that may do an act: its own or the one that succeeds to it, and its delegates. */
  #offices(act: Act, effect: Effect): readonly { readonly by: string; readonly is: T }[] {
    const own = this.#officeActs(act, effect);
    const standing = delegationsOf(this.#arrangement, act, this.#at).flatMap((delegation) => {
      this.rules.add(delegation.id);
      return this.#officeActs({ ...act, by: delegation.to }, effect).map(({ by, is }) => ({
        by,
        is: this.#algebra.and(this.formula(delegation.when, effect), is),
      }));
    });
    const made = this.#done.delegated
      .filter(({ by, on }) => by === act.by && on === act.on && act.kind !== 'delegate')
      .flatMap(({ to }) => this.#officeActs({ ...act, by: to }, effect));
    return [...own, ...standing, ...made];
  }

  #bodyActs(body: Body, act: Act, effect: Effect): T {
    this.rules.add(body.id);
    if (!holdsOn(body, this.#at)) return this.#algebra.none;
    const concurs = new Map(
      body.members
        .filter((member) => this.#stands(member))
        .map((member) => {
          const part = memberAct(act, member);
          const given = body.silence !== undefined && this.#done.silent(part);
          return [member, given ? this.#algebra.sure : this.act(part, effect)] as const;
        }),
    );
    return inWay(this.#algebra, body.way, concurs);
  }

  /** The office itself, unless it is vacant; then the first in its succession that is not. */
  #officeActs(act: Act, effect: Effect): readonly { readonly by: string; readonly is: T }[] {
    const succession = successionTo(this.#arrangement, act.by, this.#at);
    if (succession) this.rules.add(succession.id);
    const line = succession ? [act.by, ...succession.order] : [act.by];
    const by = line.find((office) => !this.#world.condition(`vacant-${office}`));
    if (by === undefined || !this.#stands(by)) return [];
    const own = { ...act, by };
    return [{ by, is: this.#done.does(own, effect) ? this.#algebra.sure : this.#undone(own) }];
  }

  #stands(office: string): boolean {
    const found = this.#arrangement.offices.get(office);
    return found !== undefined && holdsOn(found, this.#at);
  }
}
