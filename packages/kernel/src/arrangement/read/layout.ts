/** The shape of a whole file of an arrangement: for the JSON Schema and for the formatter. */
import { z } from 'zod';
import { list, mapping, optional, record, string } from '../../yaml/shape.ts';
import { TABLES } from '../model.ts';
import { SECTIONS, sourceKey, sourceShape } from './sections.ts';
import { idKey, newId, readId, text } from './words.ts';

export const HEAD = {
  id: newId.describe('Lower-case words joined by hyphens.'),
  name: text.describe('The name of the arrangement.'),
  summary: text.describe('What it is, in one or two sentences.'),
};

const TELLS: Readonly<Record<keyof typeof SECTIONS, string>> = {
  parties: 'States or organisations that take part.',
  governments: 'Who governs a party, from when until when.',
  offices: 'Positions that can act.',
  seats: 'Who sits in one or more offices.',
  bodies: 'Offices that meet, with a way to decide or none.',
  matters: 'What acts are about.',
  conditions: 'Propositions about the world.',
  readings: 'Where a text can be understood in more than one way.',
  unknowns: 'What nobody tells.',
  instruments: 'Texts with clauses.',
  powers: 'Who may do an act, under which formulas.',
  duties: 'What is owed before or after an act.',
  delegations: 'Who may act in the place of another.',
  successions: 'Who acts for an office that is vacant.',
  paces: 'How long an act takes.',
  events: 'What happened or is to happen.',
  facts: 'What a source asserts that is no act and no event.',
};

export const includeShape = list(string).describe(
  'Files of this folder with any of the sections; an id may occur once in all.',
);

function sectionShape(key: keyof typeof SECTIONS): z.ZodType {
  return mapping(idKey, record(SECTIONS[key].fields), readId).describe(TELLS[key]);
}

/** Any file of an arrangement: the root has the head as well, the others sections only. */
export const fileShape = record({
  id: optional(HEAD.id),
  name: optional(HEAD.name),
  summary: optional(HEAD.summary),
  include: optional(includeShape),
  sources: optional(mapping(sourceKey, sourceShape, readId).describe('What the entries cite.')),
  ...Object.fromEntries(TABLES.map((key) => [key, optional(sectionShape(key))])),
});

/** The JSON Schema (2020-12) of the files of an arrangement. */
export function arrangementSchema(): object {
  const { required: _required, ...schema } = z.toJSONSchema(fileShape, { io: 'input' });
  const head = Object.keys(HEAD);
  return {
    ...schema,
    title: 'Foedus arrangement',
    dependentRequired: Object.fromEntries(head.map((key) => [key, head.filter((other) => other !== key)])),
  };
}
