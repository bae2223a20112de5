/** Formulas as a circuit: gates over numbered variables, each of which stands in it once. */
import type { Weight } from './quota.ts';
import { checkWeights } from './threshold.ts';

/** A gate: its index and, in the lowest bit, whether it is negated. A gate's parts have lower indices than itself. */
export type Gate = number & { readonly __gate: true };

/** What stands at an index. */
export type Kind =
  | { readonly type: 'constant' }
  | { readonly type: 'variable'; readonly variable: number }
  | { readonly type: 'and' | 'or'; readonly of: readonly Gate[] }
  | { readonly type: 'weighted'; readonly quota: number; readonly of: readonly Weight<Gate>[] };

const TRUE = 0 as Gate;
const FALSE = 1 as Gate;

function negated(gate: Gate): Gate {
  return (gate ^ 1) as Gate;
}

function isNegated(gate: Gate): boolean {
  return (gate & 1) === 1;
}

/** The direct parts of a gate. */
export function partsOf(kind: Kind): readonly Gate[] {
  switch (kind.type) {
    case 'constant':
    case 'variable':
      return [];
    case 'and':
    case 'or':
      return kind.of;
    case 'weighted':
      return kind.of.map((each) => each.of);
  }
}

/**
 * Append-only. Constants, double negation and gates of one part are simplified away as they are added, and a gate whose parts
 * are all negated becomes the negation of its dual. So what stands under an even number of negations on every way down to it
 * stands under none, and a function that is written without need of negations has none below its root.
 */
export class Circuit {
  readonly variables: number;
  readonly #kinds: Kind[] = [{ type: 'constant' }];
  readonly #known = new Map<string, Gate>();

  constructor(variables: number) {
    this.variables = variables;
  }

  constant(value: boolean): Gate {
    return value ? TRUE : FALSE;
  }

  /** @throws RangeError when there is no such variable */
  variable(index: number): Gate {
    if (!Number.isInteger(index) || index < 0 || index >= this.variables) {
      throw new RangeError(`there is no variable ${index}`);
    }
    return this.#add(`v${index}`, { type: 'variable', variable: index });
  }

  not(of: Gate): Gate {
    return negated(of);
  }

  and(of: readonly Gate[]): Gate {
    return this.junction('and', of);
  }

  or(of: readonly Gate[]): Gate {
    return this.junction('or', of);
  }

  /** Holds when at least `count` of them do; one that is named twice counts twice. */
  atLeast(count: number, of: readonly Gate[]): Gate {
    return this.weighted(
      count,
      of.map((gate) => ({ weight: 1, of: gate })),
    );
  }

  /** Holds when the weights of the parts that hold come to `quota` or more. @throws RangeError for weights that are no whole numbers */
  weighted(quota: number, of: readonly Weight<Gate>[]): Gate {
    checkWeights(quota, of);
    const given = of.reduce((sum, each) => (each.of === TRUE ? sum + each.weight : sum), 0);
    const need = quota - given;
    const parts = of
      .filter((each) => each.weight > 0 && each.of > FALSE)
      // The weightiest first, which is also a good order to test them in.
      .toSorted((a, b) => b.weight - a.weight);
    const sum = parts.reduce((total, each) => total + each.weight, 0);
    if (need <= 0) return TRUE;
    if (need > sum) return FALSE;
    if (parts.every(({ weight }) => weight >= need)) return this.or(parts.map((each) => each.of));
    if (parts.every(({ weight }) => sum - weight < need)) return this.and(parts.map((each) => each.of));
    if (parts.every((each) => isNegated(each.of))) {
      // So many hold that the others don't come to what would be left over.
      const others = parts.map((each) => ({ weight: each.weight, of: negated(each.of) }));
      return negated(this.weighted(sum - need + 1, others));
    }
    const key = parts.map((each) => `${each.weight}*${each.of}`).join();
    return this.#add(`w${need}:${key}`, { type: 'weighted', quota: need, of: parts });
  }

  /** A gate of another circuit, whose parts `move` has brought into this one. */
  remake(kind: Kind, move: (part: Gate) => Gate): Gate {
    switch (kind.type) {
      case 'constant':
        return TRUE;
      case 'variable':
        return this.variable(kind.variable);
      case 'and':
      case 'or':
        return this.junction(kind.type, kind.of.map(move));
      case 'weighted':
        return this.weighted(
          kind.quota,
          kind.of.map(({ weight, of }) => ({ weight, of: move(of) })),
        );
    }
  }

  /** What a gate is; negation aside. */
  kind(gate: Gate): Kind {
    return this.#kinds[gate >> 1]!;
  }

  junction(type: 'and' | 'or', of: readonly Gate[]): Gate {
    // Changes nothing as a part; its negation decides the whole.
    const neutral = type === 'and' ? TRUE : FALSE;
    const parts = [...new Set(of)].filter((part) => part !== neutral);
    const present = new Set(parts);
    if (present.has(negated(neutral)) || parts.some((part) => present.has(negated(part)))) {
      return negated(neutral);
    }
    if (parts.length <= 1) return parts[0] ?? neutral;
    if (parts.every(isNegated)) {
      return negated(this.junction(type === 'and' ? 'or' : 'and', parts.map(negated)));
    }
    const key = parts.toSorted((a, b) => a - b).join();
    return this.#add(`${type}${key}`, { type, of: parts });
  }

  #add(key: string, kind: Kind): Gate {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const gate = (this.#kinds.length << 1) as Gate;
    this.#kinds.push(kind);
    this.#known.set(key, gate);
    return gate;
  }
}
