/** The sections of those who act: parties, governments, offices, seats, bodies. */
import type { z } from 'zod';
import { leaf, list, optional, readAs, record, string, truth } from '../../yaml/shape.ts';
import { placeOf, type Table, type Tree } from '../../yaml/tree.ts';
import { overlap } from '../date.ts';
import type { Body, Government, Holder, Office, Party, Seat, Way } from '../model.ts';
import { checkPeriod, checkRepeats, nodeAt, placeAt, section, status } from './entry.ts';
import { inRange } from './formula.ts';
import { answering, citations, way } from './parts.ts';
import { date, duration, reference, text, type Reader } from './words.ts';

export const parties = section({}, ({ entry }): Party => ({ type: 'party', ...entry }));

export const governments = section(
  {
    party: reference('party').describe('The party that it governs.'),
    leaning: optional(string.describe('One word for its political leaning.')),
  },
  ({ entry, fields }): Government => ({ type: 'government', ...entry, ...fields }),
);

export const offices = section(
  {
    answersTo: answering,
    heldFrom: optional(reference('party').describe('The party whose national holds it.')),
  },
  ({ entry, fields }): Office => ({ type: 'office', ...entry, ...fields }),
);

const holderShape = record({
  name: text,
  from: optional(date),
  until: optional(date),
  acting: optional(truth.describe('Holds the seat for somebody else.')),
  status,
  source: citations,
});
const holder: z.ZodType<Holder> = leaf(
  holderShape.describe('A person who sits in it, from when until when.'),
  (node: Tree, reader: Reader): Holder | undefined => {
    const read = readAs(holderShape, node, reader);
    if (!read || !checkPeriod(read, node as Table, reader)) return undefined;
    const { source, acting = false, ...rest } = read;
    return { ...rest, acting, sources: source, place: placeOf(node) };
  },
);

export const seats = section(
  {
    offices: list(reference('office')).describe('The offices that one person holds together.'),
    holders: optional(list(holder).describe('Who sat in it, when.')),
  },
  ({ entry, fields, node, reader }): Seat | undefined => {
    const holders = fields.holders ?? [];
    const sound = checkRepeats(fields.offices, node, 'offices', reader);
    const single = holders.every((each, index) => {
      const other = holders
        .slice(0, index)
        .find((before) => !before.acting && !each.acting && overlap(before, each));
      if (other)
        reader.report('overlapping-periods', each.place, { name: each.name.en, other: other.name.en });
      return !other;
    });
    return sound && single ? { type: 'seat', ...entry, offices: fields.offices, holders } : undefined;
  },
);

export const bodies = section(
  {
    members: list(reference('office')).describe('The offices that meet in it.'),
    way,
    silence: optional(duration.describe('Concurrence is given unless a member breaks silence in this time.')),
  },
  ({ entry, fields, node, reader }): Body | undefined => {
    const sound = checkRepeats(fields.members, node, 'members', reader);
    return checkWay(fields.way, fields.members, node, reader) && sound
      ? { type: 'body', ...entry, ...fields }
      : undefined;
  },
);

/** Whether a way can be gone by these members: its quotas can be reached, and it names members only. */
function checkWay(way: Way, members: readonly string[], node: Table, reader: Reader): boolean {
  if (way.type !== 'atLeast' && way.type !== 'weighted') return true;
  const at = (...path: readonly (string | number)[]): Tree => nodeAt(node, 'way', ...path);
  const stranger = (name: string, place: ReturnType<typeof placeOf>): boolean => {
    if (members.includes(name)) return false;
    reader.report('not-a-member', place, { name, known: members.join(', ') });
    return true;
  };
  if (way.type === 'atLeast') {
    const strangers = way.veto.filter((name, index) => stranger(name, placeAt(node, 'way', 'veto', index)));
    return inRange(way.count, members.length, at('atLeast'), reader) && strangers.length === 0;
  }
  const strangers = way.weights.filter(({ member }) =>
    stranger(member, placeAt(node, 'way', 'weighted', 'weights', member)),
  );
  const missing = members.filter((member) => !way.weights.some((each) => each.member === member));
  for (const member of missing)
    reader.report('missing-key', placeAt(node, 'way', 'weighted', 'weights'), { key: member });
  const all = way.weights.reduce((sum, each) => sum + each.weight, 0);
  const reachable = inRange(way.quota, all, at('weighted', 'quota'), reader);
  const also =
    way.alsoAtLeast === undefined || inRange(way.alsoAtLeast, members.length, at('alsoAtLeast'), reader);
  return reachable && also && strangers.length === 0 && missing.length === 0;
}
