/** A question from the words and options of a command line. */
import {
  nearest,
  readOutcome,
  type Arrangement,
  type Effect,
  type Level,
  type Outcome,
  type Question,
} from '@foedus/kernel';
import { orStop } from '../load/open.ts';
import { say } from '../messages.ts';
import type { Shell } from '../shell.ts';
import { misuse } from '../stop.ts';

/** Options as `program.ts` reads them: choices and numbers are judged there. */
export interface QuestionOptions {
  readonly who?: string;
  readonly outcome?: string;
  readonly on?: string;
  readonly rule?: string;
  readonly by?: string;
  readonly effect?: Effect;
  readonly level?: Level;
  readonly others?: 'oppose' | 'silent';
  readonly limit?: number;
  /** Seconds. */
  readonly deadline?: number;
  readonly runs?: number;
  readonly seed?: number;
}
type Key = keyof QuestionOptions;
type Ask = Question['ask'];

interface Use {
  readonly needs: readonly Key[];
  readonly takes: readonly Key[];
}

/** Which options each question needs, and which it takes besides. */
export const QUESTION_USE: Readonly<Record<Ask, Use>> = {
  canAlone: { needs: ['who', 'outcome'], takes: ['effect', 'level', 'others'] },
  canBlock: { needs: ['who', 'outcome'], takes: ['effect', 'level'] },
  canBypass: { needs: ['who', 'outcome'], takes: ['by'] },
  needs: { needs: ['outcome'], takes: ['effect', 'level'] },
  coalitions: { needs: ['outcome'], takes: ['effect', 'level', 'limit'] },
  blockers: { needs: ['outcome'], takes: ['effect', 'level', 'limit'] },
  voice: { needs: ['who', 'on'], takes: [] },
  power: { needs: ['outcome'], takes: ['effect', 'level'] },
  survives: { needs: ['who'], takes: ['rule'] },
  pace: { needs: ['outcome'], takes: ['effect', 'deadline', 'runs', 'seed'] },
};
const ASKS = Object.keys(QUESTION_USE) as Ask[];
const KEYS: readonly Key[] = [
  'who',
  'outcome',
  'on',
  'rule',
  'by',
  'effect',
  'level',
  'others',
  'limit',
  'deadline',
  'runs',
  'seed',
];

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
