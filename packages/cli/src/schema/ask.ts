/** What `foedus ask --json` prints: the question as it was understood, and the answer. */
import { z } from 'zod';
import { voiceLevel } from './compare.ts';
import { circumstance, count, day, extent, ground, players, text } from './common.ts';

const common = {
  arrangement: z.string(),
  at: day,
  sentence: text.describe('One sentence that says the answer and its reason'),
  grounds: z.array(ground).describe('Every rule that the answer rests on'),
};
const level = z.enum(['act', 'office', 'seat', 'party']).describe('Who counts as one player');
const sets = z
  .strictObject({ count: count.describe('How many there are'), sets: z.array(players) })
  .describe('Counted exactly, listed smallest first up to the limit');

const verdict = z.strictObject({
  ask: z.enum(['canAlone', 'canBlock', 'canBypass']),
  ...common,
  extent,
  where: z.array(circumstance).describe('Where it holds, when the extent is `some`'),
  witness: z
    .strictObject({
      shows: z.boolean().describe('It shows the answer; otherwise it is a counterexample'),
      players,
      circumstance,
    })
    .exactOptional(),
});
const needs = z.strictObject({
  ask: z.literal('needs'),
  ...common,
  level,
  players: z.array(z.strictObject({ player: z.string(), extent, where: z.array(circumstance) })),
  possible: extent.describe('Whether the outcome can be brought about at all'),
});
const minimalSets = z.strictObject({
  ask: z.enum(['coalitions', 'blockers']),
  ...common,
  level,
  inEvery: sets.describe('Sets that are minimal whatever the reading'),
  inSome: sets.describe('Sets that are minimal in the reading kindest to the question'),
});
const voice = z.strictObject({
  ask: z.literal('voice'),
  ...common,
  who: z.string(),
  on: z.string(),
  most: voiceLevel.describe('The most there is in some reading'),
  least: voiceLevel.describe('What there is at least, in every reading'),
});
const share = z
  .string()
  .describe('Exact, numerator/denominator in lowest terms; a decimal where there are more than 128 players');
const power = z.strictObject({
  ask: z.literal('power'),
  ...common,
  level,
  games: z.array(
    z.strictObject({
      circumstance,
      winning: count,
      players: z.array(
        z.strictObject({
          player: z.string(),
          swings: count,
          banzhaf: share,
          shapleyShubik: share,
          shapleyShubikDecimal: z.number(),
        }),
      ),
    }),
  ),
});
const survives = z.strictObject({
  ask: z.literal('survives'),
  ...common,
  who: z.string(),
  rules: z.array(
    z.strictObject({
      rule: z.string(),
      survives: extent,
      why: z.enum(['revocable', 'support-withdrawn', 'rests-on-fallen', 'stands']),
      by: z.array(z.string()),
    }),
  ),
});
const pace = z.strictObject({
  ask: z.literal('pace'),
  ...common,
  shortest: z.number().nullable().describe('Seconds; null: it can not be brought about'),
  path: z.array(
    z.strictObject({
      act: z.string(),
      start: z.number(),
      end: z.number(),
      basis: z
        .enum(['sourced', 'assumed', 'undeclared'])
        .describe('Where the duration comes from; an undeclared one is taken as none'),
    }),
  ),
  distribution: z
    .strictObject({
      runs: z.int(),
      seed: z.int(),
      p10: z.number(),
      p50: z.number(),
      p90: z.number(),
      withinDeadline: z.number().min(0).max(1).exactOptional(),
    })
    .nullable(),
});

export const askOutput = z.strictObject({
  question: z.looseObject({ ask: z.string() }).describe('The question as it was understood'),
  frame: z.strictObject({
    at: day,
    given: z.record(z.string(), z.boolean()),
    reading: z.record(z.string(), z.string()),
  }),
  answer: z.union([verdict, needs, minimalSets, voice, power, survives, pace]),
});
