/** The smallest set of players that brings something about. */
import type { Compilation } from './compile.ts';
import { build } from './diagram/build.ts';
import type { Gate } from './diagram/circuit.ts';
import { minimalSets } from './diagram/minimal.ts';
import { solve as solveCircuit } from './diagram/solve.ts';
import { closedCircuits, type Fixed } from './outcome-circuit.ts';
import type { Players } from './question.ts';
import { attempt, BUDGET, spent, type Outcomes } from './solve.ts';

/**
 * The smallest set of players with which a gate holds, some variables being fixed and what is then open taken kindly; `undefined` when
 * none does.
 */
export function smallest(compilation: Compilation, gate: Gate, fixed: Fixed): Outcomes<Players | undefined> {
  const closed = closedCircuits(compilation, gate, fixed);
  if (!closed) return smallestByDiagram(compilation, gate, fixed);
  const solved = solveCircuit(closed.circuit, closed.some, { budget: BUDGET });
  const sets = solved.ok ? solved.value.minimalSets() : solved;
  if (!sets.ok) return { ok: false, refusal: spent({ budget: BUDGET }) };
  return attempt(() => {
    const [set] = sets.value.fewest(1);
    return set?.map((variable) => closed.players[variable]!);
  });
}

/** In one diagram, where too much is open to write every circumstance out. */
function smallestByDiagram(
  compilation: Compilation,
  gate: Gate,
  fixed: Fixed,
): Outcomes<Players | undefined> {
  const built = build(compilation.circuit, [gate], { budget: BUDGET });
  if (!built.ok) return { ok: false, refusal: spent(built.refusal) };
  const { bdd, refs } = built;
  return attempt(() => {
    const settled = bdd.restrict(refs[0]!, new Map([[compilation.silence, false], ...fixed]));
    const kindest = bdd.exists(settled, compilation.openings.variables);
    const [set] = minimalSets(bdd, kindest, { budget: BUDGET }).fewest(1);
    return set?.map((variable) => compilation.playerOf(variable));
  });
}
