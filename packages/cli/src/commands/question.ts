/** A question from the words and options of a command line. */
import { nearest, readOutcome, type Arrangement, type Outcome, type Question } from '@foedus/kernel';
import { orStop } from '../load/open.ts';
import { say } from '../messages.ts';
import type { Shell } from '../shell.ts';
import { misuse } from '../stop.ts';
import { ASKS, KEYS, QUESTION_USE, type Ask, type QuestionOptions } from './question-use.ts';

function askOf(word: string): Ask {
  const ask = ASKS.find((each) => each === word);
  if (ask) return ask;
  const meant = nearest(word, ASKS);
  throw misuse(
    say('unknown-question', { word, known: ASKS.join(', ') }),
    meant === undefined ? undefined : say('did-you-mean', { name: meant }),
  );
}

/** Reads a question; stops when an option is missing, is of no use to it, or names no outcome. */
export function questionOf(
  shell: Shell,
  arrangement: Arrangement,
  word: string,
  options: QuestionOptions,
): Question {
  const ask = askOf(word);
  const { needs, takes } = QUESTION_USE[ask];
  const missing = needs.filter((key) => options[key] === undefined);
  if (missing.length > 0) {
    throw misuse(say('question-lacks', { ask, options: missing.map((key) => `--${key}`).join(', ') }));
  }
  const useless = KEYS.filter(
    (key) => options[key] !== undefined && !needs.includes(key) && !takes.includes(key),
  );
  if (useless.length > 0) {
    throw misuse(say('question-takes-no', { ask, options: useless.map((key) => `--${key}`).join(', ') }));
  }
  const used = [...needs, ...takes].filter((key) => options[key] !== undefined);
  const outcome = (text: string): Outcome => orStop(shell, readOutcome(text, arrangement));
  const entries = used.map((key) => [key, key === 'outcome' ? outcome(options.outcome!) : options[key]]);
  return { ask, ...Object.fromEntries(entries) } as Question;
}
