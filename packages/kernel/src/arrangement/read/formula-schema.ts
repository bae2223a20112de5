/** The look of a formula in a file: for the JSON Schema and for the formatter. */
import { z } from 'zod';
import { leaf, list, whole, type Fields } from '../../yaml/shape.ts';
import { ACT_PATTERN, act } from './sentence.ts';
import { duration } from './words.ts';

const NAME = '[a-z][a-z0-9-]*';
const SIMPLE = new RegExp(
  `^(?:always|never|when ${NAME}|reading ${NAME} is ${NAME}|unknown ${NAME}|${ACT_PATTERN.source.slice(1, -1)})$`,
);

export const formulaSchema: z.ZodType = z
  .lazy(() => {
    const several = z.array(formulaSchema).min(1);
    const weighted = z.strictObject({ weight: z.int().min(0), is: formulaSchema });
    return z.union([
      z.string().regex(SIMPLE),
      z.strictObject({ not: formulaSchema }),
      z.strictObject({ allOf: several }),
      z.strictObject({ anyOf: several }),
      z.strictObject({ atLeast: z.int().min(1), of: several }),
      z.strictObject({ weighted: z.int().min(1), of: z.array(weighted).min(1) }),
      z.strictObject({ silent: act, within: duration }),
    ]);
  })
  .meta({ id: 'formula', description: 'What must be so: acts and conditions, put together.' });

const part: z.ZodType = leaf(
  z.lazy(() => formulaSchema),
  () => undefined,
  formulaFields,
);

/** The keys of every form in their canonical order. */
export function formulaFields(): Fields {
  return {
    not: part,
    allOf: list(part),
    anyOf: list(part),
    atLeast: whole,
    weighted: whole,
    of: list(part),
    weight: whole,
    is: part,
    silent: act,
    within: duration,
  };
}
