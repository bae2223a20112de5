/** The gates of formulas: conditions, readings, unknowns, silence, and what combines them. What an act is, the caller says. */
import type { Act } from '../arrangement/act.ts';
import type { Formula } from '../arrangement/formula.ts';
import type { Arrangement } from '../arrangement/model.ts';
import type { Circuit, Gate } from './diagram/circuit.ts';
import type { Openings } from './openings.ts';
import type { Frame } from './question.ts';

export class Propositions {
  readonly #arrangement: Arrangement;
  readonly #frame: Frame;
  readonly #openings: Openings;
  readonly #circuit: Circuit;
  readonly #silence: number;
  readonly #restsOn: (rule: string) => void;

  /** `silence` is the variable that says that silence procedures run out unbroken; `restsOn` is told of every entry that a formula names. */
  constructor(
    arrangement: Arrangement,
    frame: Frame,
    openings: Openings,
    circuit: Circuit,
    silence: number,
    restsOn: (rule: string) => void,
  ) {
    this.#arrangement = arrangement;
    this.#frame = frame;
    this.#openings = openings;
    this.#circuit = circuit;
    this.#silence = silence;
    this.#restsOn = restsOn;
  }

  /** Given by the frame, else as usual, else open. A condition that is not there does not hold. */
  condition(id: string): Gate {
    const condition = this.#arrangement.conditions.get(id);
    const fixed = this.#frame.given?.[id] ?? condition?.usually;
    if (!condition || fixed !== undefined) return this.#circuit.constant(fixed ?? false);
    this.#restsOn(id);
    return this.#opening(id, 'true');
  }

  /** True where silence procedures run out unbroken. */
  silence(): Gate {
    return this.#circuit.variable(this.#silence);
  }

  #reading(id: string, alternative: string): Gate {
    this.#restsOn(id);
    const fixed = this.#frame.reading?.[id];
    return fixed === undefined
      ? this.#opening(id, alternative)
      : this.#circuit.constant(fixed === alternative);
  }

  #opening(id: string, alternative: string): Gate {
    const circuit = this.#circuit;
    const literals = this.#openings.literals(id, alternative) ?? [];
    return circuit.and(
      literals.map(({ variable, holds }) =>
        holds ? circuit.variable(variable) : circuit.not(circuit.variable(variable)),
      ),
    );
  }

  /** The gate of a formula; `leaf` says what an act within it is. */
  formula(formula: Formula, leaf: (act: Act) => Gate): Gate {
    const circuit = this.#circuit;
    const gates = (of: readonly Formula[]): Gate[] => of.map((each) => this.formula(each, leaf));
    switch (formula.type) {
      case 'always':
        return circuit.constant(true);
      case 'never':
        return circuit.constant(false);
      case 'act':
        return leaf(formula.act);
      case 'silence':
        return circuit.or([leaf(formula.act), this.silence()]);
      case 'condition':
        return this.condition(formula.condition);
      case 'reading':
        return this.#reading(formula.reading, formula.alternative);
      case 'unknown':
        this.#restsOn(formula.unknown);
        return this.#opening(formula.unknown, 'true');
      case 'not':
        return circuit.not(this.formula(formula.of, leaf));
      case 'allOf':
        return circuit.and(gates(formula.of));
      case 'anyOf':
        return circuit.or(gates(formula.of));
      case 'atLeast':
        return circuit.atLeast(formula.count, gates(formula.of));
      case 'weighted':
        return circuit.weighted(
          formula.quota,
          formula.of.map(({ weight, of }) => ({ weight, of: this.formula(of, leaf) })),
        );
    }
  }
}
