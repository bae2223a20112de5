/** The published JSON Schema of arrangements, as far as completion needs it. */

export interface Shape {
  readonly $ref?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly additionalProperties?: Shape | boolean;
  readonly items?: Shape;
  readonly anyOf?: readonly Shape[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
}

export interface Schema extends Shape {
  readonly $defs?: Readonly<Record<string, Shape>>;
}

const [schema] = Object.values(
  import.meta.glob<Schema>('../../../../../docs/schema/arrangement.schema.json', {
    eager: true,
    import: 'default',
  }),
);

export const SCHEMA: Schema = schema ?? {};

/** A shape and all that it refers to or offers as alternatives. */
function* alternatives(root: Schema, shape: Shape): Generator<Shape> {
  yield shape;
  const name = shape.$ref?.replace('#/$defs/', '');
  const referred = name === undefined ? undefined : root.$defs?.[name];
  if (referred) yield* alternatives(root, referred);
  for (const each of shape.anyOf ?? []) yield* alternatives(root, each);
}

/** What may stand at a path of keys; a list is gone through as if it were not there. */
export function shapesAt(root: Schema, path: readonly string[]): readonly Shape[] {
  let shapes = [...alternatives(root, root)];
  for (const key of path) {
    shapes = shapes
      .flatMap((shape) => (shape.items ? [shape, ...alternatives(root, shape.items)] : [shape]))
      .flatMap(({ properties, additionalProperties }) => {
        const next = properties?.[key] ?? additionalProperties;
        return typeof next === 'object' ? [...alternatives(root, next)] : [];
      });
  }
  return shapes.flatMap((shape) => (shape.items ? [shape, ...alternatives(root, shape.items)] : [shape]));
}
