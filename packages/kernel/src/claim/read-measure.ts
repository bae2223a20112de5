/** Measures: numbers that can be compared. */
import { z } from 'zod';
import { VOICE_KINDS } from '../arrangement/act.ts';
import { EVENT_KINDS } from '../arrangement/model.ts';
import { placeAt } from '../arrangement/read/entry.ts';
import { date, reference, subject } from '../arrangement/read/words.ts';
import { choice, leaf, list, optional, readAs, record, unknownKey, whole, wrongType } from '../yaml/shape.ts';
import { placeOf, type Table, type Tree } from '../yaml/tree.ts';
import type { Measure } from './model.ts';
import {
  circumstances,
  frameFields,
  frameOf,
  inArrangement,
  within,
  type ClaimReader,
} from './read-frame.ts';

export const bound = choice(['most', 'least']);
const who = reference('player');

const voice = record({
  voice: who.describe('Whose voice, ranked from 0 (none) and 1 (inform) to 7 (execute).'),
  on: reference('matter'),
  bound: optional(bound.describe('Default: most.')),
  ...frameFields,
});
const blocks = record({
  blocks: who.describe('Who can prevent outcomes: on how many matters.'),
  kind: choice(['decide', 'execute']),
  ...frameFields,
});
const voices = record({
  voices: who.describe('Who has at least this voice: on how many matters.'),
  kind: choice(VOICE_KINDS),
  ...frameFields,
});
const events = record({
  events: choice([...EVENT_KINDS, 'any']).describe('How many events of this kind.'),
  who: optional(reference('participant')),
  about: optional(subject),
  from: date,
  until: date,
  arrangement: circumstances.arrangement,
});
const days = record({
  days: list(reference('event')).describe('How many days from the first event to the second.'),
  arrangement: circumstances.arrangement,
});

type ReadMeasure = (node: Table, reader: ClaimReader) => Measure | undefined;

const READ: Readonly<Record<'voice' | 'blocks' | 'voices' | 'events' | 'days', ReadMeasure>> = {
  voice: (node, reader) => {
    const read = readAs(voice, node, reader);
    if (!read) return undefined;
    const { voice: who, on, bound = 'most', ...rest } = read;
    return { type: 'voice', who, on, bound, frame: frameOf(rest), ...inArrangement(rest) };
  },
  blocks: (node, reader) => {
    const read = readAs(blocks, node, reader);
    if (!read) return undefined;
    const { blocks: who, kind, ...rest } = read;
    return { type: 'blocks', who, kind, frame: frameOf(rest), ...inArrangement(rest) };
  },
  voices: (node, reader) => {
    const read = readAs(voices, node, reader);
    if (!read) return undefined;
    const { voices: who, kind, ...rest } = read;
    return { type: 'voices', who, kind, frame: frameOf(rest), ...inArrangement(rest) };
  },
  events: (node, reader) => {
    const read = readAs(events, node, reader);
    if (!read) return undefined;
    const { events: kind, ...rest } = read;
    return { type: 'events', ...(kind === 'any' ? {} : { kind }), ...rest };
  },
  days: (node, reader) => {
    const read = readAs(days, node, reader);
    if (!read) return undefined;
    const [first, second, ...more] = read.days;
    if (first !== undefined && second !== undefined && more.length === 0)
      return { type: 'days', between: [first, second], ...inArrangement(read) };
    reader.report('wrong-length', placeAt(node, 'days'), { count: 2, have: read.days.length });
    return undefined;
  },
};
const TYPES = Object.keys(READ) as (keyof typeof READ)[];

/** Reads a measure; a table is what its key of this list says. */
export function readMeasure(node: Tree, reader: ClaimReader): Measure | undefined {
  if (node.type === 'scalar') {
    const value = readAs(whole, node, reader);
    return value === undefined ? undefined : { type: 'number', value };
  }
  if (node.type === 'list') return wrongType(node, 'measure', reader);
  const type = TYPES.find((each) => node.pairs.some(({ key }) => key.text === each));
  if (!type) {
    const [first] = node.pairs;
    if (first) unknownKey(first.key.text, placeOf(first.key), TYPES, reader);
    else reader.report('one-of-keys', placeOf(node), { keys: TYPES.join(', ') });
    return undefined;
  }
  const inside = within(node, reader);
  return inside && READ[type](node, inside);
}

export const measure: z.ZodType<Measure> = leaf(
  z
    .union([z.int().min(0), voice, blocks, voices, events, days])
    .meta({ id: 'measure', description: 'A number, or something that is counted or ranked.' }),
  readMeasure,
  () => ({ ...voice.shape, ...blocks.shape, ...voices.shape, ...events.shape, ...days.shape }),
);
