/** What an inject changes in the world of the exercise. */
import { z } from 'zod';
import { nearest } from '../../../arrangement/nearest.ts';
import { holdsOn } from '../../../arrangement/date.ts';
import { reference, resolve } from '../../../arrangement/read/words.ts';
import {
  leaf,
  optional,
  readAs,
  readString,
  record,
  truth,
  unknownKey,
  wrongType,
} from '../../../yaml/shape.ts';
import { placeInside, placeOf, valueOf, type Scalar, type Tree } from '../../../yaml/tree.ts';
import type { WorldEffect } from '../effect.ts';
import { nameOf, resolveName, wording, type ScenarioReader } from './words.ts';

/** A power or duty in force on the day. */
const suspendable: z.ZodType<string> = leaf(z.string(), (node: Tree, reader: ScenarioReader) => {
  const word = readString(node, reader);
  if (word === undefined) return undefined;
  const { powers, duties } = reader.arrangement;
  const rules = [...powers.values(), ...duties.values()].filter((rule) => holdsOn(rule, reader.day));
  if (rules.some(({ id }) => id === word)) return word;
  const near = nearest(
    word,
    rules.map(({ id }) => id),
  );
  reader.report('unknown-rule', placeInside(node as Scalar, 0), { name: word, at: reader.day }, near);
  return undefined;
});

/** One end of a link: a seat, or a party where the other end is named as well. */
const end: z.ZodType<string> = leaf(z.string(), (node: Tree, reader: ScenarioReader) => {
  const word = readString(node, reader);
  if (word === undefined) return undefined;
  if (reader.arrangement.parties.has(word)) return resolve(word, 'party', node as Scalar, 0, reader);
  return resolveName(word, 'seat', node as Scalar, 0, reader);
});

const seat = nameOf('seat');
const FORMS = {
  condition: record({ condition: reference('condition'), holds: truth }),
  'link-down': record({ 'link-down': end, with: optional(end) }),
  'link-up': record({ 'link-up': end, with: optional(end) }),
  absent: record({ absent: seat }),
  present: record({ present: seat }),
  succeed: record({ succeed: seat, holder: wording, acting: optional(truth) }),
  suspend: record({ suspend: suspendable }),
  restore: record({ restore: suspendable }),
};
type Form = keyof typeof FORMS;
const KEYS = Object.keys(FORMS) as Form[];

export const effect: z.ZodType<WorldEffect> = leaf(
  z.union(Object.values(FORMS)).meta({
    id: 'effect',
    description: 'What changes in the world: a condition, a link, an absence, a holder, a rule.',
  }),
  (node: Tree, reader: ScenarioReader) => {
    if (node.type !== 'table') return wrongType(node, 'table', reader);
    const form = KEYS.find((key) => valueOf(node, key));
    if (form) return READ[form](node, reader);
    const [first] = node.pairs;
    if (first) unknownKey(first.key.text, placeOf(first.key), KEYS, reader);
    else reader.report('one-of-keys', placeOf(node), { keys: KEYS.join(', ') });
    return undefined;
  },
  () => Object.fromEntries(Object.values(FORMS).flatMap((form) => Object.entries(form.shape))),
);

type ReadEffect = (node: Tree, reader: ScenarioReader) => WorldEffect | undefined;

/** A party's link is the one with somebody: alone it has none. */
function link(type: 'link-down' | 'link-up', node: Tree, reader: ScenarioReader): WorldEffect | undefined {
  const read = readAs(FORMS[type], node, reader) as Partial<Record<string, string>> | undefined;
  const of = read?.[type];
  if (!read || of === undefined) return undefined;
  if (read['with'] === undefined && reader.arrangement.parties.has(of)) {
    reader.report('missing-key', placeOf(node), { key: 'with' });
    return undefined;
  }
  return { type, of, ...(read['with'] === undefined ? {} : { with: read['with'] }), place: placeOf(node) };
}

const READ: Readonly<Record<Form, ReadEffect>> = {
  condition: (node, reader) => {
    const read = readAs(FORMS.condition, node, reader);
    return read && { type: 'condition', ...read, place: placeOf(node) };
  },
  'link-down': (node, reader) => link('link-down', node, reader),
  'link-up': (node, reader) => link('link-up', node, reader),
  absent: (node, reader) => {
    const read = readAs(FORMS.absent, node, reader);
    return read && { type: 'absent', seat: read.absent, place: placeOf(node) };
  },
  present: (node, reader) => {
    const read = readAs(FORMS.present, node, reader);
    return read && { type: 'present', seat: read.present, place: placeOf(node) };
  },
  succeed: (node, reader) => {
    const read = readAs(FORMS.succeed, node, reader);
    if (!read) return undefined;
    const { acting = false, holder, succeed } = read;
    return { type: 'succeed', seat: succeed, holder, acting, place: placeOf(node) };
  },
  suspend: (node, reader) => {
    const read = readAs(FORMS.suspend, node, reader);
    return read && { type: 'suspend', rule: read.suspend, place: placeOf(node) };
  },
  restore: (node, reader) => {
    const read = readAs(FORMS.restore, node, reader);
    return read && { type: 'restore', rule: read.restore, place: placeOf(node) };
  },
};
