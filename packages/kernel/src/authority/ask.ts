/** Asks any question of an arrangement. */
import type { Arrangement } from '../arrangement/model.ts';
import type { Text } from '../text/lang.ts';
import type { AnswerTo, Frame, Question, Refusal, Reply } from './question.ts';
import { canBypass } from './questions/bypass.ts';
import { pace } from './questions/pace.ts';
import { power } from './questions/power.ts';
import { needs } from './questions/needs.ts';
import { sets } from './questions/sets.ts';
import { survives } from './questions/survives.ts';
import { canAlone, canBlock } from './questions/verdict.ts';
import { voice } from './questions/voice.ts';
import { badFrame } from './reply.ts';
import { say } from './sentences.ts';

/** The answer to a question about an arrangement as it stands in a frame, or why there is none. Pure: the same in, the same out. */
export function ask<Q extends Question>(
  arrangement: Arrangement,
  frame: Frame,
  question: Q,
): Reply<AnswerTo<Q>> {
  const wrong = badFrame(arrangement, frame);
  if (wrong) return { ok: false, refusal: wrong };
  // Each question gets the answer of its own kind; the compiler can not follow that through the switch.
  return answer(arrangement, frame, question) as Reply<AnswerTo<Q>>;
}

function answer(arrangement: Arrangement, frame: Frame, question: Question): Reply {
  switch (question.ask) {
    case 'canAlone':
      return canAlone(arrangement, frame, question);
    case 'canBlock':
      return canBlock(arrangement, frame, question);
    case 'canBypass':
      return canBypass(arrangement, frame, question);
    case 'needs':
      return needs(arrangement, frame, question);
    case 'coalitions':
    case 'blockers':
      return sets(arrangement, frame, question);
    case 'voice':
      return voice(arrangement, frame, question);
    case 'power':
      return power(arrangement, frame, question);
    case 'survives':
      return survives(arrangement, frame, question);
    case 'pace':
      return pace(arrangement, frame, question);
  }
}

/** A refusal as a sentence that says what was wrong and what to do. */
export function describeRefusal(refusal: Refusal): Text {
  const fillings = Object.fromEntries(
    Object.entries(refusal.params).map(([key, value]) => [key, String(value)]),
  );
  const text = say(`refusal.${refusal.code}`, fillings);
  return refusal.nearest === undefined
    ? text
    : say('refusal.nearest', { refusal: text, nearest: refusal.nearest });
}
