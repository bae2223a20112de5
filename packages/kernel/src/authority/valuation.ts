/**
 * What the gates of a compilation come to when it is settled who acts: functions of the openings alone.
 *
 * With the players fixed no diagram of the players is needed: one pass over the circuit evaluates a whole arrangement, whatever its
 * size. Where some then do otherwise, only the gates above them are worked out anew, and no further than where a gate keeps its value.
 */
import type { Compilation } from './compile.ts';
import { Bdd, type Ref } from './diagram/bdd.ts';
import { partsOf, type Gate, type Kind } from './diagram/circuit.ts';
import { reachable } from './diagram/reachable.ts';
import { BUDGET } from './solve.ts';

/** What a gate comes to. */
export type Value = (gate: Gate) => Ref;

export interface Settled {
  /** What every player does, but for those who do otherwise. */
  readonly players: boolean;
  /** Whether silence procedures run out unbroken. */
  readonly silence: boolean;
}

/** Everybody is willing, or nobody acts; silence is broken. */
export const WILLING: Settled = { players: true, silence: false };
export const IDLE: Settled = { players: false, silence: false };

/** A diagram over the openings of an arrangement, in which several valuations can meet. */
export function openingsDiagram(compilation: Compilation): Bdd {
  return new Bdd({ variables: compilation.openings.variables.size, budget: BUDGET });
}

/** Every method may throw `BudgetSpent`: there may be very many openings. */
export class Valuation {
  readonly bdd: Bdd;
  readonly #compilation: Compilation;
  readonly #settled: Settled;
  /** What this one adds to; never itself an addition. */
  readonly #under: Valuation | undefined;
  readonly #refs: Map<number, Ref>;
  /** The gates that each gate is a part of. */
  readonly #wholes: Map<number, number[]>;

  constructor(compilation: Compilation, settled: Settled, bdd: Bdd, like?: Valuation) {
    this.bdd = bdd;
    this.#compilation = compilation;
    this.#settled = settled;
    const added = like !== undefined && like.#under !== undefined ? like : undefined;
    this.#under = added ? added.#under : like;
    this.#refs = new Map(added ? added.#refs : []);
    this.#wholes = new Map([...(added ? added.#wholes : [])].map(([part, wholes]) => [part, [...wholes]]));
  }

  /** The same for a compilation that adds to the circuit of this one. What is evaluated there is unknown here. */
  extendedTo(compilation: Compilation): Valuation {
    return new Valuation(compilation, this.#settled, this.bdd, this);
  }

  /** How many gates extensions have added. */
  get added(): number {
    return this.#under ? this.#refs.size : 0;
  }

  /** What a gate comes to when all do as settled. */
  of(gate: Gate): Ref {
    this.evaluate([gate]);
    return this.#through(gate, (index) => this.#known(index)!);
  }

  /** Evaluates what is new at and below some gates. */
  evaluate(gates: readonly Gate[]): void {
    const known = (index: number): Ref => this.#known(index)!;
    const isKnown = (index: number): boolean => this.#known(index) !== undefined;
    for (const index of reachable(this.#compilation.circuit, gates, isKnown)) {
      if (isKnown(index)) continue;
      const kind = this.#kind(index);
      this.#refs.set(index, this.#valueOf(kind, known));
      for (const part of partsOf(kind)) this.#note(part >> 1, index);
    }
  }

  /** What evaluated gates come to when the players of some variables do otherwise than all others. */
  unless(variables: Iterable<number>): Value {
    const changed = new Map<number, Ref>();
    const look = (index: number): Ref => changed.get(index) ?? this.#known(index)!;
    const open = new Ascending();
    const openWholes = (index: number): void => {
      for (const whole of this.#wholesOf(index)) open.add(whole);
    };
    for (const variable of variables) {
      const index = this.#compilation.circuit.variable(variable) >> 1;
      if (this.#known(index) === undefined) continue;
      changed.set(index, this.#settled.players ? this.bdd.no : this.bdd.yes);
      openWholes(index);
    }
    // Parts have lower indices than wholes: the lowest open one is always ready.
    for (let index = open.take(); index !== undefined; index = open.take()) {
      const value = this.#valueOf(this.#kind(index), look);
      if (value === this.#known(index)) continue;
      changed.set(index, value);
      openWholes(index);
    }
    return (gate) => this.#through(gate, look);
  }

  #note(part: number, whole: number): void {
    const wholes = this.#wholes.get(part);
    if (wholes) wholes.push(whole);
    else this.#wholes.set(part, [whole]);
  }

  #known(index: number): Ref | undefined {
    const own = this.#refs.get(index);
    return own === undefined && this.#under ? this.#under.#refs.get(index) : own;
  }

  #wholesOf(index: number): readonly number[] {
    const own = this.#wholes.get(index) ?? [];
    const under = this.#under ? this.#under.#wholes.get(index) : undefined;
    return under ? [...under, ...own] : own;
  }

  #kind(index: number): Kind {
    return this.#compilation.circuit.kind((index << 1) as Gate);
  }

  #through(gate: Gate, look: (index: number) => Ref): Ref {
    const ref = look(gate >> 1);
    return (gate & 1) === 1 ? this.bdd.not(ref) : ref;
  }

  #valueOf(kind: Kind, look: (index: number) => Ref): Ref {
    const { bdd } = this;
    switch (kind.type) {
      case 'constant':
        return bdd.yes;
      case 'variable':
        return this.#ofVariable(kind.variable);
      case 'and': {
        let all = bdd.yes;
        for (const part of kind.of) {
          const ref = this.#through(part, look);
          if (ref === bdd.no) return ref;
          if (ref !== bdd.yes) all = bdd.and(all, ref);
        }
        return all;
      }
      case 'or': {
        let any = bdd.no;
        for (const part of kind.of) {
          const ref = this.#through(part, look);
          if (ref === bdd.yes) return ref;
          if (ref !== bdd.no) any = bdd.or(any, ref);
        }
        return any;
      }
      case 'weighted': {
        const parts = kind.of.map(({ weight, of }) => ({ weight, of: this.#through(of, look) }));
        const given = parts.reduce((sum, { weight, of }) => (of === bdd.yes ? sum + weight : sum), 0);
        return bdd.weighted(
          kind.quota - given,
          parts.filter(({ of }) => of !== bdd.yes && of !== bdd.no),
        );
      }
    }
  }

  #ofVariable(variable: number): Ref {
    const { bdd } = this;
    const { firstPlayer, silence } = this.#compilation;
    const fixed = (value: boolean): Ref => (value ? bdd.yes : bdd.no);
    if (variable >= firstPlayer) return fixed(this.#settled.players);
    return variable === silence ? fixed(this.#settled.silence) : bdd.variable(variable);
  }
}

/** Whole numbers to be taken least first, each once; none is added below one that was taken. */
class Ascending {
  #words = new Uint32Array(64);
  /** No word before it has a number. */
  #from = 0;

  add(number: number): void {
    const word = number >>> 5;
    if (word >= this.#words.length) {
      const wider = new Uint32Array(2 * word);
      wider.set(this.#words);
      this.#words = wider;
    }
    this.#words[word]! |= 1 << (number & 31);
  }

  take(): number | undefined {
    for (; this.#from < this.#words.length; this.#from++) {
      const word = this.#words[this.#from]!;
      if (word === 0) continue;
      this.#words[this.#from] = word & (word - 1);
      return (this.#from << 5) + 31 - Math.clz32(word & -word);
    }
    return undefined;
  }
}
