/** The sections of rules: powers, duties, delegations, successions, paces. */
import type { z } from 'zod';
import { leaf, list, optional, readAs, record, string, truth } from '../../yaml/shape.ts';
import { placeOf, type Tree } from '../../yaml/tree.ts';
import { ALWAYS } from '../formula.ts';
import type { Case, Delegation, Duty, Pace, Power, Succession } from '../model.ts';
import { checkCases } from './cases.ts';
import { checkRepeats, placeAt, section } from './entry.ts';
import { circumstance, formula } from './formula.ts';
import { act } from './sentence.ts';
import { clause, duration, reference, type Reader } from './words.ts';

export const powers = section(
  {
    act: act.describe('What the power allows.'),
    valid: optional(formula.describe('What the act needs to take effect. Default: always.')),
    proper: optional(formula.describe('What it needs in addition to break no duty. Default: always.')),
    inForce: optional(
      formula.describe('What has to go on being done for the power to exist. Default: always.'),
    ),
    revocableBy: optional(
      formula.describe('The acts that end the power; absent: nobody in the arrangement can.'),
    ),
    clause: optional(clause.describe('The clause that grants it: `instrument/clause`.')),
  },
  ({ entry, fields }): Power => ({
    type: 'power',
    ...entry,
    valid: ALWAYS,
    proper: ALWAYS,
    inForce: ALWAYS,
    ...fields,
  }),
);

const caseShape = record({
  label: string.describe('A short name for the case.'),
  when: optional(circumstance.describe('When the case applies; one case may lack it: the general case.')),
  must: formula.describe('What is owed; `always`: nothing.'),
  within: optional(duration),
});
const oneCase: z.ZodType<Case> = leaf(
  caseShape.describe('One case of the duty.'),
  (node: Tree, reader: Reader) => {
    const read = readAs(caseShape, node, reader);
    return read && { ...read, place: placeOf(node) };
  },
  () => caseShape.shape,
);

export const duties = section(
  {
    before: optional(act.describe('The act before which it is owed.')),
    after: optional(act.describe('The act after which it is owed.')),
    cases: list(oneCase),
    clause: optional(clause),
  },
  ({ entry, fields: { before, after, ...fields }, node, reader }): Duty | undefined => {
    const owed = before ?? after;
    if (!owed || (before && after)) {
      reader.report('one-of-keys', owed ? placeAt(node, 'after') : entry.place, { keys: 'before, after' });
      return undefined;
    }
    if (!checkCases(fields.cases, entry.place, reader)) return undefined;
    return { type: 'duty', ...entry, time: before ? 'before' : 'after', act: owed, ...fields };
  },
);

export const delegations = section(
  {
    act: act.describe('The act, by the one in whose place it may be done.'),
    to: reference('office').describe('The office that may do it.'),
    when: optional(formula.describe('When it may. Default: always.')),
  },
  ({ entry, fields }): Delegation => ({ type: 'delegation', ...entry, when: ALWAYS, ...fields }),
);

export const successions = section(
  {
    office: reference('office').describe('The office that may fall vacant: the condition `vacant-<office>`.'),
    order: list(reference('office')).describe('Who acts for it, in order.'),
  },
  ({ entry, fields, node, reader }): Succession | undefined =>
    checkRepeats(fields.order, node, 'order', reader)
      ? { type: 'succession', ...entry, ...fields }
      : undefined,
);

export const paces = section(
  {
    act,
    least: duration,
    likely: duration,
    most: duration,
    assumed: optional(truth.describe('true where no text says how long it takes.')),
  },
  ({ entry, fields: { assumed = false, ...fields }, node, reader }): Pace | undefined => {
    const { least, likely, most } = fields;
    if (least <= likely && likely <= most) return { type: 'pace', ...entry, ...fields, assumed };
    reader.report('falling-durations', placeAt(node, least <= likely ? 'most' : 'likely'));
    return undefined;
  },
);
