/**
 * Shapes: what may stand in a file. Each is a zod schema, from which types and the JSON Schema come, bound to a reader that
 * takes a tree to a value and reports every fault at its own node. zod's own parsing is not used: it knows no places, and
 * stops at the first wrong alternative of a union.
 */
import { z } from 'zod';
import type { FaultCode, Place } from '../arrangement/fault.ts';
import { nearest } from '../arrangement/nearest.ts';
import { placeOf, type Table, type Tree } from './tree.ts';

/** Takes what is wrong; reading goes on. */
export type Report = (
  code: FaultCode,
  place: Place,
  params?: Readonly<Record<string, string | number>>,
  nearest?: string,
) => void;

/** A value, or `undefined` when something within it has been reported. `C` is what reading needs to know. */
export type Read<T, C extends Context = Context> = (node: Tree, context: C) => T | undefined;

export interface Context {
  readonly report: Report;
}

interface Binding {
  readonly read?: Read<unknown, never>;
  readonly optional?: boolean;
  /** The fields of a table in their canonical order, for the formatter. */
  readonly fields?: () => Fields;
  /** The shape of every item of a list, or of every value of a table with free keys. */
  readonly each?: () => z.ZodType;
}
export type Fields = Readonly<Record<string, z.ZodType>>;

// A registry of zod, since what `describe` makes of a shape inherits from it there; it is told no type, which it would unfold.
const bindings = z.registry<{ binding: unknown }>();

/** How a shape is bound; a description made of a shape inherits its binding. */
export function bindingOf(shape: z.core.$ZodType): Binding {
  return bindings.get(shape)?.binding ?? {};
}

function bind(shape: z.core.$ZodType, binding: Binding): void {
  bindings.add(shape, { binding });
}

/** Binds a reader to a schema. The type is the reader's: the schema says only what the file looks like. */
export function leaf<T, C extends Context>(
  schema: z.ZodType,
  read: Read<T, C>,
  fields?: () => Fields,
): z.ZodType<T> {
  bind(schema, { read, ...(fields ? { fields } : {}) });
  return schema as z.ZodType<T>;
}

/** Reads a tree as a shape. */
export function readAs<S extends z.ZodType>(shape: S, node: Tree, context: Context): z.output<S> | undefined {
  // The registry forgets which reader belongs to which type; `leaf` and the makers below bind them together.
  const read = bindingOf(shape).read as Read<z.output<S>>;
  return read(node, context);
}

/** A field that may be left out. */
export function optional<S extends z.ZodType>(shape: S): z.ZodExactOptional<S> {
  const made = z.exactOptional(shape);
  bind(made, { ...bindingOf(shape), optional: true });
  return made;
}

/** A table with these fields and no others. */
export function record<S extends Readonly<Record<string, z.ZodType>>>(
  shape: S,
): z.ZodObject<S, z.core.$strict> {
  const made = z.strictObject(shape);
  bind(made, {
    read: (node: Tree, context: Context) => readFields(shape, node, context),
    fields: () => shape,
  });
  return made;
}

/** Reads the fields of a table; what is missing is reported at `place`. */
export function readFields(
  shape: Fields,
  node: Tree,
  context: Context,
  place: Place = placeOf(node),
): Record<string, unknown> | undefined {
  if (!isTable(node, context)) return undefined;
  const values = new Map<string, unknown>();
  for (const { key, value } of node.pairs) {
    const field = Object.hasOwn(shape, key.text) ? shape[key.text] : undefined;
    if (field) values.set(key.text, readAs(field, value, context));
    else unknownKey(key.text, placeOf(key), Object.keys(shape), context);
  }
  for (const [key, field] of Object.entries(shape)) {
    if (values.has(key) || bindingOf(field).optional) continue;
    context.report(key === 'source' ? 'missing-source' : 'missing-key', place, { key });
  }
  const complete = Object.entries(shape).every(([key, field]) =>
    values.has(key) ? values.get(key) !== undefined : bindingOf(field).optional,
  );
  return complete ? Object.fromEntries(values) : undefined;
}

export function unknownKey(key: string, place: Place, known: readonly string[], context: Context): void {
  context.report('unknown-key', place, { key, known: known.join(', ') }, nearest(key, known));
}

export function isTable(node: Tree, context: Context): node is Table {
  if (node.type === 'table') return true;
  wrongType(node, 'table', context);
  return false;
}

/** A list with at least so many items. */
export function list<S extends z.ZodType>(item: S, least: 0 | 1 = 1): z.ZodArray<S> {
  const made = z.array(item).min(least);
  bind(made, {
    read: (node: Tree, context: Context) => {
      if (node.type !== 'list') return wrongType(node, 'list', context);
      if (node.items.length < least) {
        context.report('empty-list', placeOf(node));
        return undefined;
      }
      const items = node.items.map((each) => readAs(item, each, context));
      return items.includes(undefined) ? undefined : items;
    },
    each: () => item,
  });
  return made;
}

/** A table from names, which the `key` pattern allows, to values of one shape. */
export function mapping<S extends z.ZodType>(
  key: z.ZodString,
  value: S,
  readKey: Read<string, never>,
): z.ZodType<ReadonlyMap<string, z.output<S>>> {
  const made = z.record(key, value);
  bind(made, {
    read: (node: Tree, context: Context) => {
      if (!isTable(node, context)) return undefined;
      const entries = node.pairs.map((pair) => [
        (readKey as Read<string>)(pair.key, context),
        readAs(value, pair.value, context),
      ]);
      return entries.some((entry) => entry.includes(undefined)) ? undefined : new Map(entries as []);
    },
    each: () => value,
  });
  return made as unknown as z.ZodType<ReadonlyMap<string, z.output<S>>>;
}

/** One of a few words. */
export function choice<const W extends readonly [string, ...string[]]>(words: W): z.ZodType<W[number]> {
  return leaf(z.enum(words), (node, context) => {
    const text = readString(node, context);
    if (text === undefined || words.includes(text)) return text;
    context.report(
      'bad-value',
      placeOf(node),
      { value: text, known: words.join(', ') },
      nearest(text, words),
    );
    return undefined;
  });
}

/** `true` or `false`, written plainly. */
export const truth: z.ZodType<boolean> = leaf(z.boolean(), (node, context) => {
  if (node.type === 'scalar' && node.plain && /^(?:true|false)$/.test(node.text)) return node.text === 'true';
  return wrongType(node, 'truth', context);
});

/** A whole number, 0 or more, written plainly in decimal digits. */
export const whole: z.ZodType<number> = leaf(z.int().min(0), (node, context) => {
  const fits = node.type === 'scalar' && node.plain && /^(?:0|[1-9]\d{0,8})$/.test(node.text);
  return fits ? Number(node.text) : wrongType(node, 'whole', context);
});

/** A string that is not empty, whatever it looks like: `2011`, `no` and `null` are strings. */
export const string: z.ZodType<string> = leaf(z.string().min(1), readString);

export function readString(node: Tree, context: Context): string | undefined {
  if (node.type !== 'scalar') return wrongType(node, 'string', context);
  if (node.text.trim() !== '') return node.text;
  context.report('empty-text', placeOf(node));
  return undefined;
}

export type Expected = 'table' | 'list' | 'string' | 'truth' | 'whole' | 'formula' | 'citation' | 'measure';

export function wrongType(node: Tree, expected: Expected, context: Context): undefined {
  const found = node.type === 'scalar' && node.text === '' && node.plain ? 'nothing' : node.type;
  context.report('wrong-type', placeOf(node), { expected, found });
}
