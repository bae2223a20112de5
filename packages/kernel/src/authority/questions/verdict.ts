/** `canAlone` and `canBlock`: what somebody can bring about or prevent, in every, some or no reading. */
import type { Arrangement } from '../../arrangement/model.ts';
import type { Text } from '../../text/lang.ts';
import type { Ref } from '../diagram/bdd.ts';
import { minimalSets } from '../diagram/minimal.ts';
import { cite } from '../ground.ts';
import { levelFor, playersOf } from '../players.ts';
import type { Circumstance, Frame, Level, Players, Question, Reply, Verdict } from '../question.ts';
import { unknownActor } from '../reply.ts';
import { tell } from '../sentences.ts';
import { attempt, BUDGET, example, fixPlayers, judge, type Judged, solve, type Solved } from '../solve.ts';
import { universe } from '../universe.ts';
import { actInWords, nameOf, playerInWords, whereInWords } from '../words.ts';

type Asked = Extract<Question, { ask: 'canAlone' | 'canBlock' }>;

export function canAlone(
  arrangement: Arrangement,
  frame: Frame,
  question: Extract<Question, { ask: 'canAlone' }>,
): Reply<Verdict> {
  return verdict(arrangement, frame, question, ({ solved, who }) => {
    const f = (question.others === 'silent' ? solved.silent : solved.refs)[0]!;
    const holds = fixPlayers(solved, f, who, true);
    // Where it fails: the smallest coalition with which it would succeed.
    const lacking = (cube: ReadonlyMap<number, boolean>): Players | undefined => {
      const help = smallest(solved, fixNamed(solved, f, who, true, cube));
      return help && [...who, ...help];
    };
    return { f, holds, refuting: lacking };
  });
}

export function canBlock(
  arrangement: Arrangement,
  frame: Frame,
  question: Extract<Question, { ask: 'canBlock' }>,
): Reply<Verdict> {
  return verdict(arrangement, frame, question, ({ solved, who }) => {
    const { bdd } = solved;
    const f = solved.refs[0]!;
    const possible = fixPlayers(solved, f, new Set(), false);
    const holds = bdd.and(possible, bdd.not(fixPlayers(solved, f, who, false)));
    // Where it fails: the smallest coalition that does without it.
    return { f, holds, refuting: (cube) => smallest(solved, fixNamed(solved, f, who, false, cube)) };
  });
}

interface Found {
  readonly f: Ref;
  readonly holds: Ref;
  readonly refuting: (cube: ReadonlyMap<number, boolean>) => Players | undefined;
}

function verdict(
  arrangement: Arrangement,
  frame: Frame,
  question: Asked,
  find: (of: { solved: Solved; who: ReadonlySet<string> }) => Found,
): Reply<Verdict> {
  const wrong = unknownActor(arrangement, question.who);
  if (wrong) return { ok: false, refusal: wrong };
  const level = question.level ?? levelFor(arrangement, question.who);
  const solvedOr = solve(arrangement, frame, level, question.outcome, [question.effect ?? 'valid']);
  if (!solvedOr.ok) return solvedOr;
  const solved = solvedOr.value;
  const who = named(arrangement, frame, question.who, level);
  const worked = attempt(() => {
    const found = find({ solved, who });
    const judged = judge(solved, found.holds);
    const shows = judged.extent !== 'none';
    const { cube, circumstance } = example(solved, shows ? found.holds : solved.bdd.not(found.holds));
    const players = shows ? [...who] : found.refuting(cube);
    const possible = fixPlayers(solved, found.f, new Set(), false) !== solved.bdd.no;
    return { judged, possible, witness: players && { shows, players, circumstance } };
  });
  if (!worked.ok) return worked;
  const { judged, possible, witness } = worked.value;
  return {
    ok: true,
    answer: {
      ask: question.ask,
      arrangement: arrangement.id,
      at: frame.at,
      ...judged,
      ...(witness ? { witness } : {}),
      grounds: cite(arrangement, solved.compilation.grounds(question.outcome)),
      sentence: sentence(arrangement, question, judged, possible, witness),
    },
  };
}

/** The players that somebody is at this level; at act level, the acts that it does. */
function named(arrangement: Arrangement, frame: Frame, who: string, level: Level): ReadonlySet<string> {
  if (level !== 'act') return new Set(playersOf(arrangement, who, level, frame.at));
  const offices = new Set(playersOf(arrangement, who, 'office', frame.at));
  const acts = [...universe(arrangement)].filter(([, act]) => offices.has(act.by));
  return new Set(acts.map(([sentence]) => sentence));
}

function fixNamed(
  solved: Solved,
  f: Ref,
  who: ReadonlySet<string>,
  value: boolean,
  cube: ReadonlyMap<number, boolean>,
): Ref {
  const fixed = new Map(cube);
  for (const player of who) {
    const variable = solved.compilation.variableOf(player);
    if (variable !== undefined) fixed.set(variable, value);
  }
  return solved.bdd.exists(solved.bdd.restrict(f, fixed), solved.compilation.openings.variables);
}

/** The smallest minimal set of players with which a function holds; `undefined` when none does. */
export function smallest(solved: Pick<Solved, 'bdd' | 'compilation'>, f: Ref): Players | undefined {
  for (const set of minimalSets(solved.bdd, f, { budget: BUDGET }).smallestFirst()) {
    return set.map((variable) => solved.compilation.playerOf(variable));
  }
  return undefined;
}

function sentence(
  arrangement: Arrangement,
  question: Asked,
  judged: Judged,
  possible: boolean,
  witness: { shows: boolean; players: Players; circumstance: Circumstance } | undefined,
): Text {
  const who = nameOf(arrangement, question.who);
  const outcome = actInWords(arrangement, question.outcome);
  if (!possible) return tell('impossible', { outcome });
  const where = whereInWords(arrangement, judged.where);
  const players = (witness?.players ?? []).map((player) => playerInWords(arrangement, player));
  const effect = question.effect === 'proper' ? 'proper' : 'valid';
  return tell(`${question.ask}.${judged.extent}`, {
    who,
    outcome,
    where,
    players,
    effect,
    count: players.length,
  });
}
