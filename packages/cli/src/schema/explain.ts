/** What `foedus explain --json` prints: a rule or a claim in words. */
import { z } from 'zod';
import { citation, place, status, text } from './common.ts';

const line = z.strictObject({ label: text, text });

const rule = z.strictObject({
  what: z.literal('rule'),
  arrangement: z.string(),
  id: z.string(),
  type: z.string().describe('power, duty, office, event …'),
  name: text,
  status,
  from: z
    .string()
    .exactOptional()
    .describe('First day, as precisely as it is known: YYYY, YYYY-MM or YYYY-MM-DD'),
  until: z.string().exactOptional().describe('First day on which it no longer holds'),
  note: text.exactOptional(),
  lines: z.array(line).describe('What it says, in words'),
  sources: z.array(citation),
  place,
  claims: z.array(z.string()).describe('Claims with a check that rests on it'),
});

const claim = z.strictObject({
  what: z.literal('claim'),
  arrangement: z.string(),
  id: z.string(),
  kind: z.string(),
  mark: z.string(),
  says: text,
  holds: z.boolean(),
  checks: z.array(
    z.strictObject({
      holds: z.boolean(),
      question: text,
      sentence: text,
      grounds: z.array(z.strictObject({ arrangement: z.string(), rule: z.string() })),
    }),
  ),
  sources: z.array(citation),
  place,
});

export const explainOutput = z.discriminatedUnion('what', [rule, claim]);
export type ExplainOutput = z.infer<typeof explainOutput>;
export type RuleOutput = z.infer<typeof rule>;
export type ClaimExplained = z.infer<typeof claim>;
