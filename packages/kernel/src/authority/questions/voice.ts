/**
 * `voice`: the most that somebody may do, or is owed, on a matter, and how firmly.
 *
 * Being informed and being consulted are voices of the one addressed; the other kinds are voices of the one who acts, through a body of
 * which it is a member too. A voice exists where the act can come about with everybody willing. What is at stake on a matter is its decision and
 * execution or, where nothing is decided on it, acts of the voice's own kind and above. The voice is *needed* where none of that takes effect
 * without the one who has it, and a *duty* where none of it is proper without that one's part.
 */
import type { Act } from '../../arrangement/act.ts';
import type { Arrangement } from '../../arrangement/model.ts';
import type { Text } from '../../text/lang.ts';
import { cite } from '../ground.ts';
import type { Frame, Question, Refusal, Reply, Voice, VoiceLevel } from '../question.ts';
import { unknownActor, unknownName } from '../reply.ts';
import { say, tell } from '../sentences.ts';
import { attempt } from '../solve.ts';
import { Voices } from '../voices.ts';
import { actInWords, nameOf } from '../words.ts';

export function voice(
  arrangement: Arrangement,
  frame: Frame,
  question: Extract<Question, { ask: 'voice' }>,
): Reply<Voice> {
  const wrong = refusal(arrangement, question);
  if (wrong) return { ok: false, refusal: wrong };
  const { who, on } = question;
  const worked = attempt(() => {
    const voices = new Voices(arrangement, frame, on);
    return { voices, ...voices.of(who) };
  });
  if (!worked.ok) return worked;
  const { voices, most, least, acts } = worked.value;
  return {
    ok: true,
    answer: {
      ask: 'voice',
      arrangement: arrangement.id,
      at: frame.at,
      who,
      on,
      most,
      least,
      grounds: cite(arrangement, voices.byAct.compilation.groundsOf([...acts, ...voices.acts])),
      sentence: sentence(arrangement, question, most, least, acts),
    },
  };
}

function sentence(
  arrangement: Arrangement,
  question: Extract<Question, { ask: 'voice' }>,
  most: VoiceLevel,
  least: VoiceLevel,
  mine: readonly Act[],
): Text {
  const inWords = (each: VoiceLevel): Text =>
    each.kind === 'none'
      ? say('kind.none')
      : say('voice.level', { kind: say(`kind.${each.kind}`), firmness: say(`firmness.${each.firmness}`) });
  return tell(most.kind === 'none' ? 'voice.none' : 'voice.some', {
    who: nameOf(arrangement, question.who),
    on: nameOf(arrangement, question.on),
    most: inWords(most),
    alone: most.alone ? 'yes' : 'no',
    acts: mine.filter((act) => act.kind === most.kind).map((act) => actInWords(arrangement, act)),
    same: most.kind === least.kind && most.firmness === least.firmness ? 'yes' : 'no',
    least: inWords(least),
  });
}

function refusal(
  arrangement: Arrangement,
  question: Extract<Question, { ask: 'voice' }>,
): Refusal | undefined {
  const wrong = unknownActor(arrangement, question.who);
  if (wrong) return wrong;
  return arrangement.matters.has(question.on) ? undefined : unknownName(arrangement, question.on);
}
