/** Checks that ask a question, each with the answer that is expected. */
import { z } from 'zod';
import { showAct, VOICE_KINDS } from '../arrangement/act.ts';
import { act, outcome } from '../arrangement/read/sentence.ts';
import { reference } from '../arrangement/read/words.ts';
import { EFFECTS, EXTENTS, FIRMNESS, LEVELS, type Question } from '../authority/question.ts';
import { choice, leaf, list, optional, readAs, record, truth, type Fields } from '../yaml/shape.ts';
import { placeOf, type Table, type Tree } from '../yaml/tree.ts';
import type { Asked, Check } from './model.ts';
import { frameFields, frameOf, inArrangement, taken, type ClaimReader, type Framed } from './read-frame.ts';
import { bound } from './read-measure.ts';

const who = reference('player');
const extent = choice(EXTENTS).describe(
  'In how many of the readings, unknowns and open conditions it holds.',
);
const about = {
  outcome,
  effect: optional(choice(EFFECTS).describe('Default: valid.')),
  level: optional(choice(LEVELS).describe('Who counts as one player.')),
};
const where = optional(taken.describe('It holds wherever the readings are so, and nowhere else.'));

/** A player, by id; at act level by the sentence of an act, in its canonical form. */
const player: z.ZodType<string> = leaf(z.string().min(1), (node: Tree, reader: ClaimReader) => {
  if (node.type !== 'scalar' || !/\s/.test(node.text)) return readAs(who, node, reader);
  const done = readAs(act, node, reader);
  return done && showAct(done);
});
const players = list(player, 0);
const sets = list(list(player), 0);

const voiceExpected = record({
  kind: choice([...VOICE_KINDS, 'none']),
  firmness: optional(choice(FIRMNESS)),
  alone: optional(truth.describe('Has it without any other party.')),
  bound: optional(
    bound.describe('The most there is in some reading, or the least there is in every. Default: most.'),
  ),
});

function ask<const A extends string>(name: A): z.ZodType<A> {
  return choice([name]);
}

const EXTENT = {
  canAlone: record({
    ask: ask('canAlone'),
    who,
    ...about,
    others: optional(choice(['oppose', 'silent']).describe('What the others do. Default: oppose.')),
    ...frameFields,
    expect: extent,
    where,
  }),
  canBlock: record({ ask: ask('canBlock'), who, ...about, ...frameFields, expect: extent, where }),
  canBypass: record({
    ask: ask('canBypass'),
    who: who.describe('Who is passed over.'),
    outcome,
    by: optional(who.describe('Who acts.')),
    ...frameFields,
    expect: extent,
    where,
  }),
};
const SETS = {
  coalitions: record({ ask: ask('coalitions'), ...about, ...frameFields, expect: sets }),
  blockers: record({ ask: ask('blockers'), ...about, ...frameFields, expect: sets }),
};
const needs = record({ ask: ask('needs'), ...about, ...frameFields, expect: players });
const voice = record({
  ask: ask('voice'),
  who,
  on: reference('matter'),
  ...frameFields,
  expect: voiceExpected,
});
const survives = record({
  ask: ask('survives'),
  who: who.describe('The party or office of ill will.'),
  rule: reference('power'),
  ...frameFields,
  expect: extent,
});

type ReadCheck = (node: Table, reader: ClaimReader) => Check | undefined;

function extentCheck(shape: (typeof EXTENT)[keyof typeof EXTENT]): ReadCheck {
  return (node, reader) => {
    const read = readAs(shape, node, reader);
    if (!read) return undefined;
    const { at, given, reading, arrangement, expect, where, ...question } = read;
    const asked = askedOf({ at, given, reading, arrangement }, question);
    return { type: 'extent', asked, expect, ...(where ? { where } : {}), place: placeOf(node) };
  };
}

function setsCheck(shape: (typeof SETS)[keyof typeof SETS]): ReadCheck {
  return (node, reader) => {
    const read = readAs(shape, node, reader);
    if (!read) return undefined;
    const { at, given, reading, arrangement, expect, ...question } = read;
    return {
      type: 'sets',
      asked: askedOf({ at, given, reading, arrangement }, question),
      expect,
      place: placeOf(node),
    };
  };
}

function askedOf(framed: Framed, question: Question): Asked {
  return { ...inArrangement(framed), frame: frameOf(framed), question };
}

/** Reads the check of each question. */
export const READ_QUESTION: Readonly<Record<string, ReadCheck>> = {
  canAlone: extentCheck(EXTENT.canAlone),
  canBlock: extentCheck(EXTENT.canBlock),
  canBypass: extentCheck(EXTENT.canBypass),
  coalitions: setsCheck(SETS.coalitions),
  blockers: setsCheck(SETS.blockers),
  needs: (node, reader) => {
    const read = readAs(needs, node, reader);
    if (!read) return undefined;
    const { at, given, reading, arrangement, expect, ...question } = read;
    const asked = askedOf({ at, given, reading, arrangement }, question);
    return { type: 'sets', asked, expect: [expect], place: placeOf(node) };
  },
  voice: (node, reader) => {
    const read = readAs(voice, node, reader);
    if (!read) return undefined;
    const { at, given, reading, arrangement, expect, ...question } = read;
    const asked = askedOf({ at, given, reading, arrangement }, question);
    return { type: 'voice', asked, expect: { bound: 'most', ...expect }, place: placeOf(node) };
  },
  survives: (node, reader) => {
    const read = readAs(survives, node, reader);
    if (!read) return undefined;
    const { at, given, reading, arrangement, expect, ...question } = read;
    const asked = askedOf({ at, given, reading, arrangement }, question);
    return { type: 'survives', asked, expect, place: placeOf(node) };
  },
};

export const questionShapes = [...Object.values(EXTENT), ...Object.values(SETS), needs, voice, survives];

/** Every key of a question in canonical order, for the formatter. */
export function questionFields(): Fields {
  const { ask, who, outcome, effect, level, others } = EXTENT.canAlone.shape;
  return {
    ask,
    who,
    on: voice.shape.on,
    rule: survives.shape.rule,
    outcome,
    by: EXTENT.canBypass.shape.by,
    effect,
    level,
    others,
    ...frameFields,
    expect: leaf(
      z.unknown(),
      () => undefined,
      () => voiceExpected.shape,
    ),
    where,
  };
}
