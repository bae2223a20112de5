/** `foedus ask`: one question to one arrangement. */
import { ask as answer } from '@foedus/kernel';
import { EXIT, type Exit } from '../exit.ts';
import { frameOf, type FrameOptions } from '../frame.ts';
import { library } from '../load/library.ts';
import { open } from '../load/open.ts';
import { printAnswer } from '../output/answer.ts';
import { printJson } from '../output/json.ts';
import { refused } from '../refuse.ts';
import type { Shell } from '../shell.ts';
import type { QuestionOptions } from './question-use.ts';
import { questionOf } from './question.ts';

export interface AskOptions extends FrameOptions, QuestionOptions {
  readonly json?: boolean;
}

export function ask(shell: Shell, name: string, word: string, options: AskOptions): Exit {
  const { arrangement } = open(shell, library(shell.cwd), name);
  const question = questionOf(shell, arrangement, word, options);
  const frame = frameOf(options);
  const reply = answer(arrangement, frame, question);
  if (!reply.ok) throw refused(reply.refusal);
  if (options.json) printJson(shell, { question, frame, answer: reply.answer });
  else printAnswer(shell, arrangement, reply.answer);
  return EXIT.ok;
}
