/** The sections of what acts are about and what circumstances there are. */
import { choice, list, mapping, optional, record, truth } from '../../yaml/shape.ts';
import type { Condition, Instrument, Matter, Reading, Unknown } from '../model.ts';
import { placeAt, section } from './entry.ts';
import { citations } from './parts.ts';
import { idKey, readId, reference, text } from './words.ts';
import type { Alternative } from '../model.ts';

export const matters = section({}, ({ entry }): Matter => ({ type: 'matter', ...entry }));

export const conditions = section(
  {
    declaredBy: optional(
      list(reference('actor')).describe('Who may declare it; nobody: the world fixes it.'),
    ),
    usually: optional(truth.describe('What is assumed when a question does not say.')),
  },
  ({ entry, fields }): Condition => ({ type: 'condition', ...entry, declaredBy: [], ...fields }),
);

const parts = mapping(idKey, record({ name: text, source: citations }), readId);
type Parts = Exclude<typeof parts extends { _output: infer T } ? T : never, undefined>;

function listed(parts: Parts): Alternative[] {
  return [...parts].map(([id, { name, source }]) => ({ id, name, sources: source }));
}

export const readings = section(
  { alternatives: parts.describe('The ways in which the text can be understood; at least two.') },
  ({ entry, fields, node, reader }): Reading | undefined => {
    const alternatives = listed(fields.alternatives);
    if (alternatives.length >= 2) return { type: 'reading', ...entry, alternatives };
    reader.report('too-few-alternatives', placeAt(node, 'alternatives'));
    return undefined;
  },
);

export const unknowns = section({}, ({ entry }): Unknown => ({ type: 'unknown', ...entry }));

export const instruments = section(
  {
    parties: list(reference('party')),
    form: choice([
      'treaty',
      'agreement',
      'declaration',
      'guidelines',
      'plan',
      'statute',
      'statement',
      'communique',
    ]),
    clauses: optional(parts.describe('What powers and duties cite as `instrument/clause`.')),
  },
  ({ entry, fields }): Instrument => ({
    type: 'instrument',
    ...entry,
    parties: fields.parties,
    form: fields.form,
    clauses: listed(fields.clauses ?? new Map()),
  }),
);
