/**
 * What a question leaves open: readings, unknowns, and conditions that nobody has fixed. Each is one or more variables of the
 * diagram; "in every reading" is the universal quantifier over them and "in some" the existential one.
 *
 * A reading with alternatives a0 … ak takes k variables: a0 when the first is true, a1 when the first is false and the second
 * true, and so on, ak when all are false. Every assignment means exactly one alternative, so quantifying over the variables is
 * quantifying over the alternatives.
 */
import type { Arrangement } from '../arrangement/model.ts';
import type { Circumstance, Frame } from './question.ts';

interface Opening {
  readonly type: 'reading' | 'unknown' | 'condition';
  readonly id: string;
  readonly first: number;
  readonly alternatives: readonly string[];
}

export class Openings {
  readonly all: readonly Opening[];
  readonly variables: ReadonlySet<number>;
  readonly #byId: ReadonlyMap<string, Opening>;

  constructor(arrangement: Arrangement, frame: Frame) {
    const all: Opening[] = [];
    let next = 0;
    const add = (type: Opening['type'], id: string, alternatives: readonly string[]): void => {
      all.push({ type, id, first: next, alternatives });
      next += alternatives.length - 1;
    };
    for (const reading of arrangement.readings.values()) {
      if (frame.reading?.[reading.id] === undefined)
        add(
          'reading',
          reading.id,
          reading.alternatives.map((each) => each.id),
        );
    }
    for (const unknown of arrangement.unknowns.values()) add('unknown', unknown.id, ['true', 'false']);
    for (const condition of arrangement.conditions.values()) {
      if ((frame.given?.[condition.id] ?? condition.usually) === undefined)
        add('condition', condition.id, ['true', 'false']);
    }
    this.all = all;
    this.variables = new Set(Array.from({ length: next }, (_, index) => index));
    this.#byId = new Map(all.map((opening) => [opening.id, opening]));
  }

  /** The variables that say that an opening is so: true at the last and false before, or `undefined` when it is not open. */
  literals(id: string, alternative: string): readonly { variable: number; holds: boolean }[] | undefined {
    const opening = this.#byId.get(id);
    if (!opening) return undefined;
    const place = opening.alternatives.indexOf(alternative);
    const before = Array.from({ length: place }, (_, index) => ({
      variable: opening.first + index,
      holds: false,
    }));
    const last = place === opening.alternatives.length - 1;
    return last ? before : [...before, { variable: opening.first + place, holds: true }];
  }

  /**
   * What a partial assignment says, in words that people use. An alternative that a cube leaves undecided is left out; where a cube
   * only excludes alternatives, it is split so that each circumstance names the alternatives it means.
   */
  circumstances(cube: ReadonlyMap<number, boolean>): Circumstance[] {
    let found: Circumstance[] = [{ readings: {}, unknowns: {}, conditions: {} }];
    for (const opening of this.all) {
      const meant = opening.alternatives.filter((alternative) =>
        this.literals(opening.id, alternative)!.every(
          ({ variable, holds }) => (cube.get(variable) ?? holds) === holds,
        ),
      );
      if (meant.length === opening.alternatives.length) continue;
      found = found.flatMap((before) =>
        meant.map((alternative) => withOpening(before, opening, alternative)),
      );
    }
    return found;
  }

  /** Every way in which some openings can be taken together, as assignments of their variables; at most `limit`, else `undefined`. */
  combinations(variables: ReadonlySet<number>, limit: number): ReadonlyMap<number, boolean>[] | undefined {
    let found: Map<number, boolean>[] = [new Map()];
    for (const opening of this.all) {
      const own = opening.alternatives.slice(1).map((_, index) => opening.first + index);
      if (!own.some((variable) => variables.has(variable))) continue;
      found = found.flatMap((before) =>
        opening.alternatives.map((alternative) => {
          const after = new Map(before);
          for (const variable of own) after.set(variable, false);
          for (const { variable, holds } of this.literals(opening.id, alternative)!)
            after.set(variable, holds);
          return after;
        }),
      );
      if (found.length > limit) return undefined;
    }
    return found;
  }
}

function withOpening(before: Circumstance, opening: Opening, alternative: string): Circumstance {
  switch (opening.type) {
    case 'reading':
      return { ...before, readings: { ...before.readings, [opening.id]: alternative } };
    case 'unknown':
      return { ...before, unknowns: { ...before.unknowns, [opening.id]: alternative === 'true' } };
    case 'condition':
      return { ...before, conditions: { ...before.conditions, [opening.id]: alternative === 'true' } };
  }
}

/** Nothing assumed. */
export const EVERYWHERE: Circumstance = { readings: {}, unknowns: {}, conditions: {} };
