/** A notional alliance of two parties, with something of everything that a consultation can meet. */
import type { Duration } from '../../arrangement/formula.ts';
import type { Arrangement, Duty } from '../../arrangement/model.ts';
import { act, is, sketch } from '../../authority/testing/sketch.ts';

const base = sketch({
  offices: {
    'a-chief': 'arden',
    'a-minister': 'arden',
    'a-deputy': 'arden',
    'b-chief': 'borea',
    'b-minister': 'borea',
    general: ['arden', 'borea'],
  },
  bodies: { council: { members: ['a-minister', 'b-minister'], way: { type: 'consensus' }, silence: 3600 } },
  conditions: { emergency: false },
  readings: { link: ['tight', 'loose'] },
  powers: {
    striking: {
      act: 'decide by a-chief on strike',
      valid: is('concur by b-chief on strike'),
      proper: is('consult by a-chief with b-minister on strike'),
    },
    carrying: { act: 'execute by general on strike', valid: is('decide by a-chief on strike') },
    aiding: { act: 'decide by council on aid', revocableBy: is('revoke by b-minister on aid') },
    delegating: { act: 'delegate by a-chief to a-deputy on strike' },
    talking: { act: 'decide by b-chief on talks', valid: is('reading link is tight') },
  },
  successions: { 'after-chief': { office: 'a-chief', order: ['a-minister'] } },
});

const reporting: Duty = {
  ...base.powers.get('carrying')!,
  id: 'reporting',
  type: 'duty',
  time: 'after',
  act: act('execute by general on strike'),
  cases: [
    {
      label: 'general',
      must: is('inform by general to b-chief on strike'),
      within: 600 as Duration,
      place: { file: 'alliance', line: 1, column: 1 },
    },
  ],
};

const declaredBy: Readonly<Record<string, readonly string[]>> = {
  emergency: ['a-chief'],
  'vacant-a-chief': ['a-minister'],
};

export const ALLIANCE: Arrangement = {
  ...base,
  duties: new Map([['reporting', reporting]]),
  conditions: new Map(
    [...base.conditions].map(([id, each]) => [id, { ...each, declaredBy: declaredBy[id] ?? [] }]),
  ),
};
