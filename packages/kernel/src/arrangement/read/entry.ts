/** What the entries of all sections have in common, and how a section turns what is written into an entry. */
import type { z } from 'zod';
import { choice, optional, readFields, type Fields } from '../../yaml/shape.ts';
import { placeOf, valueOf, type Pair, type Table, type Tree } from '../../yaml/tree.ts';
import type { Period } from '../date.ts';
import type { Place } from '../fault.ts';
import { STATUSES, type Entry } from '../model.ts';
import { citations } from './parts.ts';
import { date, text, type Reader } from './words.ts';

export const status = choice(STATUSES).meta({
  id: 'status',
  description:
    'How firmly it is known: it stands in the cited text, is reported by a third party, planned, inferred, or hedged by its author.',
});
const FIRST = { name: text };
const LAST = {
  from: optional(date.describe('The first day on which it holds.')),
  until: optional(date.describe('The first day on which it no longer holds.')),
  status,
  source: citations,
  note: optional(text),
};
type Common = typeof FIRST & typeof LAST;

type Values<S extends Fields> = z.output<z.ZodObject<S>>;

/** What stands in a file, read and resolved: the entry so far, its further fields, and where each field is. */
export interface Written<S extends Fields> {
  readonly entry: Entry;
  readonly fields: Values<S>;
  readonly node: Table;
  readonly reader: Reader;
}

/** A section: its fields, and what an entry of it is in the model. `undefined`: something was reported. */
export interface Section<T> {
  readonly fields: Fields;
  readonly read: (pair: Pair, reader: Reader) => T | undefined;
}

export function section<S extends Fields, T>(
  further: S,
  make: (written: Written<S>) => T | undefined,
): Section<T> {
  const fields = { ...FIRST, ...further, ...LAST };
  return {
    fields,
    read: (pair, reader) => {
      const place = placeOf(pair.key);
      const read = readFields(fields, pair.value, reader, place);
      if (!read) return undefined;
      const { name, from, until, status, source, note, ...rest } = read as Values<Common>;
      const entry: Entry = {
        id: pair.key.text,
        name,
        status,
        sources: source,
        place,
        ...(from ? { from } : {}),
        ...(until ? { until } : {}),
        ...(note ? { note } : {}),
      };
      const node = pair.value as Table;
      if (!checkPeriod(entry, node, reader)) return undefined;
      return make({ entry, fields: rest as unknown as Values<S>, node, reader });
    },
  };
}

/** Reports a period that ends before, or on the day on which, it begins. */
export function checkPeriod(period: Period, node: Table, reader: Reader): boolean {
  const { from, until } = period;
  if (!from || !until || from.day < until.day) return true;
  reader.report('empty-period', placeAt(node, 'until'), { from: from.day, until: until.day });
  return false;
}

/** The node under a path of keys and indices, or the last one on the way to it. */
export function nodeAt(node: Tree, ...path: readonly (string | number)[]): Tree {
  return path.reduce<Tree>((at, step) => {
    if (typeof step === 'number') return (at.type === 'list' ? at.items[step] : undefined) ?? at;
    return (at.type === 'table' ? valueOf(at, step) : undefined) ?? at;
  }, node);
}

export function placeAt(node: Tree, ...path: readonly (string | number)[]): Place {
  return placeOf(nodeAt(node, ...path));
}

/** Reports every name that a list repeats. */
export function checkRepeats(names: readonly string[], node: Table, key: string, reader: Reader): boolean {
  let sound = true;
  names.forEach((name, index) => {
    if (names.indexOf(name) === index) return;
    reader.report('repeated-item', placeAt(node, key, index), { name });
    sound = false;
  });
  return sound;
}
