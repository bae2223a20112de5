/** What is shown: views, live updates, and refusals. */
import { z } from 'zod';
import { STATUSES } from '../../arrangement/model.ts';
import type { Ground } from '../../authority/question.ts';
import type { Due } from '../due.ts';
import type { Update } from '../feed.ts';
import type { SeenItem } from '../item.ts';
import type { Options } from '../options.ts';
import { REFUSAL_CODES, type Refusal } from '../refusal.ts';
import type { View } from '../view.ts';
import type { Viewer } from '../viewer.ts';
import { recordedSchema, silenceWithoutLink } from './command.ts';
import { miss, standing } from './event.ts';
import { act, circumstance, day, frame, id, instant, itemId, line, marking, zones } from './words.ts';

const text = z.object({ en: z.string(), ko: z.string(), ja: z.string() });
const way = z.array(act).nullable();
const moment = instant.nullable();

const ground: z.ZodType<Ground> = z
  .strictObject({
    rule: id,
    name: text,
    status: z.enum(STATUSES),
    sources: z.array(
      z.strictObject({ source: id, at: z.string().exactOptional(), quote: z.string().exactOptional() }),
    ),
  })
  .describe('A rule, with where it comes from');

export const refusalSchema: z.ZodType<Refusal> = z.strictObject({
  code: z.enum(REFUSAL_CODES),
  subject: z.string().exactOptional(),
  act: act.exactOptional(),
  grounds: z.array(ground),
  missing: way.describe(
    'Acts that would complete it, in an order in which they can be done; null: none would',
  ),
  where: z.array(circumstance),
});

export const viewerSchema: z.ZodType<Viewer> = z.discriminatedUnion('as', [
  z.strictObject({ as: z.literal('seat'), seat: id }),
  z.strictObject({ as: z.literal('party'), party: id }),
  z.strictObject({ as: z.literal('public') }),
]);

const item = {
  id: itemId,
  command: recordedSchema,
  standing: standing.exactOptional(),
  passedOver: z.array(id).exactOptional(),
  rules: z.array(id).exactOptional(),
  markings: z.array(marking).min(1),
  originator: z.array(id),
  silences: z
    .array(
      z.strictObject({
        act,
        state: z.enum(['running', 'broken', 'given']),
        held: z.literal(true).exactOptional(),
      }),
    )
    .exactOptional(),
  takenBack: z.literal(true).exactOptional(),
  recalled: z.literal(true).exactOptional(),
};
const itemSchema: z.ZodType<SeenItem> = z.strictObject(item);
const number = z.int().min(1).describe('The place in what this viewer sees');
const phase = z.enum(['open', 'adjourned', 'closed']);
const effect = z.strictObject({ act, standing, at: instant });
const world = {
  absent: z.array(id),
  cut: z.array(z.strictObject({ of: id, with: id.exactOptional() })),
  suspended: z.array(id),
};
const holder = { holder: line, acting: z.boolean() };

export const updateSchema: z.ZodType<Update> = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('item'), number, item: itemSchema }),
  z.strictObject({ type: z.literal('changed'), item: itemSchema }),
  z.strictObject({ type: z.literal('effected'), acts: z.array(effect) }),
  z.strictObject({ type: z.literal('missed'), missed: z.array(z.strictObject(miss)) }),
  z.strictObject({ type: z.literal('world'), ...world }),
  z.strictObject({ type: z.literal('phase'), phase }),
  z.strictObject({ type: z.literal('condition'), on: id, holds: z.boolean() }),
  z.strictObject({ type: z.literal('holder'), seat: id, ...holder }),
]);

export const dueSchema: z.ZodType<Due> = z.strictObject({
  what: z.enum(['silence', 'answer', 'duty']),
  of: z.string(),
  act: act.exactOptional(),
  from: id,
  until: moment,
  overdue: z.boolean(),
  held: z.literal(true).exactOptional(),
});

const optionsSchema: z.ZodType<Options> = z.strictObject({
  acts: z.array(
    z.strictObject({
      act,
      may: z.enum(['proper', 'departure', 'unsettled', 'refused']),
      missing: way,
      where: z.array(circumstance),
      departing: z.array(circumstance),
      grounds: z.array(ground),
    }),
  ),
  prospects: z.array(
    z.strictObject({
      act,
      done: z.boolean(),
      way,
      effect: z.enum(['valid', 'proper']),
      awaited: z.array(z.strictObject({ act, seat: id, until: moment })),
      heldUpBy: z.array(id),
      objection: z.enum(['prevents', 'breaks-silence', 'recorded']),
    }),
  ),
});

export const viewSchema: z.ZodType<View> = z.strictObject({
  viewer: viewerSchema,
  whatIf: z.boolean(),
  phase,
  case: z.strictObject({
    id: itemId,
    arrangement: id,
    at: day,
    frame,
    matters: z.array(id),
    convener: id,
    office: id,
    exercise: z.literal(true).exactOptional(),
    silenceWithoutLink: silenceWithoutLink.exactOptional(),
    zones: zones.exactOptional(),
  }),
  history: z.array(z.strictObject({ ...item, number })),
  effected: z.array(effect),
  conditions: z.record(id, z.boolean()),
  holders: z.record(id, z.strictObject(holder)),
  missed: z.array(z.strictObject(miss)),
  ...world,
  due: z.array(dueSchema),
  options: optionsSchema.exactOptional(),
});
