/** How a spreadsheet is to be read. What was supposed is written down, so that it can be corrected and the file imported again. */
import { z } from 'zod';
import type { Result } from '../arrangement/fault.ts';
import { collector, result } from '../arrangement/read/files.ts';
import { newId } from '../arrangement/read/words.ts';
import { LANGS, type Lang } from '../text/lang.ts';
import { formatAs } from '../yaml/format.ts';
import { parse } from '../yaml/parse.ts';
import { choice, leaf, mapping, optional, readAs, readString, record } from '../yaml/shape.ts';
import { placeOf } from '../yaml/tree.ts';
import { FIELDS, type Field } from './fields.ts';
import { filled, writePlain } from './plain.ts';
import { UNITS, type Unit } from './time.ts';

export interface Mapping {
  /** The language of texts in columns that don't name one. */
  readonly language?: Lang;
  /** The moment of STARTEX at the place of the exercise: `2026-11-22T09:00`. D, H and T count from it. */
  readonly startex?: string;
  /** What a number without a unit counts after `T`. */
  readonly unit?: Unit;
  /** Headings, as they stand, and what their columns are; `keep`: nothing that is known. */
  readonly columns: ReadonlyMap<string, Field | 'keep'>;
  /** Names in the list, and the ids of the cells, seats, tasks and controllers that they mean. */
  readonly names: ReadonlyMap<string, string>;
}

export const NO_MAPPING: Mapping = { columns: new Map(), names: new Map() };

/** A local date and time. */
export const LOCAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?$/;

const local = leaf(z.string().regex(LOCAL), (node, context) => {
  const text = readString(node, context);
  if (text === undefined || (LOCAL.test(text) && !Number.isNaN(Date.parse(`${text}Z`)))) return text;
  context.report('bad-date', placeOf(node), { value: text });
  return undefined;
});

const shape = record({
  language: optional(choice(LANGS)).describe('The language of texts in columns that name none.'),
  startex: optional(local).describe('STARTEX at the place of the exercise. D, H and T count from it.'),
  unit: optional(choice(Object.keys(UNITS) as [Unit, ...Unit[]])).describe(
    'What a number without a unit counts, as in T+15.',
  ),
  columns: optional(mapping(z.string(), choice([...FIELDS, 'keep']), readString)).describe(
    'Headings as they stand, and what the columns are.',
  ),
  names: optional(mapping(z.string(), newId, readString)).describe(
    'Names in the list, and the ids of cells, seats, tasks and controllers.',
  ),
});

export function readMapping(file: string, content: Uint8Array | string): Result<Mapping> {
  const { tree, faults: syntax } = parse(file, content);
  const { faults, report } = collector();
  const read = tree && readAs(shape, tree, { report });
  const whole = read && { ...read, columns: read.columns ?? new Map(), names: read.names ?? new Map() };
  return result<Mapping>(whole, [...syntax, ...faults]);
}

/** Puts a mapping into its one canonical form, comments kept; `file` is its name in faults. */
export function formatMapping(text: string, file: string): Result<string> {
  return formatAs(shape, text, file);
}

/** `writeMapping(mapping)` is read as the mapping that it was. */
export function writeMapping({ columns, language, names, startex, unit }: Mapping): string {
  const tables = { columns: Object.fromEntries(columns), names: Object.fromEntries(names) };
  return writePlain(filled({ language, startex, unit, ...tables }));
}

/** A heading as mappings name it. */
export function headingText(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
