/** The frame of a check: when it is asked, in which circumstances, of which arrangement. */
import { z } from 'zod';
import type { When } from '../arrangement/date.ts';
import { nearest } from '../arrangement/nearest.ts';
import type { Scope } from '../arrangement/read/scope.ts';
import { date, ID, idKey, resolve, resolveWithin, type Reader } from '../arrangement/read/words.ts';
import type { Frame } from '../authority/question.ts';
import { isTable, leaf, mapping, optional, readString, truth } from '../yaml/shape.ts';
import { placeOf, valueOf, type Scalar, type Tree } from '../yaml/tree.ts';

/** What reading claims needs to know: the names of the arrangement they belong to, and of all by id. */
export interface ClaimReader extends Reader {
  readonly arrangements: ReadonlyMap<string, Scope>;
}

/**
 * The reader for a check or measure: its names are those of the arrangement that it asks. Where that is not known, nothing
 * else in it can be judged.
 */
export function within(node: Tree, reader: ClaimReader): ClaimReader | undefined {
  const asked = node.type === 'table' ? valueOf(node, 'arrangement') : undefined;
  const id = asked && readString(asked, reader);
  if (!asked) return reader;
  if (id === undefined) return undefined;
  const scope = reader.arrangements.get(id);
  if (scope) return { ...reader, scope };
  reader.report('unknown-arrangement', placeOf(asked), { name: id }, nearest(id, reader.arrangements.keys()));
  return undefined;
}

const arrangement = leaf<string, ClaimReader>(
  z
    .string()
    .regex(ID)
    .meta({ description: 'The arrangement that is asked. Default: the one that the claims belong to.' }),
  readString,
);

const given = mapping(idKey, truth, (node, reader: Reader) =>
  resolve((node as Scalar).text, 'condition', node as Scalar, 0, reader),
);

/** Readings, each taken in one alternative. */
export const taken: z.ZodType<Readonly<Record<string, string>>> = leaf(
  z.record(idKey, idKey),
  (node: Tree, reader: Reader) => {
    if (!isTable(node, reader)) return undefined;
    const pairs = node.pairs.flatMap(({ key, value }) => {
      const reading = resolve(key.text, 'reading', key, 0, reader);
      const word = readString(value, reader);
      if (reading === undefined || word === undefined) return [];
      const found = resolveWithin(word, reading, 'unknown-alternative', value as Scalar, 0, reader);
      return found === undefined ? [] : [[reading, found] as const];
    });
    return pairs.length === node.pairs.length ? Object.fromEntries(pairs) : undefined;
  },
);

export const circumstances = {
  given: optional(given.describe('Conditions taken as true or false.')),
  reading: optional(taken.describe('Readings, each taken in one alternative.')),
  arrangement: optional(arrangement),
};
export const frameFields = { at: date.describe('The day that is asked about.'), ...circumstances };

export interface Framed {
  readonly at: When;
  readonly given?: ReadonlyMap<string, boolean> | undefined;
  readonly reading?: Readonly<Record<string, string>> | undefined;
  readonly arrangement?: string | undefined;
}

export function frameOf({ at, given, reading }: Framed): Frame {
  return {
    at: at.day,
    ...(given ? { given: Object.fromEntries(given) } : {}),
    ...(reading ? { reading } : {}),
  };
}

export function inArrangement({ arrangement }: { readonly arrangement?: string | undefined }): {
  readonly arrangement?: string;
} {
  return arrangement === undefined ? {} : { arrangement };
}
