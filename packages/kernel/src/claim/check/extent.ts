/** Checks of how far an answer holds: in every reading, in some, in none; and just where one reads so. */
import type { Arrangement } from '../../arrangement/model.ts';
import type { Extent } from '../../authority/question.ts';
import type { Text } from '../../text/lang.ts';
import { refused, type Finding } from '../finding.ts';
import type { Asked, Check } from '../model.ts';
import { readingInWords, say } from '../words.ts';
import {
  answerTo,
  arrangementOf,
  distinct,
  unknownName,
  type Or,
  type RuleAt,
  type World,
} from '../world.ts';

/** Readings taken in one alternative each. */
type Choice = Readonly<Record<string, string>>;

interface Judged {
  /** What is not in force on the day neither survives nor falls. */
  readonly extent: Extent | 'not-in-force';
  readonly because: Text;
  readonly grounds: readonly RuleAt[];
}

/** With `where`, the answer has to hold wherever one reads so, and nowhere else. */
export function checkExtent(
  check: Extract<Check, { type: 'extent' | 'survives' }>,
  home: string,
  world: World,
): Finding {
  const { asked, expect } = check;
  const where = check.type === 'extent' ? check.where : undefined;
  const overall = judge(asked, home, world);
  if (!overall.ok) return refused(overall.refusal);
  const { extent, because, grounds } = overall.value;
  const tell: Finding['tell'] = () =>
    say('found', { expect: say(`extent.${expect}`), found: say(`extent.${extent}`), because });
  if (where === undefined || extent !== expect) return { holds: extent === expect, grounds, tell };

  const within = arrangementOf(world, home, asked.arrangement);
  if (!within.ok) return refused(within.refusal);
  const elsewhere = judgeWhere(asked, where, within.value, world);
  if (!elsewhere.ok) return refused(elsewhere.refusal);
  const all = distinct([...grounds, ...elsewhere.value.flatMap((each) => each.grounds)]);
  const wrong = elsewhere.value.find((each) => each.extent !== each.expect);
  if (!wrong) return { holds: true, grounds: all, tell };
  return {
    holds: false,
    grounds: all,
    tell: () =>
      say('found.where', {
        where: readingInWords(within.value, where),
        reading: readingInWords(within.value, wrong.choice),
        found: say(`extent.${wrong.extent}`),
        because: wrong.because,
      }),
  };
}

interface JudgedWhere extends Judged {
  readonly choice: Choice;
  readonly expect: Extent;
}

/** The verdict in every way of taking the readings that `where` names. */
function judgeWhere(
  asked: Asked,
  where: Choice,
  arrangement: Arrangement,
  world: World,
): Or<readonly JudgedWhere[]> {
  const choices = combinations(arrangement, where);
  if (!choices.ok) return choices;
  const judged: JudgedWhere[] = [];
  for (const choice of choices.value) {
    const frame = { ...asked.frame, reading: { ...asked.frame.reading, ...choice } };
    const found = judge({ ...asked, frame }, arrangement.id, world);
    if (!found.ok) return found;
    const named = Object.entries(where).every(([reading, alternative]) => choice[reading] === alternative);
    judged.push({ choice, expect: named ? 'every' : 'none', ...found.value });
  }
  return { ok: true, value: judged };
}

function combinations(arrangement: Arrangement, where: Choice): Or<readonly Choice[]> {
  let found: readonly Choice[] = [{}];
  for (const [id, named] of Object.entries(where)) {
    const alternatives = arrangement.readings.get(id)?.alternatives ?? [];
    if (!alternatives.some((each) => each.id === named)) return unknownName(`${id}: ${named}`);
    found = found.flatMap((choice) => alternatives.map((each) => ({ ...choice, [id]: each.id })));
  }
  return { ok: true, value: found };
}

function judge(asked: Asked, home: string, world: World): Or<Judged> {
  const answered = answerTo(asked, home, world);
  if (!answered.ok) return answered;
  const { answer, grounds } = answered.value;
  const because = answer.sentence;
  if ('extent' in answer) return { ok: true, value: { extent: answer.extent, because, grounds } };
  if (answer.ask !== 'survives' || asked.question.ask !== 'survives' || asked.question.rule === undefined)
    throw new Error(`INVARIANT: the reader makes no check of extent of ${answer.ask} as a whole`);
  const asks = asked.question.rule;
  const fate = answer.rules.find(({ rule }) => rule === asks);
  return { ok: true, value: { extent: fate?.survives ?? 'not-in-force', because, grounds } };
}
