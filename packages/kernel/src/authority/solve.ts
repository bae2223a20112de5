/** Builds the diagram that a question needs and turns Boolean functions of the openings into extents. */
import type { Outcome } from '../arrangement/act.ts';
import { showAct } from '../arrangement/act.ts';
import type { Arrangement } from '../arrangement/model.ts';
import { nearest } from '../arrangement/nearest.ts';
import { Compilation } from './compile.ts';
import type { Bdd, Ref } from './diagram/bdd.ts';
import { withinBudget } from './diagram/budget.ts';
import { build } from './diagram/build.ts';
import type { Gate } from './diagram/circuit.ts';
import { EVERYWHERE } from './openings.ts';
import type { Circumstance, Effect, Extent, Frame, Level, Refusal } from './question.ts';
import { universe } from './universe.ts';

/** Nodes that a question may spend. An arrangement of a few hundred offices takes a few thousand; past this it is refused. */
export const BUDGET = 4_000_000;

/** How many circumstances an answer names before it stops. */
const NAMED = 24;

export interface Solved {
  readonly compilation: Compilation;
  readonly bdd: Bdd;
  /** One for each gate, with silence procedures taken as broken. */
  readonly refs: readonly Ref[];
}

export type Outcomes<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal };

/** The refusal of work that would take more nodes than this. */
export function spent({ budget }: { budget: number }): Refusal {
  return { code: 'budget-spent', params: { budget } };
}

/** Does work on a diagram; past the budget it is refused. */
export function attempt<T>(work: () => T): Outcomes<T> {
  const worked = withinBudget(work);
  return worked.ok ? worked : { ok: false, refusal: spent(worked.refusal) };
}

/** The diagrams of several gates, with silence procedures taken as broken. */
export function diagrams(compilation: Compilation, gates: readonly Gate[]): Outcomes<Solved> {
  const built = build(compilation.circuit, gates, { budget: BUDGET });
  if (!built.ok) return { ok: false, refusal: spent(built.refusal) };
  const { bdd } = built;
  const broken = new Map([[compilation.silence, false]]);
  return attempt(() => ({ compilation, bdd, refs: built.refs.map((ref) => bdd.restrict(ref, broken)) }));
}

/** An outcome for some effects, as gates of a circuit. */
export interface Compiled {
  readonly compilation: Compilation;
  /** One for each effect. */
  readonly gates: readonly Gate[];
}

export function compile(
  arrangement: Arrangement,
  frame: Frame,
  level: Level,
  outcome: Outcome,
  effects: readonly Effect[],
): Outcomes<Compiled> {
  const compilation = new Compilation(arrangement, frame, level);
  const gates = effects.map((effect) => compilation.outcome(outcome, effect));
  const known = gates.flatMap((gate) => (gate === undefined ? [] : [gate]));
  if (known.length < gates.length) return { ok: false, refusal: unknownOutcome(arrangement, outcome) };
  return { ok: true, value: { compilation, gates: known } };
}

export function unknownOutcome(arrangement: Arrangement, outcome: Outcome): Refusal {
  const asked = showAct(outcome);
  const known = [...universe(arrangement).values()].map(({ by, ...rest }) =>
    showAct(outcome.by === undefined ? rest : { ...rest, by }),
  );
  const near = nearest(asked, known);
  return {
    code: 'unknown-outcome',
    params: { outcome: asked },
    ...(near === undefined ? {} : { nearest: near }),
  };
}

export interface Judged {
  readonly extent: Extent;
  readonly where: readonly Circumstance[];
}

/** In how many circumstances a function of the openings alone holds, and in which. */
export function judge(solved: Pick<Solved, 'bdd' | 'compilation'>, holds: Ref): Judged {
  const { bdd, compilation } = solved;
  if (holds === bdd.yes) return { extent: 'every', where: [] };
  if (holds === bdd.no) return { extent: 'none', where: [] };
  const where: Circumstance[] = [];
  for (const cube of bdd.cubes(holds)) {
    where.push(...compilation.openings.circumstances(cube));
    if (where.length >= NAMED) break;
  }
  return { extent: 'some', where };
}

/** One circumstance in which a function of the openings holds, as an assignment and as people say it. */
export function example(
  solved: Pick<Solved, 'bdd' | 'compilation'>,
  holds: Ref,
): { cube: ReadonlyMap<number, boolean>; circumstance: Circumstance } {
  const { bdd, compilation } = solved;
  for (const cube of bdd.cubes(holds)) {
    const [circumstance] = compilation.openings.circumstances(cube);
    return { cube, circumstance: circumstance ?? EVERYWHERE };
  }
  return { cube: new Map(), circumstance: EVERYWHERE };
}
