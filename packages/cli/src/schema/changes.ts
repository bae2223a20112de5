/** What `foedus changes --json` prints. */
import { z } from 'zod';
import { circumstance, day, extent, status, text } from './common.ts';
import { voiceLevel } from './compare.ts';

const entry = z.strictObject({
  id: z.string(),
  type: z.string(),
  name: text,
  status,
  from: z.string().exactOptional(),
  until: z.string().exactOptional(),
});
const needed = z.array(z.strictObject({ player: z.string(), extent, where: z.array(circumstance) }));

export const changesOutput = z.strictObject({
  arrangement: z.string(),
  from: day,
  to: day,
  begun: z.array(entry).describe('In force on the later day and not on the earlier'),
  ended: z.array(entry).describe('In force on the earlier day and not on the later'),
  voices: z.array(
    z.strictObject({ party: z.string(), matter: z.string(), before: voiceLevel, after: voiceLevel }),
  ),
  needs: z
    .array(z.strictObject({ outcome: z.string(), before: needed, after: needed }))
    .describe('Outcomes whose needed parties, those that can prevent it, changed'),
});
export type ChangesOutput = z.infer<typeof changesOutput>;
