/** Checks of the voice that somebody has on a matter. */
import type { VoiceLevel } from '../../authority/question.ts';
import type { Text } from '../../text/lang.ts';
import { refused, type Finding } from '../finding.ts';
import type { Check } from '../model.ts';
import { say as sayAnswer } from '../../authority/sentences.ts';
import { say } from '../words.ts';
import { answerTo, type World } from '../world.ts';

/** What is not expected of a voice is not checked. */
export function checkVoice(check: Extract<Check, { type: 'voice' }>, home: string, world: World): Finding {
  const { asked, expect } = check;
  const answered = answerTo(asked, home, world);
  if (!answered.ok) return refused(answered.refusal);
  const { answer, grounds } = answered.value;
  if (answer.ask !== 'voice')
    throw new Error(`INVARIANT: the reader makes no check of voice of ${answer.ask}`);
  const found = answer[expect.bound];
  return {
    holds:
      found.kind === expect.kind &&
      (expect.firmness ?? found.firmness) === found.firmness &&
      (expect.alone ?? found.alone) === found.alone,
    grounds,
    tell: () =>
      say('found', { expect: voiceInWords(expect), found: voiceInWords(found), because: answer.sentence }),
  };
}

/** `to decide, nothing takes effect without it, without any other party`; only what is given is said. */
export function voiceInWords(voice: Pick<VoiceLevel, 'kind'> & Partial<VoiceLevel>): Text {
  const { kind, firmness, alone } = voice;
  const said = sayAnswer(`kind.${kind}`);
  if (kind === 'none') return said;
  return [
    ...(firmness === undefined ? [] : [sayAnswer(`firmness.${firmness}`)]),
    ...(alone === undefined ? [] : [say(alone ? 'voice.alone' : 'voice.together')]),
  ].reduce((left, right) => say('voice.level', { left, right }), said);
}
