/** What a client may send that has not read the manual: values that fit a JSON schema here and there, and nonsense elsewhere. */
import * as fc from 'fast-check';

/** As much of JSON Schema 2020-12 as the OpenAPI document uses. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly propertyNames?: Schema;
  readonly items?: Schema;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** Strings that have broken programs before, beside random ones. */
const strange = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '',
    '__proto__',
    'constructor',
    '../..',
    '\u0000',
    '\ud800',
    '9'.repeat(400),
    '-1',
    '1e999',
  ),
);

export const nonsense: fc.Arbitrary<unknown> = fc.oneof(
  strange,
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(null, -1, 2 ** 53, -0, 1e308, [], {}, '2026-02-30', '0000-01-01', '9999-12-31'),
);

/** Values of a schema; `known` are strings that mean something to the server, tried wherever a string stands. */
export function valueOf(schema: Schema, known: readonly string[]): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 80, arbitrary: fitting(schema, known) }, { weight: 1, arbitrary: nonsense });
}

function fitting(schema: Schema, known: readonly string[]): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map((each) => fitting(each, known)));
  switch (schema.type) {
    case 'object':
      return objectOf(schema, known);
    case 'array':
      return fc.array(valueOf(schema.items ?? {}, known), { maxLength: 4 });
    case 'integer':
    case 'number':
      return numberOf(schema);
    case 'boolean':
      return fc.boolean();
    case 'string':
      return stringOf(schema, known);
    default:
      return nonsense;
  }
}

function objectOf(
  { additionalProperties, properties = {}, propertyNames = {}, required = [] }: Schema,
  known: readonly string[],
): fc.Arbitrary<unknown> {
  const model = Object.fromEntries(
    Object.entries(properties).map(([name, each]) => [name, valueOf(each, known)]),
  );
  const stated = fc.record(model, { requiredKeys: required.filter((name) => name in model) });
  if (typeof additionalProperties !== 'object') return stated;
  const others = fc.dictionary(
    fc.oneof({ weight: 20, arbitrary: stringOf(propertyNames, known) }, { weight: 1, arbitrary: strange }),
    valueOf(additionalProperties, known),
    { maxKeys: 3 },
  );
  return fc.tuple(stated, others).map(([some, more]) => ({ ...more, ...some }));
}

function numberOf({ maximum = 2 ** 53 - 1, minimum = -(2 ** 53) + 1 }: Schema): fc.Arbitrary<number> {
  const small = fc.integer({ min: Math.max(minimum, 0), max: Math.min(maximum, 5) });
  return fc.oneof({ weight: 4, arbitrary: small }, fc.integer({ min: minimum, max: maximum }));
}

function stringOf({ pattern }: Schema, known: readonly string[]): fc.Arbitrary<string> {
  const usual = fc.constantFrom(...known);
  if (pattern === undefined) return fc.oneof(usual, strange);
  const expression = new RegExp(pattern);
  const fits = known.filter((each) => expression.test(each));
  return fits.length > 0 ? fc.constantFrom(...fits) : fc.stringMatching(expression);
}
