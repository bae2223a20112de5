/**
 * Weighted thresholds in a format that has none. Equal weights are an `atleast`; others are written as a chain of choices, "the first part
 * holds and the rest reaches what is then left, or the rest alone reaches the quota", in which quotas that no sum of the remaining
 * weights tells apart share a gate.
 */
import type { Gate } from '../authority/diagram/circuit.ts';
import { reaches, type Weight } from '../authority/diagram/quota.ts';

/** A part of the threshold, or the name of one of the gates made for it. */
export type Argument = Gate | string;

export interface MadeGate {
  readonly name: string;
  readonly type: 'and' | 'or' | 'atleast';
  /** Of an `atleast`. */
  readonly min?: number;
  readonly of: readonly Argument[];
}

/** The function of thresholds: `is` holds when the weights of the parts that hold come to the quota, `gates` are what it rests on. */
export interface Threshold {
  readonly is: Argument;
  readonly gates: readonly MadeGate[];
}

/** Gates whose names start with `name`. The threshold must be no constant, which a circuit sees to. */
export function thresholdGates(name: string, quota: number, given: readonly Weight<Gate>[]): Threshold {
  const parts = merged(given);
  const gates: MadeGate[] = [];
  const make = (gate: Omit<MadeGate, 'name'>): Argument => {
    const id = `${name}_${gates.length}`;
    gates.push({ name: id, ...gate });
    return id;
  };
  const most = parts[0]!.weight;
  const min = Math.ceil(quota / most);
  if (parts.every(({ weight }) => weight === most) && min > 1 && min < parts.length) {
    return { is: make({ type: 'atleast', min, of: parts.map(({ of }) => of) }), gates };
  }
  const is = reaches<Gate, Argument | boolean>(quota, parts, {
    yes: true,
    no: false,
    choose: (of, taken, passed) => choice(of, taken, passed, make),
  });
  if (typeof is === 'boolean') throw new Error('INVARIANT: a circuit has no threshold that is a constant');
  return { is, gates };
}

/** `passed` implies `taken`: with one more part the quota is no further. */
function choice(
  of: Gate,
  taken: Argument | boolean,
  passed: Argument | boolean,
  make: (gate: Omit<MadeGate, 'name'>) => Argument,
): Argument | boolean {
  if (taken === passed) return taken;
  const withIt = typeof taken === 'boolean' ? of : make({ type: 'and', of: [of, taken] });
  return typeof passed === 'boolean' ? withIt : make({ type: 'or', of: [withIt, passed] });
}

/** One that is named twice counts with the sum of its weights, since the format names each once. */
function merged(parts: readonly Weight<Gate>[]): readonly Weight<Gate>[] {
  const weights = new Map<Gate, number>();
  for (const { weight, of } of parts) weights.set(of, (weights.get(of) ?? 0) + weight);
  return [...weights].map(([of, weight]) => ({ of, weight })).toSorted((a, b) => b.weight - a.weight);
}
