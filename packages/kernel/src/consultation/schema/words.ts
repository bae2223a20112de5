/** The words of which commands, events and views are made, as schemas. All are strict: what they do not name they refuse. */
import { z } from 'zod';
import { ACT_KINDS, type Act } from '../../arrangement/act.ts';
import type { Day } from '../../arrangement/date.ts';
import type { Duration } from '../../arrangement/formula.ts';
import type { Circumstance, Frame } from '../../authority/question.ts';
import type { Instant, Run } from '../clock.ts';
import type { Marking } from '../marking.ts';
import type { Zones } from '../zones.ts';

/** A number or string that bears a name of its own: checked as `schema` says, known to the compiler as `T`. */
function named<T>(schema: z.ZodType): z.ZodType<T> {
  return schema as z.ZodType<T>;
}

export const TEXT_LIMIT = 20_000;

const ID = '[a-z][a-z0-9]*(?:-[a-z0-9]+)*';
const KEY = '[A-Za-z0-9._-]{1,64}';

export const id = z
  .string()
  .max(200)
  .regex(new RegExp(`^${ID}$`))
  .describe('The id of an entry of the arrangement');
export const key = z
  .string()
  .regex(new RegExp(`^${KEY}$`))
  .describe('Unique among the commands of a seat; sent again under it, a command changes nothing');
export const itemId = z
  .string()
  .max(300)
  .regex(new RegExp(`^${ID}/${KEY}$`))
  .describe('An item of the consultation: <seat>/<key>');
export const instant = named<Instant>(
  z.int().min(0).max(8_640_000_000_000_000).describe('Milliseconds since 1970-01-01T00:00:00Z'),
);
export const run = named<Run>(
  z.int().min(0).describe('Milliseconds that the consultation has run, adjournments left out'),
);
export const duration = named<Duration>(z.int().min(0).max(3_155_760_000).describe('Seconds'));
export const day = named<Day>(z.iso.date().describe('A day, YYYY-MM-DD'));

const wellFormed = (limit: number): z.ZodString =>
  z
    .string()
    .max(limit)
    .refine((text) => text.isWellFormed(), { error: 'a lone surrogate' });
export const text = wellFormed(TEXT_LIMIT);
/** A reason, a name, a title. */
export const line = wellFormed(1000).min(1);

const byName = <T extends z.ZodType>(value: T) => z.record(id, value);
export const circumstance: z.ZodType<Circumstance> = z
  .strictObject({
    readings: byName(id),
    unknowns: byName(z.boolean()),
    conditions: byName(z.boolean()),
  })
  .describe('Readings and unknowns taken in one way, and conditions true or false');
export const partOfCircumstance: z.ZodType<Partial<Circumstance>> = z.strictObject({
  readings: byName(id).exactOptional(),
  unknowns: byName(z.boolean()).exactOptional(),
  conditions: byName(z.boolean()).exactOptional(),
});
export const frame: z.ZodType<Frame> = z
  .strictObject({
    at: day,
    given: byName(z.boolean()).exactOptional(),
    reading: byName(id).exactOptional(),
  })
  .describe('The day on which the arrangement is taken, and what is held fixed');
export const marking: z.ZodType<Marking> = z
  .discriminatedUnion('to', [
    z.strictObject({ to: z.literal('party'), party: id }),
    z.strictObject({ to: z.literal('parties'), parties: z.array(id).min(1).max(100) }),
    z.strictObject({ to: z.literal('seats'), seats: z.array(id).min(1).max(1000) }),
    z.strictObject({ to: z.literal('all') }),
  ])
  .describe('To whom an item may be shown; what it does not grant, it denies');
const YEAR = 366 * 24 * 60 * 60 * 1000;
export const zones: z.ZodType<Zones> = z
  .strictObject({
    scenario: z
      .union([
        z
          .int()
          .min(-200 * YEAR)
          .max(200 * YEAR),
        z.literal('clock'),
      ])
      .describe(
        'Milliseconds that the time of the scenario is ahead of real time; clock: the moments of the case are scenario time',
      )
      .exactOptional(),
    capitals: z
      .record(
        id,
        z
          .string()
          .max(64)
          .regex(/^[A-Za-z0-9_+-]+(?:\/[A-Za-z0-9_+-]+)*$/),
      )
      .describe('The IANA time zone of the capital of each party')
      .exactOptional(),
  })
  .describe('What time it is for whom');
export const act: z.ZodType<Act> = z
  .strictObject({ kind: z.enum(ACT_KINDS), by: id, to: id.exactOptional(), on: id })
  .describe('An act of the language');
