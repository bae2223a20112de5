/** What `foedus report --json` prints: everything that the page shows, as data. */
import { z } from 'zod';
import { checkOutput } from './check.ts';
import { citation, count, day, extent, players, status, text } from './common.ts';
import { voiceLevel } from './compare.ts';

const parties = z.array(z.strictObject({ party: z.string(), extent }));
const voices = z.array(
  z.strictObject({ party: z.string(), most: voiceLevel, least: voiceLevel, rank: z.int().min(0).max(7) }),
);
const dated = {
  id: z.string(),
  name: text,
  status,
  from: z.string().exactOptional(),
  until: z.string().exactOptional(),
};

export const reportOutput = z.strictObject({
  arrangement: z.strictObject({ id: z.string(), name: text, summary: text }),
  with: z.string().nullable().describe('The arrangement that it is compared with'),
  at: day,
  map: z
    .strictObject({
      acts: z.array(z.string()),
      bonds: z.array(
        z.strictObject({
          from: z.string(),
          to: z.string(),
          bond: z
            .enum(['needed', 'sometimes', 'owed'])
            .describe('The first act is needed for the second: always; in some cases; by duty only'),
        }),
      ),
    })
    .describe('The authority map: acts, and which of them others need'),
  voices: z.array(z.strictObject({ matter: z.string(), left: voices.nullable(), right: voices.nullable() })),
  outcomes: z
    .array(
      z.strictObject({
        outcome: z.string(),
        possible: extent,
        needed: parties.describe('Parties that can prevent it'),
        alone: parties.describe('Parties that can bring it about alone'),
        passedOver: parties.describe('Parties that can be passed over though properly they have a part'),
        blockers: z
          .strictObject({ count, sets: z.array(players) })
          .describe('Minimal sets of seats that can prevent it in some reading'),
      }),
    )
    .describe('Who can stop what'),
  survival: z
    .array(
      z.strictObject({
        party: z.string(),
        sentence: text,
        rules: z.array(
          z.strictObject({
            rule: z.string(),
            survives: extent,
            why: z.enum(['revocable', 'support-withdrawn', 'rests-on-fallen', 'stands']),
            by: z.array(z.string()),
          }),
        ),
      }),
    )
    .describe('What survives the ill will of each party'),
  events: z.array(
    z.strictObject({
      ...dated,
      kind: z.string(),
      who: z.array(z.string()),
      about: z.array(z.string()),
      sources: z.array(citation),
    }),
  ),
  claims: checkOutput.shape.claims,
  readings: z.array(
    z.strictObject({
      ...dated,
      alternatives: z.array(z.strictObject({ id: z.string(), name: text })),
    }),
  ),
  unknowns: z.array(z.strictObject(dated)),
});
