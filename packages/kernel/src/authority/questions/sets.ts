/** `coalitions`, `blockers`: who together suffices, and who together can prevent. */
import type { Arrangement } from '../../arrangement/model.ts';
import { Compilation } from '../compile.ts';
import type { Gate } from '../diagram/circuit.ts';
import { minimalBlockingSets, minimalSets, type MinimalSets } from '../diagram/minimal.ts';
import { solve as solveCircuit } from '../diagram/solve.ts';
import { cite } from '../ground.ts';
import { closedCircuits, type ClosedCircuits } from '../outcome-circuit.ts';
import type { Frame, Question, Reply, SetList, Sets } from '../question.ts';
import { tell } from '../sentences.ts';
import { attempt, BUDGET, diagrams, unknownOutcome, type Outcomes } from '../solve.ts';
import { actInWords, countInWords, joined, playerInWords, plurality } from '../words.ts';
import { list, plain } from '../../text/catalogue.ts';

/** Sets listed when a question does not say how many. */
const LISTED = 12;

export function sets(
  arrangement: Arrangement,
  frame: Frame,
  question: Extract<Question, { ask: 'coalitions' | 'blockers' }>,
): Reply<Sets> {
  const level = question.level ?? 'seat';
  const compilation = new Compilation(arrangement, frame, level);
  const gate = compilation.outcome(question.outcome, question.effect ?? 'valid');
  if (gate === undefined) return { ok: false, refusal: unknownOutcome(arrangement, question.outcome) };
  const limit = question.limit ?? LISTED;
  const closed = closedCircuits(compilation, gate);
  const worked = closed
    ? byModules(closed, question.ask, limit)
    : byDiagram(compilation, gate, question.ask, limit);
  if (!worked.ok) return worked;
  const { inEvery, inSome } = worked.value;
  const outcome = actInWords(arrangement, question.outcome);
  const shown = (of: SetList) =>
    of.sets.length === 0
      ? plain('—')
      : joined(
          of.sets.map((set) =>
            set.length === 0 ? plain('∅') : list(set.map((player) => playerInWords(arrangement, player))),
          ),
        );
  const fillings = {
    outcome,
    every: shown(inEvery),
    some: shown(inSome),
    everyCount: plurality(inEvery.count),
    everyNumber: countInWords(inEvery.count),
    someCount: plurality(inSome.count),
    someNumber: countInWords(inSome.count),
  };
  const same = inEvery.count === inSome.count && JSON.stringify(inEvery.sets) === JSON.stringify(inSome.sets);
  return {
    ok: true,
    answer: {
      ask: question.ask,
      arrangement: arrangement.id,
      at: frame.at,
      level,
      inEvery,
      inSome,
      grounds: cite(arrangement, compilation.grounds(question.outcome)),
      sentence: tell(`${question.ask}.${same ? 'same' : 'differ'}`, fillings),
    },
  };
}

type Both = Pick<Sets, 'inEvery' | 'inSome'>;

/** Module by module, which serves arrangements of any size. */
function byModules(closed: ClosedCircuits, ask: Sets['ask'], limit: number): Outcomes<Both> {
  const found = (root: Gate): Outcomes<SetList> => {
    const solved = solveCircuit(closed.circuit, root, { budget: BUDGET });
    const sets = solved.ok
      ? ask === 'coalitions'
        ? solved.value.minimalSets()
        : solved.value.minimalBlockingSets()
      : solved;
    if (!sets.ok) return { ok: false, refusal: { code: 'budget-spent', params: { budget: BUDGET } } };
    return attempt(() => listed(sets.value, limit, (variable) => closed.players[variable]!));
  };
  return both(ask, found(closed.every), () => found(closed.some));
}

/** In one diagram, where there are too many circumstances to write each of them out. */
function byDiagram(compilation: Compilation, gate: Gate, ask: Sets['ask'], limit: number): Outcomes<Both> {
  const solved = diagrams(compilation, [gate]);
  if (!solved.ok) return solved;
  const { bdd, refs } = solved.value;
  const openings = compilation.openings.variables;
  const find = ask === 'coalitions' ? minimalSets : minimalBlockingSets;
  const found = (quantify: 'forall' | 'exists'): Outcomes<SetList> =>
    attempt(() =>
      listed(find(bdd, bdd[quantify](refs[0]!, openings), { budget: BUDGET }), limit, (variable) =>
        compilation.playerOf(variable),
      ),
    );
  return both(ask, found('forall'), () => found('exists'));
}

/** What prevents in every reading prevents even the reading in which most suffices, and the other way round. */
function both(ask: Sets['ask'], every: Outcomes<SetList>, some: () => Outcomes<SetList>): Outcomes<Both> {
  if (!every.ok) return every;
  const other = some();
  if (!other.ok) return other;
  const [inEvery, inSome] = ask === 'coalitions' ? [every.value, other.value] : [other.value, every.value];
  return { ok: true, value: { inEvery, inSome } };
}

function listed(found: MinimalSets, limit: number, nameOf: (variable: number) => string): SetList {
  return { count: found.count, sets: found.fewest(limit).map((set) => set.map(nameOf)) };
}
