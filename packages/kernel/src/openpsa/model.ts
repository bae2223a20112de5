/**
 * A fault tree as the Open-PSA Model Exchange Format (MEF) describes one, with every name resolved.
 * Source: S. Epstein and A. Rauzy, Open-PSA Model Exchange Format, version 2.0d (2008), chapter II "Fault tree layer".
 */
import type { Place } from '../arrangement/fault.ts';

/** A Boolean formula over named events. `cardinality` holds when at least `min` and at most `max` of its arguments do. */
export type MefFormula =
  | { readonly type: 'constant'; readonly value: boolean }
  | { readonly type: 'event'; readonly name: string }
  | {
      readonly type: 'and' | 'or' | 'nand' | 'nor' | 'not' | 'xor' | 'iff' | 'imply';
      readonly of: readonly MefFormula[];
    }
  | { readonly type: 'atleast'; readonly min: number; readonly of: readonly MefFormula[] }
  | {
      readonly type: 'cardinality';
      readonly min: number;
      readonly max: number;
      readonly of: readonly MefFormula[];
    };

/** An event as it is defined. A private one is named by its path, such as `plant.pumps.valve`. */
export type MefEvent =
  | { readonly type: 'gate'; readonly name: string; readonly place: Place; readonly formula: MefFormula }
  | {
      readonly type: 'basic-event';
      readonly name: string;
      readonly place: Place;
      /** From 0 to 1; absent where the model is a qualitative one. */
      readonly probability?: number;
    }
  | { readonly type: 'house-event'; readonly name: string; readonly place: Place; readonly value: boolean };

export interface FaultTree {
  /** Of the first fault tree of the file. */
  readonly name: string;
  readonly place: Place;
  /** By name, in the order of the file. Every name in a formula is among them. */
  readonly events: ReadonlyMap<string, MefEvent>;
}

/** The names of the events that a formula speaks of, in order, each as often as it occurs. */
export function eventsIn(formula: MefFormula): readonly string[] {
  switch (formula.type) {
    case 'constant':
      return [];
    case 'event':
      return [formula.name];
    default:
      return formula.of.flatMap(eventsIn);
  }
}
