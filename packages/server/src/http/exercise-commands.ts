/** Commands to an exercise as they are sent: without the time, which the server gives, and without who sends them, which the address names. */
import { ACT_KINDS, exercise, LANGS, type Lang } from '@foedus/kernel';
import { z } from 'zod';

type Without<T, K extends string> = T extends unknown ? Omit<T, K> : never;
export type SentToExercise = Without<exercise.ExerciseCommand, 'at' | 'by'>;

const MOST_TEXT = 20_000;
const id = z
  .string()
  .max(200)
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/);
/** Also the name of an item: `<participant>/<key>`. */
const item = z
  .string()
  .max(300)
  .regex(/^[A-Za-z0-9][A-Za-z0-9._/-]*$/);
const key = z
  .string()
  .regex(/^[A-Za-z0-9._-]{1,64}$/)
  .describe('Unique among the commands of a participant; sent again under it, a command changes nothing.');
const wellFormed = (limit: number) =>
  z
    .string()
    .max(limit)
    .refine((text) => text.isWellFormed(), { error: 'a lone surrogate' });
const text = wellFormed(MOST_TEXT).min(1);
const line = wellFormed(1000).min(1);
const elapsed = z
  .int()
  .min(0)
  .max(3_155_760_000_000)
  .describe('Scenario time since STARTEX, in milliseconds.');
const duration = z.int().min(0).max(3_155_760_000).describe('Seconds.');

const perLang = Object.fromEntries(LANGS.map((lang) => [lang, wellFormed(MOST_TEXT).exactOptional()]));
export const wordingSchema = z
  .strictObject(perLang as Record<Lang, ReturnType<typeof text.exactOptional>>)
  .refine((wording) => Object.keys(wording).length > 0, { error: 'no language' })
  .describe('A string for people, in at least one language.');

export const participantSchema = z.strictObject({
  id,
  name: line,
  role: z.enum(exercise.ROLES),
  cell: id.exactOptional(),
  seat: id.exactOptional(),
  controller: id.exactOptional(),
  dismissed: z.literal(true).exactOptional(),
});

/** What is written by hand stands in no file. */
const place = z
  .strictObject({ file: z.string().max(1000), line: z.int().min(0), column: z.int().min(0) })
  .default({ file: '', line: 0, column: 0 });

const outcome = z.strictObject({
  kind: z.enum(ACT_KINDS),
  by: id.exactOptional(),
  to: id.exactOptional(),
  on: id,
});

/** How deep conditions may be nested. */
const DEPTH = 6;
const part = { by: id.exactOptional(), to: id.exactOptional(), on: id.exactOptional() };
const word = z.string().max(64);

const leaves = [
  z.strictObject({ type: z.literal('always') }),
  z.strictObject({
    type: z.literal('effected'),
    outcome,
    standing: z.enum(['proper', 'departure']).exactOptional(),
    place,
  }),
  z.strictObject({ type: z.literal('recorded'), command: word, ...part, place }),
  z.strictObject({
    type: z.literal('refused'),
    command: word.exactOptional(),
    by: id.exactOptional(),
    place,
  }),
  z.strictObject({ type: z.literal('condition'), condition: id, place }),
  z.strictObject({ type: z.literal('convened'), consultation: id, place }),
  z.strictObject({ type: z.literal('sent'), inject: id, place }),
  z.strictObject({ type: z.literal('acknowledged'), inject: id, by: id.exactOptional(), place }),
  z.strictObject({ type: z.literal('written'), by: id, to: id.exactOptional(), place }),
] as const;

const inner: z.ZodType = z.lazy(() => whole);
const several = z.array(inner).min(1).max(50);
const whole = z.discriminatedUnion('type', [
  ...leaves,
  z.strictObject({ type: z.literal('for'), span: duration, of: inner }),
  z.strictObject({ type: z.literal('not'), of: inner }),
  z.strictObject({ type: z.enum(['allOf', 'anyOf']), of: several }),
  z.strictObject({ type: z.literal('atLeast'), count: z.int().min(1).max(50), of: several }),
]);

/** Conditions stand in each other, which a description of the address can't follow for ever: it says no more than that there is one. */
const condition = z
  .looseObject({ type: z.string() })
  .describe('A condition over what has happened, as `GET …/scenario` shows those of the scenario.')
  .transform((sent, context): unknown => {
    const read = isDeeperThan(sent, DEPTH) ? undefined : whole.safeParse(sent);
    if (read?.success) return read.data;
    for (const { message, path } of read?.error.issues ?? [{ message: 'too deep', path: [] }])
      context.issues.push({ code: 'custom', message, path, input: sent });
    return z.NEVER;
  });

function isDeeperThan(condition: unknown, levels: number): boolean {
  if (condition === null || typeof condition !== 'object' || !('of' in condition)) return false;
  const parts = Array.isArray(condition.of) ? condition.of : [condition.of];
  return levels === 0 || parts.some((part) => isDeeperThan(part, levels - 1));
}

const effect = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('condition'), condition: id, holds: z.boolean(), place }),
  z.strictObject({ type: z.enum(['link-down', 'link-up']), of: id, with: id.exactOptional(), place }),
  z.strictObject({ type: z.enum(['absent', 'present']), seat: id, place }),
  z.strictObject({
    type: z.literal('succeed'),
    seat: id,
    holder: wordingSchema,
    acting: z.boolean(),
    place,
  }),
  z.strictObject({ type: z.enum(['suspend', 'restore']), rule: id, place }),
]);

const edit = z
  .strictObject({
    kind: z.enum(exercise.INJECT_KINDS),
    status: z.enum(exercise.INJECT_STATUSES),
    due: z.discriminatedUnion('type', [
      z.strictObject({ type: z.literal('time'), after: duration }),
      z.strictObject({ type: z.literal('branch'), when: condition, delay: duration }),
      z.strictObject({ type: z.literal('reserve') }),
    ]),
    part: id.exactOptional(),
    method: z.enum(exercise.METHODS),
    from: wordingSchema,
    to: z.array(id).min(1).max(200),
    title: wordingSchema,
    text: wordingSchema,
    attachments: z.array(z.strictObject({ name: line, file: line, mediaType: z.string().max(200) })).max(50),
    tasks: z.array(id).max(100),
    expected: z
      .array(
        z.strictObject({
          id,
          says: wordingSchema,
          task: id.exactOptional(),
          met: condition.exactOptional(),
          within: duration.exactOptional(),
          place,
        }),
      )
      .max(50),
    controller: id.exactOptional(),
    notes: wordingSchema.exactOptional(),
    effects: z.array(effect).max(50),
    questionnaire: id.exactOptional(),
    extra: z.record(line, wellFormed(MOST_TEXT)),
  })
  .describe('The inject as it is to be from now on.');

const evidence = z
  .array(
    z.discriminatedUnion('of', [
      z.strictObject({ of: z.literal('entry'), consultation: id, entry: item }),
      z.strictObject({ of: z.literal('inject'), inject: id }),
      z.strictObject({ of: z.literal('message'), message: item }),
      z.strictObject({ of: z.literal('refusal'), refusal: id }),
    ]),
  )
  .max(200)
  .describe('Entries of the record, injects, messages and refused acts on which it rests.');

const commands = [
  z.strictObject({ key, type: z.enum(['startex', 'pause', 'resume', 'endex', 'step']) }),
  z.strictObject({ key, type: z.literal('set-rate'), rate: z.number() }),
  z.strictObject({
    key,
    type: z.literal('jump'),
    to: elapsed,
    passed: z.enum(['send', 'hold', 'skip']).describe('What becomes of the injects that lie between.'),
  }),
  z.strictObject({ key, type: z.literal('admit'), participant: participantSchema }),
  z.strictObject({ key, type: z.literal('dismiss'), participant: id }),
  z.strictObject({ key, type: z.enum(['send', 'hold', 'release', 'skip', 'test']), inject: id }),
  z.strictObject({ key, type: z.literal('edit'), inject: id, edit }),
  z.strictObject({ key, type: z.literal('insert'), inject: id, edit, now: z.literal(true).exactOptional() }),
  z.strictObject({ key, type: z.literal('acknowledge'), inject: id }),
  z.strictObject({
    key,
    type: z.literal('write'),
    to: z.array(id).min(1).max(200).describe('Cells, seats, or `control`.'),
    text,
    about: item.exactOptional(),
    asks: z.literal(true).exactOptional(),
  }),
  z.strictObject({ key, type: z.literal('own'), message: item }),
  z.strictObject({
    key,
    type: z.literal('rate'),
    task: id,
    rating: z.enum(exercise.RATINGS),
    why: wellFormed(MOST_TEXT),
    evidence,
  }),
  z.strictObject({
    key,
    type: z.literal('overrule'),
    expectation: id,
    verdict: z.enum(['met', 'missed']),
    why: text,
  }),
  z.strictObject({ key, type: z.literal('observe'), text, evidence }),
  z.strictObject({
    key,
    type: z.literal('answer'),
    questionnaire: id,
    answers: z.record(id, wellFormed(MOST_TEXT)),
  }),
  z.strictObject({
    key,
    type: z.literal('find'),
    finding: id,
    kind: z.enum(['strength', 'area-for-improvement']),
    text,
    task: id.exactOptional(),
    rules: z.array(id).max(100),
    evidence,
  }),
  z.strictObject({
    key,
    type: z.literal('assign'),
    action: id,
    finding: id,
    text,
    owner: line,
    until: z.iso.date().exactOptional(),
    status: z.enum(['open', 'under-way', 'done']),
  }),
] as const;

export const exerciseCommandBody = z.discriminatedUnion(
  'type',
  commands,
) as unknown as z.ZodType<SentToExercise>;
