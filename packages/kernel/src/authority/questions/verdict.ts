/** `canAlone` and `canBlock`: what somebody can bring about or prevent, in every, some or no reading. */
import type { Arrangement } from '../../arrangement/model.ts';
import type { Text } from '../../text/lang.ts';
import type { Bdd, Ref } from '../diagram/bdd.ts';
import { cite } from '../ground.ts';
import { levelFor, playersOf } from '../players.ts';
import type { Circumstance, Frame, Level, Players, Question, Reply, Verdict } from '../question.ts';
import { unknownActor } from '../reply.ts';
import { tell } from '../sentences.ts';
import { smallest } from '../smallest.ts';
import { attempt, compile, example, judge, type Judged } from '../solve.ts';
import { universe } from '../universe.ts';
import { openingsDiagram, Valuation } from '../valuation.ts';
import { actInWords, nameOf, playerInWords, whereInWords } from '../words.ts';

type Asked = Extract<Question, { ask: 'canAlone' | 'canBlock' }>;

/** Whether those asked about act while nobody else does, or don't while everybody else does. */
interface Trial {
  readonly act: boolean;
  readonly silence: boolean;
  /** Where the answer is yes, by where the outcome comes about when all act, and in the trial. */
  readonly holds: (bdd: Bdd, whenAllAct: Ref, tried: Ref) => Ref;
}

export function canAlone(
  arrangement: Arrangement,
  frame: Frame,
  question: Extract<Question, { ask: 'canAlone' }>,
): Reply<Verdict> {
  const silence = question.others === 'silent';
  return verdict(arrangement, frame, question, { act: true, silence, holds: (_bdd, _all, tried) => tried });
}

export function canBlock(
  arrangement: Arrangement,
  frame: Frame,
  question: Extract<Question, { ask: 'canBlock' }>,
): Reply<Verdict> {
  const holds: Trial['holds'] = (bdd, whenAllAct, tried) => bdd.and(whenAllAct, bdd.not(tried));
  return verdict(arrangement, frame, question, { act: false, silence: false, holds });
}

function verdict(arrangement: Arrangement, frame: Frame, question: Asked, trial: Trial): Reply<Verdict> {
  const wrong = unknownActor(arrangement, question.who);
  if (wrong) return { ok: false, refusal: wrong };
  const level = question.level ?? levelFor(arrangement, question.who);
  const compiled = compile(arrangement, frame, level, question.outcome, [question.effect ?? 'valid']);
  if (!compiled.ok) return compiled;
  const { compilation } = compiled.value;
  const gate = compiled.value.gates[0]!;
  const who = named(arrangement, frame, question.who, level);
  const variables = [...who].flatMap((player) => compilation.variableOf(player) ?? []);
  const { act, silence } = trial;
  const judgement = attempt(() => {
    const bdd = openingsDiagram(compilation);
    const whenAllAct = new Valuation(compilation, { players: true, silence }, bdd).of(gate);
    const others = new Valuation(compilation, { players: !act, silence }, bdd);
    others.evaluate([gate]);
    const holds = trial.holds(bdd, whenAllAct, others.unless(variables)(gate));
    const judged = judge({ bdd, compilation }, holds);
    const shows = judged.extent !== 'none';
    const where = example({ bdd, compilation }, shows ? holds : bdd.not(holds));
    return { judged, shows, possible: whenAllAct !== bdd.no, ...where };
  });
  if (!judgement.ok) return judgement;
  const { judged, shows, possible, cube, circumstance } = judgement.value;
  // Where it fails: the smallest coalition with which it would succeed, or that does without it.
  const others = shows
    ? undefined
    : smallest(
        compilation,
        gate,
        new Map([
          ...cube,
          [compilation.silence, silence],
          ...variables.map((variable) => [variable, act] as const),
        ]),
      );
  if (others?.ok === false) return others;
  const refuting = others?.value && (act ? [...who, ...others.value] : others.value);
  const players = shows ? [...who] : refuting;
  const witness = players && { shows, players, circumstance };
  return {
    ok: true,
    answer: {
      ask: question.ask,
      arrangement: arrangement.id,
      at: frame.at,
      ...judged,
      ...(witness ? { witness } : {}),
      grounds: cite(arrangement, compilation.grounds(question.outcome)),
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
