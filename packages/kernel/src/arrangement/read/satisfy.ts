/** Finds a circumstance in which a formula without acts holds, by splitting on one variable after the other. */
import type { Formula } from '../formula.ts';

/** Conditions and unknowns (`true`, `false`) and readings (an alternative), by `condition x`, `unknown x`, `reading x`. */
export type World = ReadonlyMap<string, string>;

/** Splits after which the search gives up: some 12 variables exhaustively, many more where the formula is easy. */
const LIMIT = 20_000;

/**
 * A circumstance in which the formula holds, `undefined` when there is none, `undecided` past the limit. `alternatives` are those
 * of each reading, of which exactly one holds.
 */
export function satisfy(
  formula: Formula,
  alternatives: ReadonlyMap<string, readonly string[]>,
): World | 'undecided' | undefined {
  const world = new Map<string, string>();
  let splits = 0;
  const search = (): boolean | 'undecided' => {
    const value = evaluate(formula, world);
    if (typeof value === 'boolean') return value;
    if (++splits > LIMIT) return 'undecided';
    const [variable, name] = value;
    const values = variable.startsWith('reading ') ? (alternatives.get(name) ?? []) : ['true', 'false'];
    for (const each of values) {
      world.set(variable, each);
      const found = search();
      if (found !== false) return found;
    }
    world.delete(variable);
    return false;
  };
  const found = search();
  return found === 'undecided' ? found : found ? world : undefined;
}

/** A truth value, or the first variable (with its name) on which it depends. */
type Value = boolean | readonly [variable: string, name: string];

function evaluate(formula: Formula, world: World): Value {
  switch (formula.type) {
    case 'always':
      return true;
    case 'never':
      return false;
    case 'condition':
      return truth('condition', formula.condition, 'true', world);
    case 'unknown':
      return truth('unknown', formula.unknown, 'true', world);
    case 'reading':
      return truth('reading', formula.reading, formula.alternative, world);
    case 'not': {
      const value = evaluate(formula.of, world);
      return typeof value === 'boolean' ? !value : value;
    }
    case 'allOf':
      return reach(
        formula.of.length,
        formula.of.map((of) => ({ weight: 1, of })),
        world,
      );
    case 'anyOf':
      return reach(
        1,
        formula.of.map((of) => ({ weight: 1, of })),
        world,
      );
    case 'atLeast':
      return reach(
        formula.count,
        formula.of.map((of) => ({ weight: 1, of })),
        world,
      );
    case 'weighted':
      return reach(formula.quota, formula.of, world);
    case 'act':
    case 'silence':
      throw new TypeError('an act has no value in a circumstance');
  }
}

function truth(type: string, name: string, value: string, world: World): Value {
  const known = world.get(`${type} ${name}`);
  return known === undefined ? [`${type} ${name}`, name] : known === value;
}

function reach(
  quota: number,
  of: readonly { readonly weight: number; readonly of: Formula }[],
  world: World,
): Value {
  let certain = 0;
  let possible = 0;
  let open: Value | undefined;
  for (const each of of) {
    const value = evaluate(each.of, world);
    if (value === false) continue;
    possible += each.weight;
    if (value === true) certain += each.weight;
    else if (each.weight > 0) open ??= value;
  }
  if (certain >= quota) return true;
  return possible < quota ? false : open!;
}

/** The circumstance in the words of the language. */
export function showWorld(world: World): string {
  if (world.size === 0) return 'always';
  return [...world]
    .map(([variable, value]) => {
      if (variable.startsWith('reading ')) return `${variable} is ${value}`;
      const words = variable.replace(/^condition /, 'when ');
      return value === 'true' ? words : `not: ${words}`;
    })
    .join(', ');
}
