/** What `foedus exercise run --json` prints: the measures of the exercise that was played. */
import { ACT_KINDS, consultation, exercise } from '@foedus/kernel';
import { z } from 'zod';

const id = z.string();
const span = z.int().describe('Milliseconds of scenario time');
const elapsed = z.int().min(0).describe('Milliseconds of scenario time since STARTEX');
const since = z.number().describe('Milliseconds of scenario time since the consultation was convened');
const act = z
  .strictObject({ kind: z.enum(ACT_KINDS), by: id, on: id, to: id.exactOptional() })
  .describe('An act, by the ids of the arrangement');
const standing = z.enum(['proper', 'departure']).describe('Whether it broke a duty');
const code = z.enum(consultation.REFUSAL_CODES);

const evidence = z
  .array(
    z.discriminatedUnion('of', [
      z.strictObject({ of: z.literal('entry'), consultation: id, entry: id }),
      z.strictObject({ of: z.literal('inject'), inject: id }),
      z.strictObject({ of: z.literal('message'), message: id }),
      z.strictObject({ of: z.literal('refusal'), refusal: id }),
    ]),
  )
  .describe('Of what the judgement is made: places in the record');

const lapses = <T extends z.ZodType>(of: T) =>
  z.array(
    z.strictObject({ of, from: since, until: since.nullable().describe('Null: it was so to the end') }),
  );

const consultations = z.strictObject({
  consultation: id,
  toConsult: since.nullable().describe('When somebody was first consulted; null: nobody was'),
  concurrences: z.array(z.strictObject({ act, at: since })),
  neverConsulted: z
    .array(id)
    .describe('Seats that a rule in force would have had consulted, and nobody consulted'),
  departures: z.array(
    z.strictObject({ entry: id, act, at: since, why: z.string(), passedOver: z.array(id) }),
  ),
  missed: z
    .array(z.strictObject({ what: z.enum(['answer', 'duty']), of: id, from: id }))
    .describe('Answers and duties that were not given in their time'),
  linksDown: lapses(z.strictObject({ of: id, with: id.exactOptional() })),
  absences: lapses(id),
  suspensions: lapses(id),
  versions: z
    .array(z.strictObject({ of: z.enum(['document', 'proposal']), name: z.string(), count: z.int().min(2) }))
    .describe('What was put on the record in more than one form'),
  outcomes: z.array(
    z.strictObject({
      act,
      at: since.nullable().describe('Null: it was not reached'),
      standing: standing.exactOptional(),
      shortest: z
        .number()
        .nullable()
        .describe(
          'The shortest time, in milliseconds, that declared paces allow; null: no way, or none is declared',
        ),
    }),
  ),
});

const rating = z.strictObject({
  task: id,
  by: id,
  rating: z.enum(exercise.RATINGS).describe('Of HSEEP: P, S, M, U'),
  why: z.string(),
  evidence,
  elapsed,
});

const expectation = z.strictObject({
  expectation: id,
  inject: id,
  task: id.exactOptional(),
  verdict: z
    .strictObject({
      verdict: z.enum(['met', 'missed']),
      elapsed,
      evidence,
      by: id.exactOptional().describe('The evaluator who decided it'),
      why: z.string().exactOptional(),
    })
    .exactOptional()
    .describe('Absent: it was not decided'),
  after: span.exactOptional().describe('Milliseconds of scenario time since its inject was sent'),
});

export const exerciseRunOutput = z.strictObject({
  marking: z.literal('EXERCISE'),
  lasted: elapsed,
  consultations: z.array(consultations),
  refused: z
    .array(z.strictObject({ id, consultation: id, seat: id, command: z.string(), code, elapsed }))
    .describe('What the arrangement did not let be done'),
  refusedFor: z.partialRecord(code, z.int().min(1)).describe('How often for which reason'),
  injects: z.strictObject({
    sent: z.int().min(0),
    notSent: z.int().min(0),
    received: z.array(
      z.strictObject({
        inject: id,
        to: id,
        after: span.nullable().describe('Until somebody said that he had it; null: nobody did'),
      }),
    ),
  }),
  messages: z.strictObject({
    written: z.int().min(0),
    unanswered: z.array(id).describe('Those that asked for an answer to which nobody replied'),
    unowned: z.array(id).describe('Those that asked for an answer which nobody took upon himself to give'),
  }),
  expectations: z.array(expectation),
  tasks: z.array(
    z.strictObject({ task: id, ratings: z.array(rating), met: z.int().min(0), missed: z.int().min(0) }),
  ),
});

/** What is only read. */
type Frozen<T> = { readonly [K in keyof T]: Frozen<T[K]> };
export type ExerciseRunOutput = Frozen<z.infer<typeof exerciseRunOutput>>;
