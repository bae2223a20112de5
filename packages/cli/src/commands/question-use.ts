/** The options of `foedus ask`, and which question needs and takes which. Help is made of it, so it loads nothing else. */
import type { Effect, Level, Question } from '@foedus/kernel';

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
export type Key = keyof QuestionOptions;
export type Ask = Question['ask'];

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
export const ASKS = Object.keys(QUESTION_USE) as Ask[];
export const KEYS: readonly Key[] = [
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
