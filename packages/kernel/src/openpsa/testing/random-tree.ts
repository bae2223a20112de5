/** Random fault trees as files, and what they mean by trying every combination of events. */
import { random } from '../../authority/diagram/testing/formula.ts';
import type { FaultTree, MefFormula } from '../model.ts';

export interface TreeShape {
  readonly events: number;
  readonly gates: number;
  /** Only and, or and atleast; else not, xor, nand and nor too. */
  readonly coherent: boolean;
}

/** An Open-PSA model; the same for the same seed. Gates share parts, and the top rests on every gate. */
export function randomModel(seed: number, { events, gates, coherent }: TreeShape): string {
  const below = random(seed);
  const used = new Set<number>();
  const lines: string[] = [];
  /** A gate that is only above others of a higher number, or an event. */
  const part = (from: number): string => {
    if (from < gates && below(2) === 0) {
      const gate = from + below(Math.min(gates - from, 6));
      used.add(gate);
      return `<gate name="g${gate}"/>`;
    }
    return `<basic-event name="e${below(events)}"/>`;
  };
  for (let gate = 0; gate < gates; gate++) {
    const parts = new Set(Array.from({ length: 2 + below(4) }, () => part(gate + 1)));
    // What nothing above has taken is taken here, so that the first gate is the only top.
    if (gate + 1 < gates && !used.has(gate + 1)) {
      parts.add(`<gate name="g${gate + 1}"/>`);
      used.add(gate + 1);
    }
    for (let event = 0; parts.size < 3; event++) parts.add(`<basic-event name="e${event}"/>`);
    lines.push(`<define-gate name="g${gate}">${formulaOf([...parts], below, coherent)}</define-gate>`);
  }
  const data = Array.from({ length: events }, (_, event) => {
    const probability = (1 + below(999)) / 1000;
    return `<define-basic-event name="e${event}"><float value="${probability}"/></define-basic-event>`;
  });
  return [
    '<opsa-mef><define-fault-tree name="random">',
    ...lines,
    '</define-fault-tree><model-data>',
    ...data,
    '</model-data></opsa-mef>',
  ].join('\n');
}

function formulaOf(parts: readonly string[], below: (bound: number) => number, coherent: boolean): string {
  const all = parts.join('');
  switch (below(coherent ? 5 : 9)) {
    case 0:
    case 1:
      return `<and>${all}</and>`;
    case 2:
    case 3:
      return `<or>${all}</or>`;
    case 4:
      return `<atleast min="2">${all}</atleast>`;
    case 5:
      return `<or><not>${parts[0]}</not>${parts.slice(1).join('')}</or>`;
    case 6:
      return `<xor>${parts[0]}<or>${parts.slice(1).join('')}</or></xor>`;
    case 7:
      return `<nand>${all}</nand>`;
    default:
      return `<nor>${all}</nor>`;
  }
}

/** The value of a gate where those basic events have happened of which `happened` is true. */
export function evaluate(tree: FaultTree, gate: string, happened: (event: string) => boolean): boolean {
  const known = new Map<string, boolean>();
  const event = (name: string): boolean => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const found = tree.events.get(name)!;
    const value =
      found.type === 'gate'
        ? holds(found.formula)
        : found.type === 'house-event'
          ? found.value
          : happened(name);
    known.set(name, value);
    return value;
  };
  const holds = (formula: MefFormula): boolean => {
    if (formula.type === 'constant') return formula.value;
    if (formula.type === 'event') return event(formula.name);
    const values = formula.of.map(holds);
    const count = values.filter(Boolean).length;
    switch (formula.type) {
      case 'and':
        return count === values.length;
      case 'or':
        return count > 0;
      case 'nand':
        return count < values.length;
      case 'nor':
      case 'not':
        return count === 0;
      case 'xor':
        return count === 1;
      case 'iff':
        return count !== 1;
      case 'imply':
        return !values[0]! || values[1]!;
      case 'atleast':
        return count >= formula.min;
      case 'cardinality':
        return count >= formula.min && count <= formula.max;
    }
  };
  return event(gate);
}

/** The value in every world of so many events: bit `i` of a world says whether event `i` of the list has happened. */
export function tableOfTree(tree: FaultTree, gate: string, events: readonly string[]): boolean[] {
  const place = new Map(events.map((name, index) => [name, index]));
  return Array.from({ length: 2 ** events.length }, (_, world) =>
    evaluate(tree, gate, (name) => ((world >> place.get(name)!) & 1) === 1),
  );
}
