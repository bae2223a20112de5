/** Events, as a store keeps them. */
import { z } from 'zod';
import type { Event } from '../event.ts';
import type { Entry } from '../state.ts';
import { recordedSchema } from './command.ts';
import { act, duration, id, instant, itemId, line, marking, run } from './words.ts';

export const standing = z
  .enum(['proper', 'departure'])
  .describe('Without a breach of duty, or with one for which a reason was given');
const viewers = z.array(z.string()).describe('The ids of the viewers who know of it');
const common = { at: instant, whatIf: z.literal(true).exactOptional() };

const entry: z.ZodType<Entry> = z.strictObject({
  id: itemId,
  command: recordedSchema,
  act: act.exactOptional(),
  standing: standing.exactOptional(),
  passedOver: z.array(id).exactOptional(),
  rules: z.array(id).exactOptional(),
  since: run,
  markings: z.array(marking).min(1),
  originator: z.array(id),
});

export const miss = {
  what: z.enum(['answer', 'duty']),
  of: z.string(),
  from: id,
  act: act.exactOptional(),
  at: instant,
};

export const eventSchema: z.ZodType<Event> = z.discriminatedUnion('type', [
  z.strictObject({
    ...common,
    type: z.literal('recorded'),
    entry,
    silences: z.array(
      z.strictObject({
        proposal: itemId,
        act,
        until: run,
        state: z.enum(['running', 'broken', 'given']),
        heldSince: run.exactOptional(),
      }),
    ),
    broken: z.array(act),
  }),
  z.strictObject({
    ...common,
    type: z.literal('effected'),
    acts: z.array(z.strictObject({ act, standing, at: instant, viewers })),
    owed: z.array(
      z.strictObject({
        duty: id,
        label: line,
        act,
        within: duration.exactOptional(),
        since: run,
        viewers,
      }),
    ),
  }),
  z.strictObject({
    ...common,
    type: z.literal('deadline-missed'),
    missed: z.array(z.strictObject({ ...miss, viewers })),
  }),
  z.strictObject({ ...common, type: z.literal('silence-ended'), proposal: itemId, acts: z.array(act) }),
]);
