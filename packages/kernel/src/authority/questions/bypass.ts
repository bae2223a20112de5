/**
 * `canBypass`: can an outcome take effect with somebody passed over who properly has a part in it?
 * Formally, with every act in which that one takes part undone and every other act done: valid and not proper, while with
 * all acts done it would be proper. Asked of acts, not of players: the one who decides may be the one who owes the consultation.
 */
import type { Arrangement } from '../../arrangement/model.ts';
import { cite } from '../ground.ts';
import { actingOffices, isOrSeats, names } from '../players.ts';
import type { Circumstance, Frame, Players, Question, Reply, Verdict } from '../question.ts';
import { unknownActor } from '../reply.ts';
import { tell } from '../sentences.ts';
import { smallest } from '../smallest.ts';
import { attempt, compile, example, judge } from '../solve.ts';
import { universe } from '../universe.ts';
import { openingsDiagram, Valuation, WILLING } from '../valuation.ts';
import { actInWords, nameOf, playerInWords, whereInWords } from '../words.ts';

export function canBypass(
  arrangement: Arrangement,
  frame: Frame,
  question: Extract<Question, { ask: 'canBypass' }>,
): Reply<Verdict> {
  const wrong =
    unknownActor(arrangement, question.who) ??
    (question.by === undefined ? undefined : unknownActor(arrangement, question.by));
  if (wrong) return { ok: false, refusal: wrong };
  const compiled = compile(arrangement, frame, 'act', question.outcome, ['valid', 'proper']);
  if (!compiled.ok) return compiled;
  const { compilation } = compiled.value;
  const [valid, proper] = [compiled.value.gates[0]!, compiled.value.gates[1]!];
  const acting = new Set(left(arrangement, question.who, question.by));
  const undone = compilation.players.flatMap((act) =>
    acting.has(act) ? [] : [compilation.variableOf(act)!],
  );
  const judgement = attempt(() => {
    const bdd = openingsDiagram(compilation);
    const all = new Valuation(compilation, WILLING, bdd);
    all.evaluate([valid, proper]);
    const without = all.unless(undone);
    const holds = bdd.and(bdd.and(without(valid), bdd.not(without(proper))), all.of(proper));
    const judged = judge({ bdd, compilation }, holds);
    return { judged, ...example({ bdd, compilation }, holds) };
  });
  if (!judgement.ok) return judgement;
  const { judged, cube, circumstance } = judgement.value;
  const shows = judged.extent !== 'none';
  const fixed = new Map([...cube, ...undone.map((variable) => [variable, false] as const)]);
  const acts = shows ? smallest(compilation, valid, fixed) : undefined;
  if (acts?.ok === false) return acts;
  const players = acts?.value;
  return {
    ok: true,
    answer: {
      ask: 'canBypass',
      arrangement: arrangement.id,
      at: frame.at,
      ...judged,
      ...(players ? { witness: { shows, players, circumstance } } : {}),
      grounds: cite(arrangement, compilation.grounds(question.outcome)),
      sentence: sentence(arrangement, question, judged.extent, judged.where, players ?? []),
    },
  };
}

/** The acts that are left when somebody has no part in any: neither does them nor is addressed; only those of `by`, when given. */
function left(arrangement: Arrangement, who: string, by: string | undefined): string[] {
  const passedOver = names(arrangement, who);
  const acting = by === undefined ? undefined : new Set([by, ...actingOffices(arrangement, by)]);
  return [...universe(arrangement)].flatMap(([sentence, act]) => {
    const involved =
      passedOver.has(act.by) || (act.to !== undefined && isOrSeats(arrangement, act.to, passedOver));
    return involved || (acting && !acting.has(act.by)) ? [] : [sentence];
  });
}

function sentence(
  arrangement: Arrangement,
  question: Extract<Question, { ask: 'canBypass' }>,
  extent: Verdict['extent'],
  where: readonly Circumstance[],
  acts: Players,
) {
  return tell(`canBypass.${extent}`, {
    who: nameOf(arrangement, question.who),
    outcome: actInWords(arrangement, question.outcome),
    where: whereInWords(arrangement, where),
    acts: acts.map((act) => playerInWords(arrangement, act)),
  });
}
