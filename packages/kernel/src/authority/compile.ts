/**
 * From an arrangement on a day to a circuit: for an act, the gate that says whether it can come about.
 *
 * An act comes about *validly* when somebody who has a power for it does it and the power's `valid` formula holds, each act within it
 * being valid itself; *properly* when, in addition, `proper` and every duty before it hold, each act within being proper itself.
 * Hence proper implies valid, and both are monotone in the acts (the reader refuses an act below `not` and any cycle).
 */
import { type Act, memberAct, type Outcome, showAct } from '../arrangement/act.ts';
import { holdsOn } from '../arrangement/date.ts';
import type { Formula } from '../arrangement/formula.ts';
import type { Answering, Arrangement, Body, Case, Power } from '../arrangement/model.ts';
import { Circuit, type Gate } from './diagram/circuit.ts';
import { Footing } from './footing.ts';
import { delegationsOf, dutiesBefore, needsNoPower, powersFor, successionTo } from './grants.ts';
import { Openings } from './openings.ts';
import { playersAt, seatOf } from './players.ts';
import { Propositions } from './propositions.ts';
import type { Effect, Frame, Level } from './question.ts';
import { universe } from './universe.ts';
import { bodyActs } from './way.ts';

/** What a compilation takes over from another of the same players and openings, to whose circuit it adds. */
interface Likeness {
  readonly of: Compilation;
  readonly footing?: Footing;
  readonly tables?: Arrangement;
  readonly rewritten?: ReadonlyMap<string, Power>;
}

export class Compilation {
  readonly arrangement: Arrangement;
  readonly frame: Frame;
  readonly level: Level;
  readonly openings: Openings;
  /** True where silence procedures run out unbroken though their members do nothing. */
  readonly silence: number;
  /** Players in the order of the arrangement; player `i` is variable `firstPlayer + i`. */
  readonly players: readonly string[];
  readonly firstPlayer: number;
  readonly circuit: Circuit;
  readonly #propositions: Propositions;
  readonly #place: ReadonlyMap<string, number>;
  readonly #footing: Footing;
  /** Where powers are looked up, and those that are otherwise than there: the index of a table takes longer than most changes. */
  readonly #tables: Arrangement;
  readonly #rewritten: ReadonlyMap<string, Power>;

  constructor(arrangement: Arrangement, frame: Frame, level: Level, like?: Likeness) {
    this.arrangement = arrangement;
    this.frame = frame;
    this.level = level;
    this.openings = like?.of.openings ?? new Openings(arrangement, frame);
    this.silence = this.openings.variables.size;
    this.players = like?.of.players ?? playersAt(arrangement, frame.at, level);
    this.firstPlayer = this.silence + 1;
    this.#place = like
      ? like.of.#place
      : new Map(this.players.map((player, index) => [player, this.firstPlayer + index]));
    this.#footing = like?.footing ?? new Footing();
    this.#rewritten = like?.rewritten ?? new Map();
    this.#tables = like?.tables ?? arrangement;
    this.circuit = like?.of.circuit ?? new Circuit(this.firstPlayer + this.players.length);
    this.#propositions = new Propositions(
      arrangement,
      frame,
      this.openings,
      this.circuit,
      this.silence,
      (rule) => this.#footing.meet(rule),
    );
  }

  /**
   * The same with a power in the place of the one with its id; at act level not, where a rule can bring in players. Only acts that rest
   * on the power are compiled anew, as long as it is for the same act and both are in force; else nothing is known to be the same.
   */
  withPower(power: Power): Compilation {
    const before = this.arrangement.powers.get(power.id);
    const arrangement = {
      ...this.arrangement,
      powers: new Map(this.arrangement.powers).set(power.id, power),
    };
    const { at } = this.frame;
    const comparable =
      before && showAct(before.act) === showAct(power.act) && holdsOn(before, at) && holdsOn(power, at);
    const like = comparable
      ? {
          of: this,
          footing: this.#footing.without(power.id),
          tables: this.#tables,
          rewritten: new Map(this.#rewritten).set(power.id, power),
        }
      : { of: this };
    return new Compilation(arrangement, this.frame, this.level, like);
  }

  variableOf(player: string): number | undefined {
    return this.#place.get(player);
  }

  playerOf(variable: number): string {
    return this.players[variable - this.firstPlayer]!;
  }

  /** The gate of an outcome, or `undefined` when the arrangement, at no time, knows such an act. */
  outcome(outcome: Outcome, effect: Effect): Gate | undefined {
    const powers = this.#powersFor(outcome);
    if (powers.length > 0) {
      const acts = new Map(
        powers
          .filter((power) => holdsOn(power, this.frame.at))
          .map((power) => [showAct(power.act), power.act]),
      );
      return this.circuit.or([...acts.values()].map((act) => this.act(act, effect)));
    }
    if (outcome.by === undefined || !needsNoPower(outcome.kind)) return undefined;
    const act: Act = { ...outcome, by: outcome.by };
    return universe(this.arrangement).has(showAct(act)) ? this.act(act, effect) : undefined;
  }

  /** The rules that an outcome rests on, in the order in which they are met. Where no power is in force, those that once were or will be. */
  grounds(outcome: Outcome): readonly string[] {
    const powers = this.#powersFor(outcome);
    const inForce = powers.filter((power) => holdsOn(power, this.frame.at));
    const ever = inForce.length === 0 ? powers.map((power) => power.id) : [];
    const acts =
      powers.length > 0
        ? inForce.map((power) => power.act)
        : outcome.by === undefined
          ? []
          : [{ ...outcome, by: outcome.by }];
    return [...new Set([...ever, ...this.groundsOf(acts)])];
  }

  /** The rules that acts rest on, each as what takes effect and as what is proper. */
  groundsOf(acts: readonly Act[]): readonly string[] {
    const keys = acts.flatMap((act) =>
      (['valid', 'proper'] as const).map((effect) => {
        this.act(act, effect);
        return keyOf(act, effect);
      }),
    );
    return this.#footing.rulesUnder(keys);
  }

  /** The gate of a formula; `leaf` says what an act within it is. */
  formula(formula: Formula, leaf: (act: Act) => Gate): Gate {
    return this.#propositions.formula(formula, leaf);
  }

  /** The gate of one act. */
  act(act: Act, effect: Effect): Gate {
    const key = keyOf(act, effect);
    const gate = this.#footing.gate(key) ?? this.#footing.make(key, () => this.#makeAct(act, effect));
    this.#footing.meet(key);
    return gate;
  }

  #powersFor(outcome: Outcome): readonly Power[] {
    const powers = powersFor(this.#tables, outcome);
    return this.#rewritten.size === 0
      ? powers
      : powers.map((power) => this.#rewritten.get(power.id) ?? power);
  }

  #makeAct(act: Act, effect: Effect): Gate {
    const { circuit } = this;
    const done = this.#doing(act, effect);
    const granted = this.#granted(act, effect);
    const owed = effect === 'valid' ? [] : this.#owedBefore(act);
    return circuit.and([done, granted, ...owed]);
  }

  /** Some power grants it. An act that no power at any time speaks of may be done by whoever a rule names. */
  #granted(act: Act, effect: Effect): Gate {
    const { circuit, frame } = this;
    const all = this.#powersFor(act);
    const powers = all.filter((power) => holdsOn(power, frame.at));
    for (const power of powers.length > 0 ? powers : all) this.#footing.meet(power.id);
    if (all.length === 0) return circuit.constant(true);
    return circuit.or(
      powers.map((power) =>
        circuit.and([
          this.formula(power.valid, (inner) => this.act(inner, effect)),
          ...(effect === 'proper' ? [this.formula(power.proper, (inner) => this.act(inner, effect))] : []),
        ]),
      ),
    );
  }

  #owedBefore(act: Act): Gate[] {
    return dutiesBefore(this.arrangement, act, this.frame.at).map((duty) => {
      this.#footing.meet(duty.id);
      return this.#cases(duty.cases);
    });
  }

  /** Each labelled case where its condition holds, and the general case where none does. */
  #cases(cases: readonly Case[]): Gate {
    const { circuit } = this;
    const must = (each: Case): Gate => this.formula(each.must, (act) => this.act(act, 'proper'));
    const labelled = cases.flatMap((each) =>
      each.when ? [{ when: this.formula(each.when, never), must: must(each) }] : [],
    );
    const general = cases.filter((each) => !each.when).map(must);
    const anyWhen = labelled.map(({ when }) => when);
    return circuit.and([
      ...labelled.map(({ when, must: owed }) => circuit.or([circuit.not(when), owed])),
      ...general.map((owed) => circuit.or([...anyWhen, owed])),
    ]);
  }

  /** Somebody who may does it: the office, whoever succeeds to it, a delegate; or a body in its way. */
  #doing(act: Act, effect: Effect): Gate {
    const { arrangement, circuit, frame } = this;
    const body = arrangement.bodies.get(act.by);
    const own = body ? this.#bodyActs(body, act, effect) : this.#officeActs(act.by, act);
    const delegates = delegationsOf(arrangement, act, frame.at).map((delegation) => {
      this.#footing.meet(delegation.id);
      const delegated = { ...act, by: delegation.to };
      return circuit.and([
        this.#officeActs(delegation.to, delegated),
        this.formula(delegation.when, (inner) => this.act(inner, effect)),
      ]);
    });
    return circuit.or([own, ...delegates]);
  }

  #bodyActs(body: Body, act: Act, effect: Effect): Gate {
    const { circuit, frame, arrangement } = this;
    this.#footing.meet(body.id);
    if (!holdsOn(body, frame.at)) return circuit.constant(false);
    const members = body.members.filter((member) => {
      const office = arrangement.offices.get(member);
      return office !== undefined && holdsOn(office, frame.at);
    });
    const concurs = (member: string): Gate => {
      const gate = this.act(memberAct(act, member), effect);
      return body.silence === undefined ? gate : circuit.or([gate, this.#propositions.silence()]);
    };
    return bodyActs(circuit, body.way, members, concurs);
  }

  #officeActs(office: string, act: Act): Gate {
    const { arrangement, circuit, frame } = this;
    const found = arrangement.offices.get(office);
    if (found) {
      if (!holdsOn(found, frame.at)) return circuit.constant(false);
      if (this.level === 'party') this.#footing.meet(office);
    }
    const own = this.#player(office, act);
    const succession = successionTo(arrangement, office, frame.at);
    const next = succession?.order[0];
    if (!succession || next === undefined) return own;
    this.#footing.meet(succession.id);
    return this.#succeeded(office, own, succession.order, act);
  }

  /** The office itself unless it is vacant, else the first in the order that is not vacant. */
  #succeeded(office: string, own: Gate, order: readonly string[], act: Act): Gate {
    const { circuit } = this;
    const vacant = this.#propositions.condition(`vacant-${office}`);
    const [next, ...rest] = order;
    const successor =
      next === undefined
        ? circuit.constant(false)
        : this.#succeeded(next, this.#player(next, { ...act, by: next }), rest, act);
    return circuit.or([circuit.and([circuit.not(vacant), own]), circuit.and([vacant, successor])]);
  }

  #player(office: string, act: Act): Gate {
    const { arrangement, circuit, frame } = this;
    if (this.level === 'party') {
      const found = arrangement.offices.get(office);
      return found ? this.#answering(found.answersTo) : circuit.constant(false);
    }
    const player =
      this.level === 'act'
        ? showAct(act)
        : this.level === 'seat'
          ? seatOf(arrangement, office, frame.at)
          : office;
    if (this.level === 'seat' && player !== office) this.#footing.meet(player);
    const variable = this.variableOf(player);
    return variable === undefined ? circuit.constant(false) : circuit.variable(variable);
  }

  #answering(answering: Answering): Gate {
    const { circuit } = this;
    if (answering.type === 'party') {
      const variable = this.variableOf(answering.party);
      return variable === undefined ? circuit.constant(false) : circuit.variable(variable);
    }
    const parts = answering.of.map((each) => this.#answering(each));
    return answering.type === 'allOf' ? circuit.and(parts) : circuit.or(parts);
  }
}

function keyOf(act: Act, effect: Effect): string {
  return `${effect} ${showAct(act)}`;
}

function never(act: Act): never {
  throw new Error(`INVARIANT: the reader refuses acts in the condition of a case (${showAct(act)})`);
}
