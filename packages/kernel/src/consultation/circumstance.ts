/** What the texts and the world leave open while acts are judged: every way to settle it that makes a difference is tried. */
import type { Formula } from '../arrangement/formula.ts';
import type { Arrangement } from '../arrangement/model.ts';
import type { Circumstance, Extent } from '../authority/question.ts';
import type { Consultation } from './state.ts';
import { vacantByAbsence } from './world.ts';

/** What is settled: by the frame, by declarations, by usage; the rest is open. */
export function settled(
  arrangement: Arrangement,
  state: Consultation,
  relyingOn: Partial<Circumstance> = {},
): Circumstance {
  const usual = [...arrangement.conditions.values()].flatMap(({ id, usually }) =>
    usually === undefined ? [] : [[id, usually] as const],
  );
  const { frame } = state.case;
  return {
    readings: { ...relyingOn.readings, ...frame.reading },
    unknowns: { ...relyingOn.unknowns },
    conditions: {
      ...relyingOn.conditions,
      ...Object.fromEntries(usual),
      ...frame.given,
      ...state.conditions,
      ...vacantByAbsence(arrangement, state),
    },
  };
}

/** Answers from a circumstance and notes the first question that it leaves open. */
export class World {
  readonly #arrangement: Arrangement;
  readonly #circumstance: Circumstance;
  open: { readonly of: keyof Circumstance; readonly id: string } | undefined;

  constructor(arrangement: Arrangement, circumstance: Circumstance) {
    this.#arrangement = arrangement;
    this.#circumstance = circumstance;
  }

  condition(id: string): boolean {
    if (!this.#arrangement.conditions.has(id)) return false;
    return this.#circumstance.conditions[id] ?? this.#leftOpen('conditions', id);
  }

  unknown(id: string): boolean {
    return this.#circumstance.unknowns[id] ?? this.#leftOpen('unknowns', id);
  }

  reading(id: string, alternative: string): boolean {
    const taken = this.#circumstance.readings[id];
    return taken === undefined ? this.#leftOpen('readings', id) : taken === alternative;
  }

  /** Whether a formula holds that names no acts: what a `not`, or the condition of a case, is made of. */
  holds(formula: Formula): boolean {
    switch (formula.type) {
      case 'always':
        return true;
      case 'condition':
        return this.condition(formula.condition);
      case 'reading':
        return this.reading(formula.reading, formula.alternative);
      case 'unknown':
        return this.unknown(formula.unknown);
      case 'not':
        return !this.holds(formula.of);
      case 'allOf':
        return formula.of.every((each) => this.holds(each));
      case 'anyOf':
        return formula.of.some((each) => this.holds(each));
      case 'atLeast':
        return formula.of.filter((each) => this.holds(each)).length >= formula.count;
      case 'weighted':
        return (
          formula.of.reduce((sum, { weight, of }) => sum + (this.holds(of) ? weight : 0), 0) >= formula.quota
        );
      case 'never':
      case 'act':
      case 'silence':
        return false;
    }
  }

  #leftOpen(of: keyof Circumstance, id: string): boolean {
    this.open ??= { of, id };
    return false;
  }
}

/** What was found in one way of settling what is open. */
export interface Found<T> {
  readonly circumstance: Circumstance;
  readonly is: T;
}

/** Reckons in each way to settle what the reckoning asks about; what it never asks about is left out. */
export function inEach<T>(
  arrangement: Arrangement,
  circumstance: Circumstance,
  reckon: (world: World) => T,
): readonly Found<T>[] {
  const world = new World(arrangement, circumstance);
  const is = reckon(world);
  if (!world.open) return [{ circumstance, is }];
  const { of, id } = world.open;
  const values: readonly (string | boolean)[] =
    of === 'readings' ? arrangement.readings.get(id)!.alternatives.map((each) => each.id) : [true, false];
  return values.flatMap((value) =>
    inEach(arrangement, { ...circumstance, [of]: { ...circumstance[of], [id]: value } }, reckon),
  );
}

export function extentOf(found: readonly Found<boolean>[]): Extent {
  return found.every(({ is }) => is) ? 'every' : found.some(({ is }) => is) ? 'some' : 'none';
}

/** What a circumstance adds to what was settled: the part that people have to agree about. */
export function beyond(circumstance: Circumstance, settled: Circumstance): Circumstance {
  const added = <V>(
    now: Readonly<Record<string, V>>,
    before: Readonly<Record<string, V>>,
  ): Record<string, V> => Object.fromEntries(Object.entries(now).filter(([id]) => before[id] === undefined));
  return {
    readings: added(circumstance.readings, settled.readings),
    unknowns: added(circumstance.unknowns, settled.unknowns),
    conditions: added(circumstance.conditions, settled.conditions),
  };
}
