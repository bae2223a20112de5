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
import { attempt, example, fixPlayers, judge, solve, type Solved } from '../solve.ts';
import { universe } from '../universe.ts';
import { actInWords, nameOf, playerInWords, whereInWords } from '../words.ts';
import { smallest } from './verdict.ts';

export function canBypass(
  arrangement: Arrangement,
  frame: Frame,
  question: Extract<Question, { ask: 'canBypass' }>,
): Reply<Verdict> {
  const wrong =
    unknownActor(arrangement, question.who) ??
    (question.by === undefined ? undefined : unknownActor(arrangement, question.by));
  if (wrong) return { ok: false, refusal: wrong };
  const solvedOr = solve(arrangement, frame, 'act', question.outcome, ['valid', 'proper']);
  if (!solvedOr.ok) return solvedOr;
  const solved = solvedOr.value;
  const without = new Set(left(arrangement, question.who, question.by));
  const worked = attempt(() => {
    const { bdd, refs } = solved;
    const [valid, proper] = [refs[0]!, refs[1]!];
    const everything = new Set<string>();
    const holds = bdd.and(
      bdd.and(fixPlayers(solved, valid, without, true), bdd.not(fixPlayers(solved, proper, without, true))),
      fixPlayers(solved, proper, everything, false),
    );
    const judged = judge(solved, holds);
    const shows = judged.extent !== 'none';
    const { cube, circumstance } = example(solved, shows ? holds : bdd.yes);
    const players = shows ? smallest(solved, onlyThese(solved, cube, without)) : undefined;
    return { judged, witness: players && { shows, players, circumstance } };
  });
  if (!worked.ok) return worked;
  const { judged, witness } = worked.value;
  return {
    ok: true,
    answer: {
      ask: 'canBypass',
      arrangement: arrangement.id,
      at: frame.at,
      ...judged,
      ...(witness ? { witness } : {}),
      grounds: cite(arrangement, solved.compilation.grounds(question.outcome)),
      sentence: sentence(arrangement, question, judged.extent, judged.where, witness?.players ?? []),
    },
  };

  function onlyThese(of: Solved, cube: ReadonlyMap<number, boolean>, allowed: ReadonlySet<string>) {
    const fixed = new Map(cube);
    of.compilation.players.forEach((act, index) => {
      if (!allowed.has(act)) fixed.set(of.compilation.firstPlayer + index, false);
    });
    return of.bdd.exists(of.bdd.restrict(of.refs[0]!, fixed), of.compilation.openings.variables);
  }
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
