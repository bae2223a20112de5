/** What `foedus check --json` prints. */
import { z } from 'zod';
import { citation, fault, place, refusal, text } from './common.ts';

const check = z.strictObject({
  place,
  holds: z.boolean(),
  question: text.describe('What was checked'),
  sentence: text.describe('What was found, and why'),
  grounds: z.array(z.strictObject({ arrangement: z.string(), rule: z.string() })),
  refusal: refusal.exactOptional(),
  killedBy: z
    .array(z.strictObject({ arrangement: z.string(), rule: z.string(), kind: z.string(), says: text }))
    .exactOptional()
    .describe('With --mutate: the first change of a rule that made the check fail; empty: none did'),
});

const claim = z.strictObject({
  id: z.string(),
  arrangement: z.string(),
  kind: z.enum(['authority', 'voice', 'control', 'continuity', 'comparison', 'event', 'fact']),
  mark: z
    .enum(['stated', 'planned', 'quoted', 'hedged', 'reported'])
    .describe('How the document itself puts it'),
  holds: z.boolean().describe('All its checks hold'),
  says: text,
  sources: z.array(citation),
  place,
  checks: z.array(check),
  idle: z.boolean().exactOptional().describe('With --mutate: a check of it survived every change'),
});

export const checkOutput = z.strictObject({
  arrangements: z.array(
    z.strictObject({
      id: z.string(),
      name: text,
      file: z.string(),
      claims: z.int().min(0),
      holding: z.int().min(0),
    }),
  ),
  claims: z.array(claim),
  faults: z.array(fault).describe('Errors of the input; the claims of what has errors are left out'),
  idle: z
    .array(z.string())
    .exactOptional()
    .describe('With --mutate: the claims that hold by accident, by their ids'),
  summary: z.strictObject({
    arrangements: z.int().min(0),
    claims: z.int().min(0),
    holding: z.int().min(0),
    failing: z.int().min(0),
    idle: z.int().min(0).exactOptional(),
  }),
});
export type CheckOutput = z.infer<typeof checkOutput>;
export type ClaimOutput = CheckOutput['claims'][number];
