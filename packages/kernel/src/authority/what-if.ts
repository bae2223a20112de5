/**
 * What if somebody dissented, or a rule were another? Keeps what every act comes to when everybody is willing, so that only what a change
 * touches is worked out anew.
 *
 * With the players fixed, an act is a function of the openings alone, and a whole arrangement is evaluated in one pass over its circuit:
 * no diagram of the players is needed. A dissent changes the gates above the dissenter's variables, and stops where a gate keeps its value.
 */
import type { Outcome } from '../arrangement/act.ts';
import type { Arrangement, Power } from '../arrangement/model.ts';
import { Compilation } from './compile.ts';
import { Bdd, type Ref } from './diagram/bdd.ts';
import { partsOf, type Gate, type Kind } from './diagram/circuit.ts';
import { reachable } from './diagram/reachable.ts';
import type { Effect, Frame, Level } from './question.ts';
import { badFrame } from './reply.ts';
import { attempt, BUDGET, judge, unknownOutcome, type Judged, type Outcomes } from './solve.ts';

/** At act level a rule can bring in new players; a what-if is about who they are, not about what they do. */
export type ActorLevel = Exclude<Level, 'act'>;

export class WhatIf {
  readonly arrangement: Arrangement;
  readonly #compilation: Compilation;
  readonly #outcome: Outcome;
  readonly #effect: Effect;
  readonly #root: Gate;
  readonly #values: Values;

  private constructor(
    compilation: Compilation,
    outcome: Outcome,
    effect: Effect,
    root: Gate,
    values: Values,
  ) {
    this.arrangement = compilation.arrangement;
    this.#compilation = compilation;
    this.#outcome = outcome;
    this.#effect = effect;
    this.#root = root;
    this.#values = values;
    values.evaluate(root);
  }

  /** An arrangement as it is, with one outcome in view. */
  static of(
    arrangement: Arrangement,
    frame: Frame,
    level: ActorLevel,
    outcome: Outcome,
    effect: Effect = 'valid',
  ): Outcomes<WhatIf> {
    const wrong = badFrame(arrangement, frame);
    if (wrong) return { ok: false, refusal: wrong };
    const compilation = new Compilation(arrangement, frame, level);
    const root = compilation.outcome(outcome, effect);
    if (root === undefined) return { ok: false, refusal: unknownOutcome(arrangement, outcome) };
    return attempt(() => new WhatIf(compilation, outcome, effect, root, new Values(compilation)));
  }

  /** The same with a power written otherwise: one with its id takes its place, a new one is added. Only the acts above it are compiled anew. */
  withPower(power: Power): Outcomes<WhatIf> {
    const compilation = this.#compilation.withPower(power);
    const root = compilation.outcome(this.#outcome, this.#effect);
    if (root === undefined) {
      return { ok: false, refusal: unknownOutcome(compilation.arrangement, this.#outcome) };
    }
    return attempt(() => new WhatIf(compilation, this.#outcome, this.#effect, root, this.#values));
  }

  /** In how many circumstances, and in which, the outcome can come about when these dissent and everybody else is willing. */
  without(players: Iterable<string>): Judged {
    const variables = [...players].flatMap((player) => this.#compilation.variableOf(player) ?? []);
    return judge(
      { bdd: this.#values.bdd, compilation: this.#compilation },
      this.#values.without(this.#root, variables),
    );
  }
}

/** What each gate of a circuit comes to, as a function of the openings, when every player is willing. */
class Values {
  readonly bdd: Bdd;
  readonly #compilation: Compilation;
  readonly #refs = new Map<number, Ref>();
  /** The gates that each gate is a part of. */
  readonly #wholes = new Map<number, number[]>();

  constructor(compilation: Compilation) {
    this.#compilation = compilation;
    this.bdd = new Bdd({ variables: compilation.circuit.variables, budget: BUDGET });
  }

  #kind(index: number): Kind {
    return this.#compilation.circuit.kind((index << 1) as Gate);
  }

  /** Evaluates what is new at and below a gate. */
  evaluate(root: Gate): void {
    for (const index of reachable(this.#compilation.circuit, [root], (known) => this.#refs.has(known))) {
      if (this.#refs.has(index)) continue;
      const kind = this.#kind(index);
      this.#refs.set(index, this.#valueOf(kind, this.#refs));
      for (const part of partsOf(kind)) {
        const wholes = this.#wholes.get(part >> 1);
        if (wholes) wholes.push(index);
        else this.#wholes.set(part >> 1, [index]);
      }
    }
  }

  /** What a gate comes to when the players of some variables are not willing. */
  without(root: Gate, variables: readonly number[]): Ref {
    const changed = new Map<number, Ref>();
    const open = new Set(
      variables.flatMap((variable) => {
        const index = this.#compilation.circuit.variable(variable) >> 1;
        if (!this.#refs.has(index)) return [];
        changed.set(index, this.bdd.no);
        return this.#wholes.get(index) ?? [];
      }),
    );
    const look = { get: (index: number) => changed.get(index) ?? this.#refs.get(index) };
    // Parts have lower indices than wholes: the lowest open one is always ready.
    for (let index = lowest(open); index !== undefined; index = lowest(open)) {
      open.delete(index);
      const value = this.#valueOf(this.#kind(index), look);
      if (value === this.#refs.get(index)) continue;
      changed.set(index, value);
      for (const whole of this.#wholes.get(index) ?? []) open.add(whole);
    }
    return this.#through(root, look);
  }

  #through(gate: Gate, refs: Look): Ref {
    const ref = refs.get(gate >> 1)!;
    return (gate & 1) === 1 ? this.bdd.not(ref) : ref;
  }

  #valueOf(kind: Kind, refs: Look): Ref {
    const { bdd } = this;
    switch (kind.type) {
      case 'constant':
        return bdd.yes;
      case 'variable':
        return kind.variable >= this.#compilation.firstPlayer
          ? bdd.yes
          : kind.variable === this.#compilation.silence
            ? bdd.no
            : bdd.variable(kind.variable);
      case 'and':
        return kind.of.reduce((all, part) => bdd.and(all, this.#through(part, refs)), bdd.yes);
      case 'or':
        return kind.of.reduce((any, part) => bdd.or(any, this.#through(part, refs)), bdd.no);
      case 'weighted': {
        const parts = kind.of.map(({ weight, of }) => ({ weight, of: this.#through(of, refs) }));
        const given = parts.reduce((sum, { weight, of }) => (of === bdd.yes ? sum + weight : sum), 0);
        return bdd.weighted(
          kind.quota - given,
          parts.filter(({ of }) => of !== bdd.yes && of !== bdd.no),
        );
      }
    }
  }
}

interface Look {
  readonly get: (index: number) => Ref | undefined;
}

function lowest(open: ReadonlySet<number>): number | undefined {
  let least: number | undefined;
  for (const each of open) if (least === undefined || each < least) least = each;
  return least;
}
