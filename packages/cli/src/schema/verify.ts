/** What `foedus verify --json` prints. */
import { z } from 'zod';
import { text } from './common.ts';

const index = z.int().min(0);

export const verifyOutput = z.strictObject({
  ok: z.boolean().describe('Whether everything is as it should be'),
  trust: z
    .enum(['given', 'enclosed'])
    .describe('Whether the keys were given by --trust or came with the record, and are only as good as it'),
  logs: z
    .array(
      z.strictObject({
        origin: z.string(),
        kind: z.enum(['live', 'exercise']),
        entries: index,
        root: z.string().describe('SHA-256 in base64: whoever has the same at this size has the same log'),
        keys: z.array(z.string()).describe('Fingerprints of the log’s keys, to compare by another way'),
        cosignatures: z
          .array(
            z.strictObject({ by: z.string(), time: z.int().min(0).describe('POSIX seconds; 0: not said') }),
          )
          .describe('Who else says that the log only grew, or that they hold it'),
        documents: z.strictObject({
          held: z.int().min(0).describe('Documents that entries commit to, at hand and the right ones'),
          elsewhere: z.int().min(0).describe('Documents that are not at hand'),
        }),
      }),
    )
    .describe('Empty when something is wrong'),
  open: z
    .array(z.strictObject({ by: z.string(), entry: index, of: z.string(), size: index }))
    .describe('Heads of other logs that entries quote, which nothing at hand confirms or contradicts'),
  fault: z
    .strictObject({
      code: z.string().describe('Stable; see docs/errors.md'),
      log: z.string().nullable(),
      entry: index.nullable().describe('The first entry that is wrong, counted from 0'),
      message: text,
      advice: text.describe('What to do'),
    })
    .nullable(),
});
export type VerifyOutput = z.infer<typeof verifyOutput>;
