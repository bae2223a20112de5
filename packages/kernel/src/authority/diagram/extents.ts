/** When a depth-first walk meets the gates of a circuit, and what that says about what is shared. */
import { partsOf, type Circuit, type Gate } from './circuit.ts';

/** By index of a gate; dates count up from 1. */
export interface Extents {
  /** When the gate is first entered and first left. */
  readonly entered: Int32Array;
  readonly left: Int32Array;
  /** The first and the last date on which the gate or anything below it is met. */
  readonly from: Int32Array;
  readonly until: Int32Array;
  /** Whether nothing below a gate is met but on the way through it. */
  isModule(index: number): boolean;
}

/** `gates` are those at and below `roots`, parts before wholes. Linear in the number of parts. */
export function extents(circuit: Circuit, roots: readonly Gate[], gates: readonly number[]): Extents {
  const size = (gates.at(-1) ?? 0) + 1;
  const [entered, left, last] = [new Int32Array(size), new Int32Array(size), new Int32Array(size)];
  let date = 0;
  const open: { index: number; parts: readonly Gate[]; next: number }[] = [];
  const meet = (index: number): void => {
    date++;
    last[index] = date;
    if (entered[index] !== 0) return;
    entered[index] = date;
    open.push({ index, parts: partsOf(circuit.kind((index << 1) as Gate)), next: 0 });
  };
  for (const root of roots) {
    meet(root >> 1);
    for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
      const part = top.parts[top.next++];
      if (part !== undefined) meet(part >> 1);
      else {
        left[top.index] = last[top.index] = ++date;
        open.pop();
      }
    }
  }
  const [from, until] = [new Int32Array(size), new Int32Array(size)];
  /** The same of what is below the gate alone. */
  const [below, beyond] = [new Int32Array(size).fill(date + 1), new Int32Array(size)];
  for (const index of gates) {
    for (const part of partsOf(circuit.kind((index << 1) as Gate))) {
      below[index] = Math.min(below[index]!, from[part >> 1]!);
      beyond[index] = Math.max(beyond[index]!, until[part >> 1]!);
    }
    from[index] = Math.min(entered[index]!, below[index]!);
    until[index] = Math.max(last[index]!, beyond[index]!);
  }
  const isModule = (index: number): boolean =>
    below[index]! > entered[index]! && beyond[index]! < left[index]!;
  return { entered, left, from, until, isModule };
}
