/** Parts that the JSON outputs share. Every text is given in all languages, whatever `--lang` says. */
import { z } from 'zod';

export const text = z
  .strictObject({ en: z.string(), ko: z.string(), ja: z.string() })
  .describe('A string for people, in every language');
export const day = z.iso.date().describe('A day, YYYY-MM-DD');
export const place = z
  .strictObject({ file: z.string(), line: z.int().min(1), column: z.int().min(1) })
  .describe('A position in a file; line and column count from 1');
export const citation = z
  .strictObject({ source: z.string(), at: z.string().exactOptional(), quote: z.string().exactOptional() })
  .describe('A source by its id, a place in it, and a short quote in its original language');
export const status = z
  .enum(['text', 'reported', 'planned', 'inferred', 'hedged'])
  .describe('How firmly it is known');
export const extent = z
  .enum(['every', 'some', 'none'])
  .describe('In how many of the readings, unknowns and open conditions it holds');
export const fault = z
  .strictObject({
    code: z.string().describe('Stable; see docs'),
    place,
    message: text,
    nearest: z.string().exactOptional().describe('The nearest known name, where one was misspelt'),
  })
  .describe('An error of the input');
export const refusal = z
  .strictObject({
    code: z.enum(['unknown-name', 'unknown-outcome', 'too-open', 'budget-spent']),
    params: z.record(z.string(), z.union([z.string(), z.number()])),
    nearest: z.string().exactOptional(),
  })
  .describe('Why there is no answer');
export const circumstance = z
  .strictObject({
    readings: z.record(z.string(), z.string()),
    unknowns: z.record(z.string(), z.boolean()),
    conditions: z.record(z.string(), z.boolean()),
  })
  .describe('Readings and unknowns taken in one way, and conditions true or false; empty: everywhere');
export const ground = z
  .strictObject({ rule: z.string(), name: text, status, sources: z.array(citation) })
  .describe('A rule that the answer rests on');
export const players = z.array(z.string()).describe('Ids of actors or, at act level, act sentences');
export const count = z.string().regex(/^\d+$/).describe('A whole number without bound, as a decimal string');
