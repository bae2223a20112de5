/** Checks: questions, comparisons, and what has to stand in an arrangement. */
import { z } from 'zod';
import { showAct } from '../arrangement/act.ts';
import { EVENT_KINDS } from '../arrangement/model.ts';
import { placeAt, status } from '../arrangement/read/entry.ts';
import { outcome } from '../arrangement/read/sentence.ts';
import { date, reference, resolveWithin, subject } from '../arrangement/read/words.ts';
import { nearest } from '../arrangement/nearest.ts';
import {
  choice,
  isTable,
  leaf,
  list,
  optional,
  readAs,
  readString,
  record,
  string,
  unknownKey,
} from '../yaml/shape.ts';
import { placeOf, valueOf, type Scalar, type Table, type Tree } from '../yaml/tree.ts';
import type { Check } from './model.ts';
import { circumstances, inArrangement, within, type ClaimReader } from './read-frame.ts';
import { measure } from './read-measure.ts';
import { questionFields, questionShapes, READ_QUESTION } from './read-question.ts';

const relation = choice(['<', '<=', '=', '>=', '>']);
const compare = record({
  compare: record({ left: measure, is: relation, right: measure }).describe('Two measures.'),
});
const trend = record({
  trend: record({
    measure: measure.describe('Its `at` is replaced by each date in turn.'),
    at: list(date),
    is: relation.describe('How the measure at each date relates to that at the next.'),
  }).describe('One measure over dates.'),
});
const stands = record({
  stands: subject.describe('The id of an entry that stands in the arrangement.'),
  status,
  kind: optional(choice(EVENT_KINDS)),
  on: optional(date.describe('Its `from`.')),
  until: optional(date),
  who: optional(list(subject).describe('Each of these has to be there.')),
  about: optional(list(subject).describe('Each of these has to be there.')),
  before: optional(reference('event')),
  after: optional(reference('event')),
  alternatives: optional(list(string).describe('Of a reading: exactly these.')),
  arrangement: circumstances.arrangement,
});
const absent = record({
  absent: outcome.describe('No power grants such an act on that date.'),
  at: date,
  arrangement: circumstances.arrangement,
});

type ReadCheck = (node: Table, reader: ClaimReader) => Check | undefined;

const READ: Readonly<Record<'ask' | 'compare' | 'trend' | 'stands' | 'absent', ReadCheck>> = {
  ask: (node, reader) => {
    const asked = valueOf(node, 'ask')!;
    const name = readString(asked, reader);
    if (name === undefined) return undefined;
    const known = Object.keys(READ_QUESTION);
    if (known.includes(name)) return READ_QUESTION[name]!(node, reader);
    reader.report(
      'bad-value',
      placeOf(asked),
      { value: name, known: known.join(', ') },
      nearest(name, known),
    );
    return undefined;
  },
  compare: (node, reader) => {
    const read = readAs(compare, node, reader)?.compare;
    if (!read) return undefined;
    return { type: 'compare', left: read.left, relation: read.is, right: read.right, place: placeOf(node) };
  },
  trend: (node, reader) => {
    const read = readAs(trend, node, reader)?.trend;
    if (!read) return undefined;
    if (read.at.length > 1)
      return { type: 'trend', measure: read.measure, at: read.at, relation: read.is, place: placeOf(node) };
    reader.report('wrong-length', placeAt(node, 'trend', 'at'), { count: 2, have: read.at.length });
    return undefined;
  },
  stands: (node, reader) => {
    const read = readAs(stands, node, reader);
    if (!read || !alternativesKnown(read.stands, node, reader)) return undefined;
    const { stands: entry, who = [], about = [], ...rest } = read;
    return { type: 'stands', entry, who, about, ...rest, place: placeOf(node) };
  },
  absent: (node, reader) => {
    const read = readAs(absent, node, reader);
    if (!read) return undefined;
    const { absent: gone, at } = read;
    return { type: 'absent', outcome: showAct(gone), at, ...inArrangement(read), place: placeOf(node) };
  },
};
const FORMS = Object.keys(READ) as (keyof typeof READ)[];

function alternativesKnown(reading: string, node: Table, reader: ClaimReader): boolean {
  const listed = valueOf(node, 'alternatives');
  if (listed?.type !== 'list') return true;
  const found = listed.items.map((item) =>
    resolveWithin((item as Scalar).text, reading, 'unknown-alternative', item as Scalar, 0, reader),
  );
  return !found.includes(undefined);
}

/** One check, which is what its key of `ask`, `compare`, `trend`, `stands`, `absent` says. */
export const check: z.ZodType<Check> = leaf(
  z
    .union([...questionShapes, compare, trend, stands, absent])
    .meta({ id: 'check', description: 'What a program decides: a question, a comparison, an entry.' }),
  (node: Tree, reader: ClaimReader) => {
    if (!isTable(node, reader)) return undefined;
    const form = FORMS.find((each) => valueOf(node, each));
    if (form) {
      const inside = within(node, reader);
      return inside && READ[form](node, inside);
    }
    const [first] = node.pairs;
    if (first) unknownKey(first.key.text, placeOf(first.key), FORMS, reader);
    else reader.report('one-of-keys', placeOf(node), { keys: FORMS.join(', ') });
    return undefined;
  },
  () => {
    const { ask, who, on, ...question } = questionFields();
    const { status: _status, kind, until, about, before, after, alternatives } = stands.shape;
    return {
      ...(ask && { ask }),
      ...compare.shape,
      ...trend.shape,
      stands: stands.shape.stands,
      absent: absent.shape.absent,
      status: _status,
      kind,
      ...(on && { on }),
      until,
      ...(who && { who }),
      about,
      before,
      after,
      alternatives,
      ...question,
    };
  },
);
