/** From a fault tree to the circuit of one of its gates. */
import { nearest } from '../arrangement/nearest.ts';
import { Circuit, type Gate } from '../authority/diagram/circuit.ts';
import type { MefFault, MefResult } from './fault.ts';
import { eventsIn, type FaultTree, type MefEvent, type MefFormula } from './model.ts';

/** A gate as a function of the basic events that it rests on. */
export interface TreeCircuit {
  readonly top: string;
  readonly circuit: Circuit;
  readonly root: Gate;
  /** The basic events below the top, in the order of the file: event `i` is variable `i`. */
  readonly events: readonly string[];
  /** Of each event, from 0 to 1; `undefined` where one of them has none. */
  readonly probabilities: readonly number[] | undefined;
  /** How many gates there are at and below the top. */
  readonly gates: number;
}

/** The circuit of a gate; of the one that no other gate refers to, where none is named. */
export function treeCircuit(tree: FaultTree, top?: string): MefResult<TreeCircuit> {
  const chosen = top === undefined ? onlyTop(tree) : namedTop(tree, top);
  if (!chosen.ok) return chosen;
  const sorted = below(tree, chosen.value);
  if (!sorted.ok) return sorted;
  const wanted = new Set(sorted.value.map(({ name }) => name));
  const basic = [...tree.events.values()].flatMap((event) =>
    event.type === 'basic-event' && wanted.has(event.name) ? [event] : [],
  );
  const circuit = new Circuit(basic.length);
  const gates = new Map<string, Gate>(basic.map(({ name }, index) => [name, circuit.variable(index)]));
  for (const event of sorted.value) {
    if (event.type === 'house-event') gates.set(event.name, circuit.constant(event.value));
    if (event.type === 'gate') gates.set(event.name, translate(circuit, event.formula, gates));
  }
  const probabilities = basic.flatMap(({ probability }) => probability ?? []);
  return {
    ok: true,
    value: {
      top: chosen.value.name,
      circuit,
      root: gates.get(chosen.value.name)!,
      events: basic.map(({ name }) => name),
      probabilities: probabilities.length === basic.length ? probabilities : undefined,
      gates: sorted.value.filter(({ type }) => type === 'gate').length,
    },
  };
}

type GateEvent = Extract<MefEvent, { type: 'gate' }>;

function fail(fault: MefFault): MefResult<never> {
  return { ok: false, faults: [fault] };
}

function gatesOf(tree: FaultTree): GateEvent[] {
  return [...tree.events.values()].filter((event) => event.type === 'gate');
}

function namedTop(tree: FaultTree, name: string): MefResult<GateEvent> {
  const found = tree.events.get(name);
  if (found?.type === 'gate') return { ok: true, value: found };
  const near = nearest(
    name,
    gatesOf(tree).map((gate) => gate.name),
  );
  const hint = near === undefined ? {} : { nearest: near };
  return fail({ code: 'unknown-top', place: tree.place, params: { name }, ...hint });
}

function onlyTop(tree: FaultTree): MefResult<GateEvent> {
  const gates = gatesOf(tree);
  const used = new Set(gates.flatMap(({ formula }) => eventsIn(formula)));
  const tops = gates.filter(({ name }) => !used.has(name));
  if (tops.length > 1) {
    const names = tops.map(({ name }) => name).join(', ');
    return fail({ code: 'several-tops', place: tree.place, params: { names } });
  }
  // Where there are gates and each is used by another, any of them leads into a circle, which is what there is to tell.
  const top = tops[0] ?? gates[0];
  return top ? { ok: true, value: top } : fail({ code: 'no-gate', place: tree.place, params: {} });
}

/** The events at and below a gate, each after those that it rests on; or the circle in which some rest on one another. */
function below(tree: FaultTree, top: GateEvent): MefResult<readonly MefEvent[]> {
  const sorted: MefEvent[] = [];
  const done = new Set<string>();
  // The path from the top, with what is still to be visited below each: without recursion, since a chain may be long.
  const path: { event: MefEvent; left: string[] }[] = [];
  const onPath = new Set<string>();
  const enter = (event: MefEvent): void => {
    path.push({ event, left: event.type === 'gate' ? eventsIn(event.formula).toReversed() : [] });
    onPath.add(event.name);
  };
  enter(top);
  for (let last = path.at(-1); last !== undefined; last = path.at(-1)) {
    const name = last.left.pop();
    if (name === undefined) {
      path.pop();
      onPath.delete(last.event.name);
      done.add(last.event.name);
      sorted.push(last.event);
    } else if (onPath.has(name)) {
      const circle = path.slice(path.findIndex(({ event }) => event.name === name));
      const names = [...circle.map(({ event }) => event.name), name].join(' → ');
      return fail({ code: 'cycle', place: circle[0]!.event.place, params: { path: names } });
    } else if (!done.has(name)) enter(tree.events.get(name)!);
  }
  return { ok: true, value: sorted };
}

function translate(circuit: Circuit, formula: MefFormula, gates: ReadonlyMap<string, Gate>): Gate {
  switch (formula.type) {
    case 'constant':
      return circuit.constant(formula.value);
    case 'event':
      return gates.get(formula.name)!;
    default:
  }
  const parts = formula.of.map((part) => translate(circuit, part, gates));
  const differ = (): Gate => {
    const [a, b] = [parts[0]!, parts[1]!];
    return circuit.or([circuit.and([a, circuit.not(b)]), circuit.and([circuit.not(a), b])]);
  };
  switch (formula.type) {
    case 'and':
      return circuit.and(parts);
    case 'or':
      return circuit.or(parts);
    case 'nand':
      return circuit.not(circuit.and(parts));
    case 'nor':
      return circuit.not(circuit.or(parts));
    case 'not':
      return circuit.not(parts[0]!);
    case 'xor':
      return differ();
    case 'iff':
      return circuit.not(differ());
    case 'imply':
      return circuit.or([circuit.not(parts[0]!), parts[1]!]);
    case 'atleast':
      return circuit.atLeast(formula.min, parts);
    case 'cardinality':
      return circuit.and([
        circuit.atLeast(formula.min, parts),
        circuit.not(circuit.atLeast(formula.max + 1, parts)),
      ]);
  }
}
