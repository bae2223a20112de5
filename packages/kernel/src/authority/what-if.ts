/**
 * What if somebody dissented, or a rule were another? Keeps what every act comes to when everybody is willing, so that only what a change
 * touches is worked out anew (see valuation.ts).
 */
import type { Outcome } from '../arrangement/act.ts';
import type { Arrangement, Power } from '../arrangement/model.ts';
import { Compilation } from './compile.ts';
import type { Gate } from './diagram/circuit.ts';
import type { Effect, Frame, Level } from './question.ts';
import { badFrame } from './reply.ts';
import { attempt, judge, unknownOutcome, type Judged, type Outcomes } from './solve.ts';
import { openingsDiagram, Valuation, WILLING } from './valuation.ts';

/** At act level a rule can bring in new players; a what-if is about who they are, not about what they do. */
export type ActorLevel = Exclude<Level, 'act'>;

/** Gates that changes may add before the arrangement is compiled anew. */
const RENEWED_AT = 4_096;

export class WhatIf {
  readonly arrangement: Arrangement;
  readonly #compilation: Compilation;
  readonly #outcome: Outcome;
  readonly #effect: Effect;
  readonly #root: Gate;
  readonly #values: Valuation;

  private constructor(
    compilation: Compilation,
    outcome: Outcome,
    effect: Effect,
    root: Gate,
    values: Valuation,
  ) {
    this.arrangement = compilation.arrangement;
    this.#compilation = compilation;
    this.#outcome = outcome;
    this.#effect = effect;
    this.#root = root;
    this.#values = values;
    values.evaluate([root]);
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
    return attempt(() => {
      const values = new Valuation(compilation, WILLING, openingsDiagram(compilation));
      return new WhatIf(compilation, outcome, effect, root, values);
    });
  }

  /** The same with a power written otherwise: one with its id takes its place, a new one is added. Only the acts above it are compiled anew. */
  withPower(power: Power): Outcomes<WhatIf> {
    // What was superseded lies about in the circuit.
    if (this.#values.added > RENEWED_AT) {
      const { arrangement, frame, level } = this.#compilation;
      const powers = new Map(arrangement.powers).set(power.id, power);
      return WhatIf.of({ ...arrangement, powers }, frame, level as ActorLevel, this.#outcome, this.#effect);
    }
    const compilation = this.#compilation.withPower(power);
    const root = compilation.outcome(this.#outcome, this.#effect);
    if (root === undefined) {
      return { ok: false, refusal: unknownOutcome(compilation.arrangement, this.#outcome) };
    }
    const values = this.#values.extendedTo(compilation);
    return attempt(() => new WhatIf(compilation, this.#outcome, this.#effect, root, values));
  }

  /** In how many circumstances, and in which, the outcome can come about when these dissent and everybody else is willing. */
  without(players: Iterable<string>): Judged {
    const variables = [...players].flatMap((player) => this.#compilation.variableOf(player) ?? []);
    return judge(
      { bdd: this.#values.bdd, compilation: this.#compilation },
      this.#values.unless(variables)(this.#root),
    );
  }
}
