/** What `foedus exercise check --json` prints. */
import { z } from 'zod';
import { day, fault, place, text } from './common.ts';

const finding = z.strictObject({
  code: z.string().describe('Stable; see docs'),
  problem: z.boolean().describe('It will not work as it is written; else it may be meant so'),
  place,
  message: text,
});

export const exerciseCheckOutput = z.strictObject({
  scenarios: z.array(
    z.strictObject({
      id: z.string(),
      file: z.string(),
      arrangement: z.string(),
      at: day,
      injects: z.int().min(0),
      findings: z.array(finding),
    }),
  ),
  faults: z.array(fault).describe('Errors of the input; scenarios that have errors are left out'),
});
export type ExerciseCheckOutput = z.infer<typeof exerciseCheckOutput>;
