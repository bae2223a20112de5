/**
 * `pace`: how long an outcome takes when everybody acts as soon as they may.
 *
 * What the frame leaves open is taken kindly wherever it is met, even one way here and another way there (see timing.ts). So in no
 * circumstance does the outcome take less, but there may be none in which it takes as little. Readings and conditions can be fixed in the frame.
 *
 * The shortest time takes each act's least duration; the distribution draws each act's duration from the triangular distribution of its
 * least, likely and most. Acts without a declared pace take no time, and the answer says so.
 */
import { showAct } from '../../arrangement/act.ts';
import type { Arrangement, Pace } from '../../arrangement/model.ts';
import type { Text } from '../../text/lang.ts';
import { cite } from '../ground.ts';
import type { Frame, PaceAnswer, Question, Reply } from '../question.ts';
import { randomFrom, triangular } from '../random.ts';
import { tell } from '../sentences.ts';
import { compile } from '../solve.ts';
import { Timing, type Done } from '../timing.ts';
import { actInWords, durationInWords } from '../words.ts';

/** Runs of the simulation when a question does not say how many. */
const RUNS = 2_000;

export function pace(
  arrangement: Arrangement,
  frame: Frame,
  question: Extract<Question, { ask: 'pace' }>,
): Reply<PaceAnswer> {
  const effect = question.effect ?? 'valid';
  // What may be asked of an outcome at all, and what it rests on, is the same for every question.
  const compiled = compile(arrangement, frame, 'office', question.outcome, [effect]);
  if (!compiled.ok) return compiled;
  const timing = new Timing(arrangement, frame, effect, question.outcome);
  const shortest = timing.path((each) => each.least);
  const used = new Set(shortest.path.flatMap((step) => (step.pace ? [step.pace.id] : [])));
  const possible = Number.isFinite(shortest.at);
  const distribution = possible ? simulate(question, timing) : null;
  return {
    ok: true,
    answer: {
      ask: 'pace',
      arrangement: arrangement.id,
      at: frame.at,
      shortest: possible ? shortest.at : null,
      path: shortest.path.map(({ act, start, end, pace: declared }) => ({
        act: showAct(act),
        start,
        end,
        basis: !declared ? 'undeclared' : declared.assumed ? 'assumed' : 'sourced',
      })),
      distribution,
      grounds: cite(arrangement, [...compiled.value.compilation.grounds(question.outcome), ...used]),
      sentence: sentence(arrangement, question, shortest, distribution),
    },
  };
}

function simulate(
  question: Extract<Question, { ask: 'pace' }>,
  timing: Timing,
): NonNullable<PaceAnswer['distribution']> {
  const runs = question.runs ?? RUNS;
  const seed = question.seed ?? 1;
  const random = randomFrom(seed);
  const draw = (each: Pace): number => triangular(each.least, each.likely, each.most, random());
  const times = Float64Array.from({ length: runs }, () => timing.time(draw)).toSorted();
  const quantile = (part: number): number => times[Math.min(runs - 1, Math.floor(part * runs))]!;
  const { deadline } = question;
  return {
    runs,
    seed,
    p10: quantile(0.1),
    p50: quantile(0.5),
    p90: quantile(0.9),
    ...(deadline === undefined
      ? {}
      : { withinDeadline: times.filter((each) => each <= deadline).length / runs }),
  };
}

function sentence(
  arrangement: Arrangement,
  question: Extract<Question, { ask: 'pace' }>,
  shortest: Done,
  distribution: PaceAnswer['distribution'],
): Text {
  const outcome = actInWords(arrangement, question.outcome);
  if (!distribution) return tell('impossible', { outcome });
  const fillings = {
    outcome,
    shortest: durationInWords(shortest.at),
    p50: durationInWords(distribution.p50),
    p90: durationInWords(distribution.p90),
    assumed: shortest.path.filter((step) => step.pace?.assumed).length,
    undeclared: shortest.path.filter((step) => !step.pace).length,
  };
  if (question.deadline === undefined || distribution.withinDeadline === undefined)
    return tell('pace', fillings);
  return tell('pace.deadline', {
    ...fillings,
    deadline: durationInWords(question.deadline),
    chance: Math.round(distribution.withinDeadline * 1000) / 10,
  });
}
