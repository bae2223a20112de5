/** What `foedus compare --json` prints. */
import { z } from 'zod';
import { day } from './common.ts';

export const voiceLevel = z.strictObject({
  kind: z.enum(['none', 'inform', 'consult', 'advise', 'plan', 'concur', 'decide', 'execute']),
  firmness: z
    .enum(['may', 'duty', 'needed'])
    .describe('It may be exercised; it is owed; or nothing takes effect without it'),
  alone: z.boolean().describe('It can decide or execute without any other party'),
});
const side = z
  .array(
    z.strictObject({
      party: z.string(),
      most: voiceLevel.describe('The most there is in some reading'),
      least: voiceLevel.describe('What there is at least, in every reading'),
      rank: z.int().min(0).max(7).describe('Of the most: 0 none … 7 execute'),
    }),
  )
  .nullable()
  .describe('Every party of that side; null: the matter is not among its matters');

export const compareOutput = z.strictObject({
  left: z.string(),
  right: z.string(),
  at: day,
  matters: z
    .array(z.strictObject({ matter: z.string(), left: side, right: side }))
    .describe('First the matters of both, then those of one side'),
});
export type CompareOutput = z.infer<typeof compareOutput>;
