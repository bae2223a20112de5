/** An outcome as a function of its players alone, for programs that know nothing of arrangements. */
import type { Outcome } from '../arrangement/act.ts';
import type { Arrangement } from '../arrangement/model.ts';
import { Compilation } from './compile.ts';
import { Circuit, partsOf, type Gate, type Kind } from './diagram/circuit.ts';
import { reachable } from './diagram/reachable.ts';
import type { Effect, Frame, Level } from './question.ts';
import { badFrame } from './reply.ts';
import { unknownOutcome, type Outcomes } from './solve.ts';

/** More circumstances than this make a circuit too large to be of use; some readings have to be fixed. */
const CIRCUMSTANCES = 32;

export interface OutcomeQuestion {
  readonly outcome: Outcome;
  readonly effect: Effect;
  readonly level: Level;
  /** Whether it is to come about in every circumstance that the frame leaves open, or in some. */
  readonly extent: 'every' | 'some';
}

export interface OutcomeCircuit {
  readonly circuit: Circuit;
  readonly root: Gate;
  /** The players on whom it rests: player `i` is variable `i`. */
  readonly players: readonly string[];
  readonly gates: number;
}

/** The circuit of an outcome. Silence procedures are taken as broken, as they are where the power of players is asked for. */
export function outcomeCircuit(
  arrangement: Arrangement,
  frame: Frame,
  { outcome, effect, level, extent }: OutcomeQuestion,
): Outcomes<OutcomeCircuit> {
  const wrong = badFrame(arrangement, frame);
  if (wrong) return { ok: false, refusal: wrong };
  const compilation = new Compilation(arrangement, frame, level);
  const gate = compilation.outcome(outcome, effect);
  if (gate === undefined) return { ok: false, refusal: unknownOutcome(arrangement, outcome) };
  const closed = closedCircuits(compilation, gate);
  if (!closed) return { ok: false, refusal: { code: 'too-open', params: { count: CIRCUMSTANCES } } };
  const { circuit, players } = closed;
  const root = closed[extent];
  const isGate = (index: number): boolean => partsOf(circuit.kind((index << 1) as Gate)).length > 0;
  return {
    ok: true,
    value: { circuit, root, players, gates: reachable(circuit, [root]).filter(isGate).length },
  };
}

/** An outcome in each circumstance that is left open, as functions of the same players in one circuit. */
export interface ClosedCircuits {
  readonly circuit: Circuit;
  /** Player `i` is variable `i`. */
  readonly players: readonly string[];
  readonly worlds: readonly { readonly assignment: ReadonlyMap<number, boolean>; readonly root: Gate }[];
  /** Where it comes about in all of them, and in any. */
  readonly every: Gate;
  readonly some: Gate;
}

/** Variables of a compilation that have a value; silence procedures count as broken where it says nothing else. */
export type Fixed = ReadonlyMap<number, boolean>;

/** `undefined` where there are too many circumstances to write each of them out. */
export function closedCircuits(
  compilation: Compilation,
  gate: Gate,
  fixed: Fixed = new Map(),
): ClosedCircuits | undefined {
  const from = compilation.circuit;
  const below = reachable(from, [gate]);
  const variables = below
    .flatMap((index) => variableOf(from.kind((index << 1) as Gate)) ?? [])
    .filter((variable) => !fixed.has(variable))
    .toSorted((a, b) => a - b);
  const open = new Set(variables.filter((variable) => compilation.openings.variables.has(variable)));
  const combinations = compilation.openings.combinations(open, CIRCUMSTANCES);
  if (!combinations) return undefined;
  const players = variables.filter((variable) => variable >= compilation.firstPlayer);
  const circuit = new Circuit(players.length);
  const place = new Map(players.map((variable, index) => [variable, index]));
  const worlds = combinations.map((assignment) => {
    const root = copy(from, gate, below, circuit, (variable) => {
      const player = place.get(variable);
      return player === undefined
        ? circuit.constant(fixed.get(variable) ?? assignment.get(variable) ?? false)
        : circuit.variable(player);
    });
    return { assignment, root };
  });
  const roots = worlds.map(({ root }) => root);
  return {
    circuit,
    players: players.map((variable) => compilation.playerOf(variable)),
    worlds,
    every: circuit.and(roots),
    some: circuit.or(roots),
  };
}

function variableOf(kind: Kind): number | undefined {
  return kind.type === 'variable' ? kind.variable : undefined;
}

/** A gate in another circuit, with something in the place of each variable. `below` has every gate at and below it, parts first. */
function copy(
  from: Circuit,
  root: Gate,
  below: readonly number[],
  to: Circuit,
  place: (variable: number) => Gate,
): Gate {
  const made = new Map<number, Gate>();
  const moved = (gate: Gate): Gate => {
    const at = made.get(gate >> 1)!;
    return (gate & 1) === 1 ? to.not(at) : at;
  };
  const remake = (kind: Kind): Gate => {
    switch (kind.type) {
      case 'constant':
        return to.constant(true);
      case 'variable':
        return place(kind.variable);
      case 'and':
        return to.and(kind.of.map(moved));
      case 'or':
        return to.or(kind.of.map(moved));
      case 'weighted':
        return to.weighted(
          kind.quota,
          kind.of.map(({ weight, of }) => ({ weight, of: moved(of) })),
        );
    }
  };
  for (const index of below) made.set(index, remake(from.kind((index << 1) as Gate)));
  return moved(root);
}
