/** Commands, as they are sent and as they are read back from a record. */
import { z } from 'zod';
import { ACT_KINDS } from '../../arrangement/act.ts';
import type { Command, Document, Recorded } from '../command.ts';
import {
  duration,
  frame,
  id,
  instant,
  itemId,
  key,
  line,
  marking,
  partOfCircumstance,
  text,
  zones,
} from './words.ts';

const document: z.ZodType<Document> = z
  .strictObject({
    title: line,
    hash: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .describe('The commitment to its bytes, in hexadecimal'),
    mediaType: z
      .string()
      .max(200)
      .regex(/^[a-z0-9][a-z0-9.+-]*\/[a-z0-9][a-z0-9.+-]*$/),
    size: z.int().min(0).describe('Bytes'),
  })
  .describe('A document that is kept elsewhere');
const issued = { key, seat: id, office: id, at: instant };
const marked = {
  ...issued,
  marking,
  text: text.exactOptional(),
  document: document.exactOptional(),
  from: z.strictObject({ relation: z.enum(['copy', 'quote', 'translation']), of: itemId }).exactOptional(),
  relyingOn: partOfCircumstance.exactOptional(),
};

const asking = { ...marked, to: id, within: duration.exactOptional() };

export const silenceWithoutLink = z
  .enum(['stands', 'runs'])
  .describe('What the clock of a silence does against a seat that can not be reached');

const recorded = [
  z.strictObject({
    ...issued,
    type: z.literal('open'),
    arrangement: id,
    frame,
    matters: z.array(id).min(1).max(100),
    exercise: z.literal(true).exactOptional(),
    silenceWithoutLink: silenceWithoutLink.exactOptional(),
    zones: zones.exactOptional(),
  }),
  z.strictObject({
    ...marked,
    type: z.enum(ACT_KINDS).exclude(['declare']),
    on: id,
    to: id.exactOptional(),
    departure: line.exactOptional(),
    underSilence: z.boolean().exactOptional(),
  }),
  z.strictObject({
    ...issued,
    type: z.literal('declare'),
    on: id,
    holds: z.boolean(),
    departure: line.exactOptional(),
    relyingOn: partOfCircumstance.exactOptional(),
  }),
  z.strictObject({ ...asking, type: z.literal('request'), on: id }),
  z.strictObject({
    ...marked,
    type: z.enum(['answer', 'object', 'reserve', 'dissent', 'position', 'receipt']),
    about: itemId,
  }),
  z.strictObject({ ...asking, type: z.literal('request-release'), about: itemId }),
  z.strictObject({ ...asking, type: z.literal('request-document'), title: line }),
  z.strictObject({ ...marked, type: z.literal('refuse-release'), about: itemId, reason: line }),
  z.strictObject({
    ...issued,
    type: z.enum(['break-silence', 'take-back', 'withdraw', 'recall']),
    about: itemId,
    text: text.exactOptional(),
  }),
  z.strictObject({
    ...marked,
    type: z.literal('release'),
    about: itemId,
    answering: itemId.exactOptional(),
  }),
  z.strictObject({
    ...issued,
    type: z.literal('succeed'),
    of: id.exactOptional(),
    holder: line,
    acting: z.boolean(),
  }),
  z.strictObject({ ...issued, type: z.enum(['absent', 'present']), of: id }),
  z.strictObject({
    ...issued,
    type: z.enum(['link-down', 'link-up']),
    of: id,
    with: id.exactOptional(),
  }),
  z.strictObject({ ...issued, type: z.enum(['suspend', 'restore']), rule: id }),
  z.strictObject({ ...issued, type: z.enum(['adjourn', 'resume', 'close']) }),
] as const;

/** What a seat may send. */
export const recordedSchema: z.ZodType<Recorded> = z.discriminatedUnion('type', recorded);

/** The same, and that time has passed, which nobody sends. */
export const commandSchema: z.ZodType<Command> = z.discriminatedUnion('type', [
  ...recorded,
  z.strictObject({ type: z.literal('tick'), at: instant }),
]);
