/** `coalitions`, `blockers`, `needs`: who together suffices, who together can prevent, and who is in every coalition. */
import type { Arrangement } from '../../arrangement/model.ts';
import { minimalBlockingSets, minimalSets } from '../diagram/minimal.ts';
import type { Bdd, Ref } from '../diagram/bdd.ts';
import { cite } from '../ground.ts';
import type { Frame, Needs, Question, Reply, SetList, Sets } from '../question.ts';
import { tell } from '../sentences.ts';
import { attempt, BUDGET, fixPlayers, judge, solve, type Solved } from '../solve.ts';
import { actInWords, joined, playerInWords } from '../words.ts';
import { list, plain } from '../../text/catalogue.ts';

/** Sets listed when a question does not say how many. */
const LISTED = 12;

export function sets(
  arrangement: Arrangement,
  frame: Frame,
  question: Extract<Question, { ask: 'coalitions' | 'blockers' }>,
): Reply<Sets> {
  const level = question.level ?? 'seat';
  const solvedOr = solve(arrangement, frame, level, question.outcome, [question.effect ?? 'valid']);
  if (!solvedOr.ok) return solvedOr;
  const solved = solvedOr.value;
  const limit = question.limit ?? LISTED;
  const worked = attempt(() => {
    const { bdd, compilation, refs } = solved;
    const openings = compilation.openings.variables;
    const never = bdd.forall(refs[0]!, openings);
    const ever = bdd.exists(refs[0]!, openings);
    // What prevents in every reading prevents even the reading in which most suffices, and the other way round.
    const [inEvery, inSome] = question.ask === 'coalitions' ? [never, ever] : [ever, never];
    return {
      inEvery: listed(solved, question.ask, inEvery, limit),
      inSome: listed(solved, question.ask, inSome, limit),
    };
  });
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
    everyCount: String(inEvery.count),
    someCount: String(inSome.count),
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
      grounds: cite(arrangement, solved.compilation.grounds(question.outcome)),
      sentence: tell(`${question.ask}.${same ? 'same' : 'differ'}`, fillings),
    },
  };
}

function listed(solved: Solved, ask: Sets['ask'], f: Ref, limit: number): SetList {
  const find = ask === 'coalitions' ? minimalSets : minimalBlockingSets;
  const found = find(solved.bdd, f, { budget: BUDGET });
  const shown: string[][] = [];
  for (const set of found.smallestFirst()) {
    if (shown.length >= limit) break;
    shown.push(set.map((variable) => solved.compilation.playerOf(variable)));
  }
  return { count: found.count, sets: shown };
}

/**
 * For each of some variables, in their order, what is left of a function where it alone fails and the others hold. Half of them are fixed
 * at a time, and then half of the other half: for each by itself, the work would be quadratic in their number.
 */
function* withoutEach(bdd: Bdd, f: Ref, variables: readonly number[]): Generator<readonly [number, Ref]> {
  const [only] = variables;
  if (only === undefined) return;
  if (variables.length === 1) return yield [only, bdd.restrict(f, new Map([[only, false]]))];
  const middle = variables.length >> 1;
  const [left, right] = [variables.slice(0, middle), variables.slice(middle)];
  const holding = (part: readonly number[]): Ref =>
    bdd.restrict(f, new Map(part.map((variable) => [variable, true])));
  yield* withoutEach(bdd, holding(right), left);
  yield* withoutEach(bdd, holding(left), right);
}

export function needs(
  arrangement: Arrangement,
  frame: Frame,
  question: Extract<Question, { ask: 'needs' }>,
): Reply<Needs> {
  const level = question.level ?? 'seat';
  const solvedOr = solve(arrangement, frame, level, question.outcome, [question.effect ?? 'valid']);
  if (!solvedOr.ok) return solvedOr;
  const solved = solvedOr.value;
  const { bdd, compilation } = solved;
  const worked = attempt(() => {
    const f = solved.refs[0]!;
    const possible = fixPlayers(solved, f, new Set(), false);
    const concerned = bdd.support(f).filter((variable) => variable >= compilation.firstPlayer);
    const players = [...withoutEach(bdd, f, concerned)].flatMap(([variable, without]) => {
      const judged = judge(solved, bdd.and(possible, bdd.not(without)));
      return judged.extent === 'none' ? [] : [{ player: compilation.playerOf(variable), ...judged }];
    });
    return { possible: judge(solved, possible).extent, players };
  });
  if (!worked.ok) return worked;
  const { players, possible } = worked.value;
  const inWords = (extent: string) =>
    players.filter((each) => each.extent === extent).map((each) => playerInWords(arrangement, each.player));
  const [every, some] = [inWords('every'), inWords('some')];
  const key =
    possible === 'none'
      ? 'impossible'
      : `needs.${every.length > 0 ? 'every' : 'nobody'}${some.length > 0 ? 'AndSome' : ''}`;
  return {
    ok: true,
    answer: {
      ask: 'needs',
      arrangement: arrangement.id,
      at: frame.at,
      level,
      players,
      possible,
      grounds: cite(arrangement, compilation.grounds(question.outcome)),
      sentence: tell(key as 'needs.every', {
        outcome: actInWords(arrangement, question.outcome),
        every,
        some,
      }),
    },
  };
}
