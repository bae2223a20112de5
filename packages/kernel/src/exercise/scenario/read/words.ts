/** The words of scenarios: names that refer to something, texts for people, moments of the scenario. */
import { z } from 'zod';
import { parseWhen, type Day } from '../../../arrangement/date.ts';
import type { FaultCode } from '../../../arrangement/fault.ts';
import type { Duration } from '../../../arrangement/formula.ts';
import type { Arrangement } from '../../../arrangement/model.ts';
import { nearest } from '../../../arrangement/nearest.ts';
import { ID, parseDuration, type Reader } from '../../../arrangement/read/words.ts';
import type { Instant } from '../../../consultation/clock.ts';
import type { Seated } from '../../../consultation/seating.ts';
import { leaf, optional, readAs, readString, record, string } from '../../../yaml/shape.ts';
import { placeInside, placeOf, type Scalar, type Tree } from '../../../yaml/tree.ts';
import { ROLES } from '../../run/model.ts';
import type { Wording } from '../model.ts';

/** The names that a scenario gives. */
export interface Names {
  readonly cells: ReadonlySet<string>;
  readonly controllers: ReadonlySet<string>;
  readonly consultations: ReadonlySet<string>;
  readonly tasks: ReadonlySet<string>;
  readonly parts: ReadonlySet<string>;
  readonly injects: ReadonlySet<string>;
  readonly questionnaires: ReadonlySet<string>;
}

/** What reading a scenario needs to know: its own names, and the arrangement that it is played under, as it stands on its day. */
export interface ScenarioReader extends Reader {
  readonly arrangement: Arrangement;
  readonly day: Day;
  readonly seats: ReadonlyMap<string, Seated>;
  readonly names: Names;
  /** Whether a file that an inject names is there, beside the file that names it. */
  readonly isThere: (path: string, from: string) => boolean;
}

/** Those who direct and control, to whom players write. */
export const CONTROL = 'control';

/** Words that stand for somebody beside the cells and seats, so that no cell may be called so. */
export const RESERVED: readonly string[] = [CONTROL, ...ROLES];

type Known = readonly { has(word: string): boolean; keys(): Iterable<string> }[];

const REFERENCES = {
  seat: ['unknown-seat', ({ seats }) => [seats]],
  addressee: ['unknown-addressee', ({ names, seats }) => [names.cells, seats]],
  correspondent: ['unknown-correspondent', ({ names, seats }) => [names.cells, seats, new Set([CONTROL])]],
  respondent: ['unknown-respondent', ({ names }) => [names.cells, new Set<string>(ROLES)]],
  controller: ['unknown-controller', ({ names }) => [names.controllers]],
  consultation: ['unknown-consultation', ({ names }) => [names.consultations]],
  task: ['unknown-task', ({ names }) => [names.tasks]],
  part: ['unknown-part', ({ names }) => [names.parts]],
  inject: ['unknown-inject', ({ names }) => [names.injects]],
  questionnaire: ['unknown-questionnaire', ({ names }) => [names.questionnaires]],
} as const satisfies Record<string, readonly [FaultCode, (reader: ScenarioReader) => Known]>;
export type ScenarioReference = keyof typeof REFERENCES;

/** Resolves the word at `index` of a scalar. */
export function resolveName(
  word: string,
  as: ScenarioReference,
  scalar: Scalar,
  index: number,
  reader: ScenarioReader,
): string | undefined {
  const [code, knownTo] = REFERENCES[as];
  const known = knownTo(reader);
  if (known.some((names) => names.has(word))) return word;
  const near = nearest(
    word,
    known.flatMap((names) => [...names.keys()]),
  );
  const params = { name: word, at: reader.day, roles: ROLES.join(', ') };
  reader.report(code, placeInside(scalar, index), params, near);
  return undefined;
}

/** A name that refers to something of the scenario or to a seat. */
export function nameOf(as: ScenarioReference): z.ZodType<string> {
  const schema = as === 'inject' ? serialKey : z.string().regex(ID);
  return leaf(schema, (node: Tree, reader: ScenarioReader) => {
    const word = readString(node, reader);
    return word === undefined ? undefined : resolveName(word, as, node as Scalar, 0, reader);
  });
}

/** A serial as lists of events have them, without spaces: `12`, `A-101`, `3.2`. */
export const SERIAL = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._/#:()+-]{0,63}$/u;
export const serialKey = z.string().regex(SERIAL);

/** A string for people in at least one language. */
export const wording: z.ZodType<Wording> = leaf(
  z
    .strictObject({ en: string.exactOptional(), ko: string.exactOptional(), ja: string.exactOptional() })
    .meta({
      id: 'wording',
      minProperties: 1,
      description: 'A text for people in English, Korean, Japanese: at least in one.',
    }),
  (node: Tree, reader: Reader) => {
    const read = readAs(languages, node, reader);
    if (!read || Object.keys(read).length > 0) return read;
    reader.report('empty-text', placeOf(node));
    return undefined;
  },
  () => languages.shape,
);
const languages = record({ en: optional(string), ko: optional(string), ja: optional(string) });

const MOMENT =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;

/** A moment: a date, a time and how far it is ahead of UTC. */
export const instant: z.ZodType<Instant> = leaf(
  z.string().regex(MOMENT).meta({
    id: 'instant',
    description: 'A moment: 2026-11-02T09:00:00+09:00 or 2026-11-02T00:00Z.',
  }),
  (node, context) => {
    const word = readString(node, context);
    if (word === undefined) return undefined;
    const date = MOMENT.exec(word)?.[1];
    const time = date !== undefined && parseWhen(date) ? Date.parse(word) : Number.NaN;
    if (time >= 0) return time as Instant;
    context.report('bad-instant', placeInside(node as Scalar, 0), { value: word });
    return undefined;
  },
);

const DAYS_HOURS =
  /^(?:D\+(?<days>\d{1,4}))?(?:(?:^|(?<=\d)\s*)H\+(?<hours>\d{1,5})(?::(?<minutes>[0-5]\d))?)?$/;
const MINUTES = /^T\+(?:(?<hours>\d{1,5}):(?<rest>[0-5]\d)|(?<minutes>\d{1,6}))$/;

/**
 * Seconds after STARTEX: an ISO 8601 duration or, as lists of events have it, `D+1 H+2:30` (a day, two hours and a half),
 * `T+15` (minutes), `T+1:30` (hours and minutes).
 */
export function parseSinceStart(text: string): Duration | undefined {
  const iso = parseDuration(text);
  if (iso !== undefined || text === '') return iso;
  const inDays = DAYS_HOURS.exec(text)?.groups;
  const inMinutes = MINUTES.exec(text)?.groups;
  const groups = inDays ?? inMinutes;
  if (!groups) return undefined;
  const number = (name: string): number => Number(groups[name] ?? 0);
  const hours = number('days') * 24 + number('hours');
  return (hours * 3600 + (number('minutes') + number('rest')) * 60) as Duration;
}

/** How long after STARTEX. */
export const sinceStart: z.ZodType<Duration> = leaf(
  z
    .string()
    .regex(/^(?:P[\dTWDHMS]+|D\+\d+(?:\s*H\+\d+(?::\d\d)?)?|H\+\d+(?::\d\d)?|T\+\d+(?::\d\d)?)$/)
    .meta({
      id: 'sinceStart',
      description: 'How long after STARTEX: PT90M, D+0 H+1:30, H+1:30, T+90 (minutes), T+1:30.',
    }),
  (node, context) => {
    const word = readString(node, context);
    const span = word === undefined ? undefined : parseSinceStart(word);
    if (word !== undefined && span === undefined)
      context.report('bad-scenario-time', placeInside(node as Scalar, 0), { value: word });
    return span;
  },
);
