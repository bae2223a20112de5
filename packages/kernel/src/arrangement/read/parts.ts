/** Parts of entries that have more than one form: citations, whom an office answers to, the way of a body. */
import { z } from 'zod';
import {
  choice,
  isTable,
  leaf,
  list,
  mapping,
  optional,
  readAs,
  record,
  string,
  unknownKey,
  whole,
  wrongType,
} from '../../yaml/shape.ts';
import { placeOf, valueOf, type Tree } from '../../yaml/tree.ts';
import type { Answering, Citation, Way } from '../model.ts';
import { idKey, readId, reference, source, type Reader } from './words.ts';

const citation = record({
  in: source.describe('An id of `sources`.'),
  at: optional(string.describe('The place in it.')),
  quote: optional(string.describe('A short quote in its original language.')),
});
const several = list(citation);

/** One citation or a list of them. */
export const citations: z.ZodType<readonly Citation[]> = leaf(
  z.union([citation, several]).meta({
    id: 'citations',
    description: 'Where this stands: a citation, or a list of citations.',
  }),
  (node: Tree, reader: Reader) => {
    if (node.type === 'scalar') return wrongType(node, 'citation', reader);
    if (node.type === 'list') {
      if (node.items.length > 0) return readAs(several, node, reader)?.map(cite);
      reader.report('missing-source', placeOf(node), { key: 'source' });
      return undefined;
    }
    const one = readAs(citation, node, reader);
    return one && [cite(one)];
  },
  () => ({ in: source, at: string, quote: string }),
);

function cite({ in: source, ...rest }: z.output<typeof citation>): Citation {
  return { source, ...rest };
}

/** A party, or several under `allOf` or `anyOf`. */
export const answering: z.ZodType<Answering> = leaf(
  z
    .lazy((): z.ZodType => {
      const several = z.array(answering).min(1);
      return z.union([party, z.strictObject({ allOf: several }), z.strictObject({ anyOf: several })]);
    })
    .meta({
      id: 'answering',
      description: 'Whom an office answers to: a party, or {allOf: […]}, {anyOf: […]}.',
    }),
  readAnswering,
  () => ({ allOf: list(answering), anyOf: list(answering) }),
);
const party = reference('party');

function readAnswering(node: Tree, reader: Reader): Answering | undefined {
  if (node.type === 'scalar') {
    const id = readAs(party, node, reader);
    return id === undefined ? undefined : { type: 'party', party: id };
  }
  if (!isTable(node, reader)) return undefined;
  const [first, ...rest] = node.pairs;
  const type = first?.key.text;
  if (!first || (type !== 'allOf' && type !== 'anyOf') || rest.length > 0) {
    const wrong = (type === 'allOf' || type === 'anyOf' ? rest[0] : first)?.key;
    if (wrong) unknownKey(wrong.text, placeOf(wrong), ['allOf', 'anyOf'], reader);
    else reader.report('one-of-keys', placeOf(node), { keys: 'allOf, anyOf' });
    return undefined;
  }
  const of = readAs(list(answering), first.value, reader);
  return of && { type, of };
}

const simpleWay = choice(['none', 'consensus', 'majority']);
const counted = record({ atLeast: whole, veto: optional(list(reference('office'))) });
const weights = record({ quota: whole, weights: mapping(idKey, whole, readId) });
const weighted = record({ weighted: weights, alsoAtLeast: optional(whole) });

/** How a body acts. */
export const way: z.ZodType<Way> = leaf(
  z.union([simpleWay, counted, weighted]).meta({
    id: 'way',
    description: 'How a body acts: none, consensus, majority, {atLeast, veto} or {weighted, alsoAtLeast}.',
  }),
  (node: Tree, reader: Reader) => {
    if (node.type !== 'table') {
      const type = readAs(simpleWay, node, reader);
      return type && { type };
    }
    if (valueOf(node, 'weighted')) {
      const read = readAs(weighted, node, reader);
      if (!read) return undefined;
      const {
        weighted: { quota, weights },
        ...rest
      } = read;
      return {
        type: 'weighted',
        quota,
        weights: [...weights].map(([member, weight]) => ({ member, weight })),
        ...rest,
      };
    }
    const read = readAs(counted, node, reader);
    return read && { type: 'atLeast', count: read.atLeast, veto: read.veto ?? [] };
  },
  () => ({ atLeast: whole, veto: list(string), weighted: weights, alsoAtLeast: whole }),
);
