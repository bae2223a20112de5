/** Conditions over the record of an exercise: a sentence for what is simple, tables for what is put together. */
import { z } from 'zod';
import { inRange } from '../../../arrangement/read/formula.ts';
import { outcome } from '../../../arrangement/read/sentence.ts';
import { duration } from '../../../arrangement/read/words.ts';
import { leaf, list, readAs, readString, record, unknownKey, whole, wrongType } from '../../../yaml/shape.ts';
import { placeOf, valueOf, type Table, type Tree } from '../../../yaml/tree.ts';
import type { Condition } from '../condition.ts';
import { readSentence, SENTENCE } from './sentence.ts';
import type { ScenarioReader } from './words.ts';

/** What is to be so in the record of the exercise. */
export const condition: z.ZodType<Condition> = leaf(
  z
    .lazy((): z.ZodType => z.union([z.string().regex(SENTENCE), ...Object.values(FORMS)]))
    .meta({
      id: 'condition',
      description: 'What is to be so in the record of the exercise: a sentence, or sentences put together.',
    }),
  (node: Tree, reader: ScenarioReader) => {
    if (node.type === 'list') return wrongType(node, 'formula', reader);
    if (node.type === 'table') return readForm(node, reader);
    return readString(node, reader) === undefined ? undefined : readSentence(node, reader);
  },
  () => Object.fromEntries(Object.values(FORMS).flatMap((form) => Object.entries(form.shape))),
);

const FORMS = {
  properly: record({ properly: outcome }),
  improperly: record({ improperly: outcome }),
  not: record({ not: condition }),
  allOf: record({ allOf: list(condition) }),
  anyOf: record({ anyOf: list(condition) }),
  atLeast: record({ atLeast: whole, of: list(condition) }),
  holds: record({ holds: condition, for: duration }),
};

function readForm(node: Table, reader: ScenarioReader): Condition | undefined {
  const keys = Object.keys(FORMS) as (keyof typeof FORMS)[];
  const form = keys.find((key) => valueOf(node, key));
  switch (form) {
    case undefined: {
      const [first] = node.pairs;
      if (first) unknownKey(first.key.text, placeOf(first.key), keys, reader);
      else reader.report('bad-condition', placeOf(node), { text: '{}' });
      return undefined;
    }
    case 'properly': {
      const read = readAs(FORMS.properly, node, reader);
      return read && { type: 'effected', outcome: read.properly, standing: 'proper', place: placeOf(node) };
    }
    case 'improperly': {
      const read = readAs(FORMS.improperly, node, reader);
      return (
        read && { type: 'effected', outcome: read.improperly, standing: 'departure', place: placeOf(node) }
      );
    }
    case 'not': {
      const read = readAs(FORMS.not, node, reader);
      return read && { type: 'not', of: read.not };
    }
    case 'allOf': {
      const read = readAs(FORMS.allOf, node, reader);
      return read && { type: 'allOf', of: read.allOf };
    }
    case 'anyOf': {
      const read = readAs(FORMS.anyOf, node, reader);
      return read && { type: 'anyOf', of: read.anyOf };
    }
    case 'atLeast': {
      const read = readAs(FORMS.atLeast, node, reader);
      const sound = read && inRange(read.atLeast, read.of.length, valueOf(node, 'atLeast')!, reader);
      return sound ? { type: 'atLeast', count: read.atLeast, of: read.of } : undefined;
    }
    case 'holds': {
      const read = readAs(FORMS.holds, node, reader);
      return read && { type: 'for', span: read.for, of: read.holds };
    }
  }
}
