/** The words of the language: names that refer to something, dates, durations and texts. */
import { z } from 'zod';
import type { Text } from '../../text/lang.ts';
import { leaf, readString, record, string, type Context, type Read } from '../../yaml/shape.ts';
import { placeInside, type Scalar, type Tree } from '../../yaml/tree.ts';
import { parseWhen, type When } from '../date.ts';
import type { FaultCode } from '../fault.ts';
import type { Duration } from '../formula.ts';
import { nearest } from '../nearest.ts';
import { idsOf, type Scope, type Section } from './scope.ts';

/** What reading an arrangement or claims needs to know. */
export interface Reader extends Context {
  readonly scope: Scope;
}

export const ID = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
export const idKey = z.string().regex(ID);

/** A name that is being given: lower-case words joined by hyphens. */
export const readId: Read<string> = (node, context) => {
  const text = readString(node, context);
  if (text === undefined || ID.test(text)) return text;
  context.report('bad-id', placeInside(node as Scalar, 0), { id: text });
  return undefined;
};
export const newId: z.ZodType<string> = leaf(z.string().regex(ID), readId);

export const text: z.ZodType<Text> = record({ en: string, ko: string, ja: string }).meta({
  id: 'text',
  description: 'A text for people, in English, Korean and Japanese.',
});

/** What a name may refer to, and the fault when it does not. */
export const REFERENCES = {
  party: ['unknown-party', ['parties']],
  actor: ['unknown-actor', ['offices', 'bodies']],
  addressee: ['unknown-actor', ['offices', 'bodies', 'parties']],
  participant: ['unknown-actor', ['parties', 'governments', 'offices', 'bodies']],
  player: ['unknown-actor', ['parties', 'offices', 'seats', 'bodies']],
  office: ['unknown-office', ['offices']],
  matter: ['unknown-matter', ['matters']],
  condition: ['unknown-condition', ['conditions']],
  reading: ['unknown-reading', ['readings']],
  unknown: ['unknown-unknown', ['unknowns']],
  power: ['unknown-power', ['powers']],
  event: ['unknown-event', ['events']],
} as const satisfies Record<string, readonly [FaultCode, readonly Section[]]>;
export type Reference = keyof typeof REFERENCES;

/** Resolves the word at `index` of a scalar. */
export function resolve(
  word: string,
  as: Reference,
  scalar: Scalar,
  index: number,
  { scope, report }: Reader,
): string | undefined {
  const [code, sections] = REFERENCES[as];
  const found = scope.sections.get(word);
  if (found && (sections as readonly Section[]).includes(found)) return word;
  const params = { name: word, expected: as, ...(found ? { section: found } : {}) };
  report(code, placeInside(scalar, index), params, nearest(word, idsOf(scope, sections)));
  return undefined;
}

/** A name that refers to something. */
export function reference(as: Reference): z.ZodType<string> {
  return leaf(z.string().regex(ID), (node: Tree, reader: Reader) => {
    const word = readString(node, reader);
    return word === undefined ? undefined : resolve(word, as, node as Scalar, 0, reader);
  });
}

/** The id of any entry. */
export const subject: z.ZodType<string> = leaf(z.string().regex(ID), (node: Tree, reader: Reader) => {
  const word = readString(node, reader);
  if (word === undefined || reader.scope.sections.has(word)) return word;
  const near = nearest(word, reader.scope.sections.keys());
  reader.report('unknown-subject', placeInside(node as Scalar, 0), { name: word }, near);
  return undefined;
});

/** The id of a source. */
export const source: z.ZodType<string> = leaf(z.string().min(1), (node: Tree, reader: Reader) => {
  const word = readString(node, reader);
  if (word === undefined || reader.scope.sources.has(word)) return word;
  const near = nearest(word, reader.scope.sources);
  reader.report('unknown-source', placeInside(node as Scalar, 0), { name: word }, near);
  return undefined;
});

/** Resolves an alternative of a reading or a clause of an instrument. */
export function resolveWithin(
  word: string,
  outer: string,
  code: FaultCode,
  scalar: Scalar,
  index: number,
  { scope, report }: Reader,
): string | undefined {
  const known = scope.within.get(outer) ?? [];
  if (known.includes(word)) return word;
  const params = { name: word, of: outer, known: known.join(', ') };
  report(code, placeInside(scalar, index), params, nearest(word, known));
  return undefined;
}

/** `instrument/clause`. */
export const clause: z.ZodType<string> = leaf(
  z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/),
  (node: Tree, reader: Reader) => {
    const word = readString(node, reader);
    if (word === undefined) return undefined;
    const [instrument = '', inner = ''] = word.split('/', 2);
    if (reader.scope.sections.get(instrument) === 'instruments' && word.split('/').length === 2)
      return resolveWithin(inner, instrument, 'unknown-clause', node as Scalar, 0, reader) && word;
    const known = idsOf(reader.scope, ['instruments']).flatMap((id) =>
      (reader.scope.within.get(id) ?? []).map((each) => `${id}/${each}`),
    );
    const params = { name: word, of: instrument, known: known.join(', ') };
    reader.report('unknown-clause', placeInside(node as Scalar, 0), params, nearest(word, known));
    return undefined;
  },
);

/** A date, which is a string in YAML's eyes too: `2011` is a year and no number. */
export const date: z.ZodType<When> = leaf(
  z.union([z.string().regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/), z.int().min(1000).max(9999)]).meta({
    id: 'date',
    description: 'A day, or the first day of a month or year: 2011-10-28, 2011-10, 2011.',
  }),
  (node, context) => {
    const word = readString(node, context);
    const when = word === undefined ? undefined : parseWhen(word);
    if (word !== undefined && !when)
      context.report('bad-date', placeInside(node as Scalar, 0), { value: word });
    return when;
  },
);

const DURATION =
  /^P(?=[\dT])(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?=\d)(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,6})S)?)?$/;
const SECONDS = [604_800, 86_400, 3_600, 60, 1];

/** Seconds of an ISO 8601 duration of weeks, days, hours, minutes and seconds. Months and years have no fixed length. */
export function parseDuration(text: string): Duration | undefined {
  const match = DURATION.exec(text);
  if (!match) return undefined;
  return SECONDS.reduce((sum, unit, at) => sum + unit * Number(match[at + 1] ?? 0), 0) as Duration;
}

export const duration: z.ZodType<Duration> = leaf(
  z.string().regex(DURATION).meta({
    id: 'duration',
    description: 'A span of time in ISO 8601, in weeks, days, hours, minutes, seconds: P2W, P3D, PT6H.',
  }),
  (node, context) => {
    const word = readString(node, context);
    const span = word === undefined ? undefined : parseDuration(word);
    if (word !== undefined && span === undefined) {
      context.report('bad-duration', placeInside(node as Scalar, 0), { value: word });
    }
    return span;
  },
);
