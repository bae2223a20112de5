/** Formulas: words for what is simple, tables for what is put together. */
import type { z } from 'zod';
import { isTable, leaf, readAs, readString, unknownKey, whole, wrongType } from '../../yaml/shape.ts';
import { placeInside, placeOf, valueOf, type Scalar, type Table, type Tree } from '../../yaml/tree.ts';
import type { Act } from '../act.ts';
import { ACT_KINDS } from '../act.ts';
import { ALWAYS, NEVER, type Formula, type Weighted } from '../formula.ts';
import { nearest } from '../nearest.ts';
import { formulaFields, formulaSchema } from './formula-schema.ts';
import { act, readActSentence } from './sentence.ts';
import { duration, resolve, resolveWithin, type Reader } from './words.ts';

/** Where in a formula one stands: below `not` and in the `when` of a case there are no acts. */
type Where = 'anywhere' | 'negated' | 'when';

const FORMS = ['not', 'allOf', 'anyOf', 'atLeast', 'weighted', 'silent'] as const;
type Form = (typeof FORMS)[number];
const BESIDE: Readonly<Record<Form, readonly string[]>> = {
  not: [],
  allOf: [],
  anyOf: [],
  atLeast: ['of'],
  weighted: ['of'],
  silent: ['within'],
};

export const formula: z.ZodType<Formula> = leaf(
  formulaSchema,
  (node: Tree, reader: Reader) => readIn(node, reader, 'anywhere'),
  formulaFields,
);

/** A formula without acts: the `when` of a case. */
export const circumstance: z.ZodType<Formula> = leaf(
  formulaSchema.meta({ description: 'A formula over conditions, readings and unknowns, without acts.' }),
  (node: Tree, reader: Reader) => readIn(node, reader, 'when'),
  formulaFields,
);

function readIn(node: Tree, reader: Reader, where: Where): Formula | undefined {
  if (node.type === 'list') return wrongType(node, 'formula', reader);
  if (node.type === 'table') return readForm(node, reader, where);
  return readString(node, reader) === undefined ? undefined : readWords(node, reader, where);
}

function readWords(node: Scalar, reader: Reader, where: Where): Formula | undefined {
  const words = [...node.text.matchAll(/\S+/g)];
  const [first = '', second, third, fourth] = words.map(([word]) => word);
  const place = placeInside(node, 0);
  const start = (at: number): number => words[at]!.index;
  if (words.length === 1 && first === 'always') return ALWAYS;
  if (words.length === 1 && first === 'never') return NEVER;
  if (words.length === 2 && first === 'when') {
    const condition = resolve(second!, 'condition', node, start(1), reader);
    return condition === undefined ? undefined : { type: 'condition', condition, place };
  }
  if (words.length === 2 && first === 'unknown') {
    const unknown = resolve(second!, 'unknown', node, start(1), reader);
    return unknown === undefined ? undefined : { type: 'unknown', unknown, place };
  }
  if (words.length === 4 && first === 'reading' && third === 'is') {
    const reading = resolve(second!, 'reading', node, start(1), reader);
    const alternative =
      reading && resolveWithin(fourth!, reading, 'unknown-alternative', node, start(3), reader);
    return reading && alternative ? { type: 'reading', reading, alternative, place } : undefined;
  }
  if (words.length > 2 && !['when', 'reading', 'unknown'].includes(first)) {
    const done = readActSentence(node, reader);
    return done && allowed(place, reader, where) ? { type: 'act', act: done, place } : undefined;
  }
  const near = nearest(first, ['always', 'never', 'when', 'reading', 'unknown', ...ACT_KINDS]);
  reader.report('bad-formula', place, { text: node.text }, near === first ? undefined : near);
  return undefined;
}

function allowed(place: ReturnType<typeof placeOf>, reader: Reader, where: Where): boolean {
  if (where === 'anywhere') return true;
  reader.report(where === 'negated' ? 'negated-act' : 'act-in-when', place);
  return false;
}

function readForm(node: Table, reader: Reader, where: Where): Formula | undefined {
  const form = FORMS.find((each) => valueOf(node, each));
  if (!form) {
    const [first] = node.pairs;
    if (first) unknownKey(first.key.text, placeOf(first.key), FORMS, reader);
    else reader.report('bad-formula', placeOf(node), { text: '{}' });
    return undefined;
  }
  const keys: readonly string[] = [form, ...BESIDE[form]];
  let sound = true;
  for (const { key } of node.pairs) {
    if (keys.includes(key.text)) continue;
    unknownKey(key.text, placeOf(key), keys, reader);
    sound = false;
  }
  for (const key of keys) {
    if (valueOf(node, key)) continue;
    reader.report('missing-key', placeOf(node), { key });
    sound = false;
  }
  const read = READ[form](valueOf(node, form)!, valueOf(node, BESIDE[form][0] ?? form), reader, where);
  return sound ? read : undefined;
}

type ReadForm = (main: Tree, beside: Tree | undefined, reader: Reader, where: Where) => Formula | undefined;

const READ: Readonly<Record<Form, ReadForm>> = {
  not: (main, _, reader) => {
    const of = readIn(main, reader, 'negated');
    return of && { type: 'not', of };
  },
  allOf: (main, _, reader, where) => {
    const of = readItems(main, reader, (item) => readIn(item, reader, where));
    return of && { type: 'allOf', of };
  },
  anyOf: (main, _, reader, where) => {
    const of = readItems(main, reader, (item) => readIn(item, reader, where));
    return of && { type: 'anyOf', of };
  },
  atLeast: (main, beside, reader, where) => {
    const count = readAs(whole, main, reader);
    const of = beside && readItems(beside, reader, (item) => readIn(item, reader, where));
    if (count === undefined || !of || !inRange(count, of.length, main, reader)) return undefined;
    return { type: 'atLeast', count, of };
  },
  weighted: (main, beside, reader, where) => {
    const quota = readAs(whole, main, reader);
    const of = beside && readItems(beside, reader, (item) => readWeighted(item, reader, where));
    if (quota === undefined || !of) return undefined;
    const all = of.reduce((sum, each) => sum + each.weight, 0);
    return inRange(quota, all, main, reader) ? { type: 'weighted', quota, of } : undefined;
  },
  silent: (main, beside, reader, where) => {
    const concurrence: Act | undefined = readAs(act, main, reader);
    const within = beside && readAs(duration, beside, reader);
    const place = placeOf(main);
    if (!allowed(place, reader, where) || !concurrence || within === undefined) return undefined;
    return { type: 'silence', act: concurrence, within, place };
  },
};

function readItems<T>(node: Tree, reader: Reader, read: (item: Tree) => T | undefined): T[] | undefined {
  if (node.type !== 'list') return wrongType(node, 'list', reader);
  if (node.items.length === 0) reader.report('empty-list', placeOf(node));
  const items = node.items.map(read).filter((item) => item !== undefined);
  return items.length > 0 && items.length === node.items.length ? items : undefined;
}

function readWeighted(node: Tree, reader: Reader, where: Where): Weighted | undefined {
  if (!isTable(node, reader)) return undefined;
  const [weightNode, ofNode] = [valueOf(node, 'weight'), valueOf(node, 'is')];
  if (!weightNode) reader.report('missing-key', placeOf(node), { key: 'weight' });
  if (!ofNode) reader.report('missing-key', placeOf(node), { key: 'is' });
  const others = node.pairs.filter(({ key }) => !['weight', 'is'].includes(key.text));
  for (const { key } of others) unknownKey(key.text, placeOf(key), ['weight', 'is'], reader);
  const weight = weightNode && readAs(whole, weightNode, reader);
  const of = ofNode && readIn(ofNode, reader, where);
  return weight !== undefined && of && others.length === 0 ? { weight, of } : undefined;
}

/** A quota of nothing always holds and one above the whole never does: neither says what its author meant. */
export function inRange(quota: number, most: number, node: Tree, reader: Reader): boolean {
  if (quota >= 1 && quota <= most) return true;
  reader.report('quota-out-of-range', placeOf(node), { quota, most });
  return false;
}
