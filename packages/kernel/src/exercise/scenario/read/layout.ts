/** The shape of a whole file of a scenario: for the reader, the JSON Schema and the formatter. */
import { z } from 'zod';
import type { Result } from '../../../arrangement/fault.ts';
import { includeShape } from '../../../arrangement/read/layout.ts';
import { date, duration, ID, idKey, newId, readId } from '../../../arrangement/read/words.ts';
import { circumstances } from '../../../claim/read-frame.ts';
import { formatAs } from '../../../yaml/format.ts';
import { leaf, mapping, optional, readString, record } from '../../../yaml/shape.ts';
import { placeInside, type Scalar, type Tree } from '../../../yaml/tree.ts';
import { resolve, type Reader } from '../../../arrangement/read/words.ts';
import { injectFields, readInject } from './inject.ts';
import * as sections from './sections.ts';
import { instant, serialKey, wording } from './words.ts';

const arrangement = leaf(z.string().regex(ID), readString);

/** A time zone that this machine knows, by the name that it has in the IANA database. */
const zone: z.ZodType<string> = leaf(z.string().max(64), (node: Tree, reader: Reader) => {
  const word = readString(node, reader);
  if (word === undefined) return undefined;
  try {
    return Intl.DateTimeFormat('en', { timeZone: word }) && word;
  } catch {
    reader.report('bad-zone', placeInside(node as Scalar, 0), { value: word });
    return undefined;
  }
});

const capitals = mapping(idKey, zone, (node, reader: Reader) =>
  resolve((node as Scalar).text, 'party', node as Scalar, 0, reader),
);

export const HEAD = {
  id: newId.describe('Lower-case words joined by hyphens.'),
  name: wording.describe('The name of the scenario.'),
  situation: wording.describe('What has happened before STARTEX: read by all.'),
  arrangement: arrangement.describe('The arrangement that it is played under.'),
  at: date.describe('The day on which that is taken.'),
  given: circumstances.given,
  reading: circumstances.reading,
  startex: instant.describe('The moment in the scenario at which it starts.'),
  length: optional(duration.describe('How long it is planned to last.')),
  capitals: optional(capitals.describe('The time zone of each party: `Asia/Seoul`.')),
};

export const SECTIONS = {
  controllers: sections.controllers,
  cells: sections.cells,
  consultations: sections.consultations,
  objectives: sections.objectives,
  parts: sections.parts,
  injects: { fields: injectFields, read: readInject },
  questionnaires: sections.questionnaires,
};
export type SectionKey = keyof typeof SECTIONS;

const TELLS: Readonly<Record<SectionKey, string>> = {
  controllers: 'Who runs it.',
  cells: 'Those who play together, and the seats that they play.',
  consultations: 'Cases of the arrangement that are run in it.',
  objectives: 'What is rehearsed: objectives, their capabilities, their critical tasks.',
  parts: 'Modules, in order.',
  injects: 'The list of events, by serial, in order.',
  questionnaires: 'What those who took part are asked.',
};

function sectionShape(key: SectionKey): z.ZodType {
  const keys = key === 'injects' ? serialKey : idKey;
  return mapping(keys, record(SECTIONS[key].fields), readId).describe(TELLS[key]);
}

/** Any file of a scenario: the root has the head as well, the others sections only. */
const fileShape = record({
  ...Object.fromEntries(Object.entries(HEAD).map(([key, shape]) => [key, optional(shape)])),
  include: optional(includeShape),
  ...Object.fromEntries(
    (Object.keys(SECTIONS) as SectionKey[]).map((key) => [key, optional(sectionShape(key))]),
  ),
});

const NEEDED = [
  'id',
  'name',
  'situation',
  'arrangement',
  'at',
  'startex',
] as const satisfies (keyof typeof HEAD)[];

/** The JSON Schema (2020-12) of the files of a scenario. */
export function scenarioSchema(): object {
  const { required: _required, ...schema } = z.toJSONSchema(fileShape, { io: 'input' });
  return {
    ...schema,
    title: 'Foedus scenario',
    dependentRequired: Object.fromEntries(
      NEEDED.map((key) => [key, NEEDED.filter((other) => other !== key)]),
    ),
  };
}

/** Puts a file of a scenario into its one canonical form, comments kept; `file` is its name in faults. */
export function formatScenario(text: string, file: string): Result<string> {
  return formatAs(fileShape, text, file);
}
