/** Shapes that several addresses share. */
import { consultation, LANGS, type Lang } from '@foedus/kernel';
import { z } from 'zod';
import { KINDS } from '../cases/meta.ts';

const perLang = Object.fromEntries(LANGS.map((lang) => [lang, z.string()])) as Record<Lang, z.ZodString>;
export const textSchema = z.object(perLang).describe('A string for people, in each language.');

export const caseParams = z.object({ case: z.string().max(64) });
export const viewerParams = caseParams.extend({
  viewer: z.string().max(80).describe('As whom one looks: `seat:<id>`, `party:<id>` or `public`.'),
});

export const problemSchema = z
  .object({
    type: z.string(),
    status: z.int(),
    code: z.string().describe('Stable.'),
    title: z.string().describe('What was wrong, in the language that Accept-Language asks for.'),
    expected: z.string(),
    todo: z.string().describe('What to do.'),
  })
  .catchall(z.unknown())
  .describe('A problem (RFC 9457).');

/** Every address can answer with a problem. */
export const PROBLEMS = {
  '4xx': { description: 'A problem', content: { 'application/problem+json': { schema: problemSchema } } },
  '5xx': { description: 'A problem', content: { 'application/problem+json': { schema: problemSchema } } },
};

export const caseSchema = z.object({
  id: z.string(),
  kind: z.enum(KINDS).describe('An exercise is marked as one everywhere.'),
  exercise: z.string().exactOptional().describe('The exercise that it belongs to.'),
  arrangement: z.string(),
  hash: z
    .string()
    .describe('SHA-256 of the files of the arrangement, as they were when the case was opened.'),
  name: textSchema,
  matters: z.array(z.string()).readonly(),
  on: z.string().describe('The day on which the arrangement is taken.'),
  convener: z.string().describe('The seat that opened it.'),
  openedAt: z.int().describe('Milliseconds since 1970.'),
  phase: z.enum(['open', 'adjourned', 'closed']),
  viewers: z.array(z.string()).readonly().describe('As whom you may look at it.'),
});

/** Bytes that are JSON already, as an OpenAPI document describes them. */
export function json<T extends z.ZodType>(description: string, schema: T) {
  return { description, content: { 'application/json': { schema } } };
}

export const cursor = z.int().min(0);

/** INVARIANT: the kernel's schema of a view is an object. */
export const shownSchema = (consultation.viewSchema as unknown as z.ZodObject).extend({
  kind: z.enum(KINDS),
  cursor: cursor.describe('The number of the last update that is contained.'),
  now: z.int().describe('The moment for which it was made; milliseconds since 1970.'),
});
