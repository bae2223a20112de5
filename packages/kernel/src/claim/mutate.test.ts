/** No claim may hold by accident: what kills a check, what leaves it idle, and what changes are made. */
import { describe, expect, test } from 'vitest';
import { anyOf, is, outcome, sketch, type Sketch } from '../authority/testing/sketch.ts';
import type { Arrangement } from '../arrangement/model.ts';
import { incomplete } from '../text/catalogue.ts';
import { checkClaim } from './check.ts';
import type { Check } from './model.ts';
import { mutate, type MutatedCheck, type MutationKind } from './mutate.ts';
import en from './mutation/mutations.en.json' with { type: 'json' };
import ja from './mutation/mutations.ja.json' with { type: 'json' };
import ko from './mutation/mutations.ko.json' with { type: 'json' };
import { asks, AT, claimOf, comparing, PLACE, stands, when, withRecords, worldOf } from './testing/claims.ts';

const RELEASE = outcome('decide on release');
const OFFICES: Sketch['offices'] = { president: 'owner', premier: 'ally', general: 'ally' };

/** The owner's president decides, the ally's premier having concurred. */
const joint = sketch({
  offices: OFFICES,
  powers: {
    'to-release': { act: 'decide by president on release', valid: is('concur by premier on release') },
  },
});

function extent(
  ask: 'canAlone' | 'canBlock' | 'canBypass',
  who: string,
  expect: 'every' | 'some' | 'none',
): Check {
  return { type: 'extent', ...asks({ ask, who, outcome: RELEASE }), expect };
}

function mutated(check: Check, arrangement: Arrangement, options?: { all: boolean }): MutatedCheck {
  return mutate(claimOf(check), arrangement.id, worldOf(arrangement), options).checks[0]!;
}

/** Every kind of change that makes the check fail. */
function killers(check: Check, arrangement: Arrangement): readonly MutationKind[] {
  const result = mutated(check, arrangement, { all: true });
  if (result.outcome !== 'killed') throw new Error(result.outcome);
  return [...new Set(result.killedBy.map(({ kind }) => kind))];
}

describe('a check', () => {
  test('is killed by the first change that makes it fail, which is told in words', () => {
    const result = mutated(extent('canBlock', 'premier', 'every'), joint);
    expect(result).toMatchObject({ outcome: 'killed', tried: 1, killedBy: [{ rule: 'to-release' }] });
    const [first] = result.outcome === 'killed' ? result.killedBy : [];
    expect(first?.says.en).toBe(
      'In “to-release” this is no longer required: concurrence in release by premier.',
    );
  });

  test('is killed by many, when all are asked for', () => {
    const result = mutated(extent('canBlock', 'premier', 'every'), joint, { all: true });
    expect(result.outcome === 'killed' && result.killedBy.length).toBeGreaterThan(1);
  });

  test('is idle when no change makes it fail', () => {
    const always: Check = comparing({ type: 'number', value: 1 }, '<', { type: 'number', value: 2 });
    expect(mutated(always, joint)).toEqual({ outcome: 'idle', check: always, tried: 0 });
    const never = comparing({ type: 'blocks', frame: AT, who: 'premier', kind: 'decide' }, '>', {
      type: 'number',
      value: -1,
    });
    const result = mutated(never, joint);
    expect(result.outcome).toBe('idle');
    expect(result).toHaveProperty(
      'tried',
      expect.toSatisfy((tried: number) => tried > 10),
    );
  });

  test('that does not hold is not changed for', () => {
    expect(mutated(extent('canBlock', 'premier', 'none'), joint).outcome).toBe('fails');
  });

  test('makes its claim idle', () => {
    const always: Check = comparing({ type: 'number', value: 1 }, '<', { type: 'number', value: 2 });
    const live = extent('canBlock', 'premier', 'every');
    expect(mutate(claimOf(live), 'sketch', worldOf(joint)).idle).toBe(false);
    expect(mutate(claimOf(live, always), 'sketch', worldOf(joint)).idle).toBe(true);
  });

  test('that nobody can block is killed by a concurrence that is needed too', () => {
    expect(mutated(extent('canBlock', 'general', 'none'), joint)).toMatchObject({
      outcome: 'killed',
      killedBy: [{ kind: expect.stringMatching('swap-actor|add-concurrence') }],
    });
  });

  test('may rest on two arrangements, and is changed for in both', () => {
    const other = { ...joint, id: 'other' };
    const voice = (arrangement: string) =>
      ({ type: 'voice', arrangement, frame: AT, who: 'ally', on: 'release', bound: 'most' }) as const;
    const result = mutate(
      claimOf(comparing(voice('sketch'), '=', voice('other'))),
      'sketch',
      worldOf(joint, other),
      { all: true },
    );
    const [only] = result.checks;
    const touched = only?.outcome === 'killed' ? only.killedBy.map(({ arrangement }) => arrangement) : [];
    expect(new Set(touched)).toEqual(new Set(['sketch', 'other']));
  });

  test('leaves the arrangement as it was', () => {
    const check = extent('canBlock', 'premier', 'every');
    const before = JSON.stringify([...joint.powers]);
    mutated(check, joint, { all: true });
    expect(JSON.stringify([...joint.powers])).toBe(before);
    expect(checkClaim(claimOf(check), 'sketch', worldOf(joint)).holds).toBe(true);
  });
});

/** For each kind of change, a check that it kills. */
const KILLS: Readonly<Record<MutationKind, readonly [Check, Arrangement]>> = (() => {
  const everyBlock = extent('canBlock', 'premier', 'every');
  const power = (rest: object, more: Partial<Sketch> = {}): Arrangement =>
    sketch({
      offices: OFFICES,
      powers: { 'to-release': { act: 'decide by president on release', ...rest } },
      ...more,
    });
  const body = (way: NonNullable<Sketch['bodies']>[string]['way'], silence?: number): Arrangement =>
    sketch({
      offices: { a: 'owner', b: 'ally', c: 'ally', d: 'third' },
      bodies: { council: { members: ['a', 'b', 'c'], way, ...(silence === undefined ? {} : { silence }) } },
      powers: { 'to-release': { act: 'decide by council on release' } },
    });
  const office = (ask: 'canAlone' | 'canBlock', who: string, expect: 'every' | 'none'): Check => ({
    type: 'extent',
    ...asks({ ask, who, outcome: RELEASE, level: 'office' }),
    expect,
  });
  const survives = (expect: 'every' | 'none'): Check => ({
    type: 'survives',
    ...asks({ ask: 'survives', who: 'ally', rule: 'to-release' }),
    expect,
  });
  const voice = (who: string, kind: 'consult' | 'plan' | 'decide'): Check => ({
    type: 'voice',
    ...asks({ ask: 'voice', who, on: 'release' }),
    expect: { kind, bound: 'most' },
  });
  const absent = (act: string): Check => ({
    type: 'absent',
    outcome: act,
    at: when('2024'),
    place: PLACE,
  });
  const dated = extent('canAlone', 'owner', 'every');
  const read = power(
    { valid: anyOf('reading text is loose', 'concur by premier on release') },
    { readings: { text: ['strict', 'loose'] } },
  );
  const reported = withRecords(joint, {
    before: { from: '2022' },
    summit: {
      from: '2022',
      kind: 'agreement',
      who: ['owner', 'ally'],
      about: ['release'],
      after: ['before'],
    },
  });
  const summit = stands('summit', {
    kind: 'agreement',
    on: when('2022'),
    who: ['owner', 'ally'],
    about: ['release'],
    after: 'before',
  });
  const consulted = power(
    {},
    {
      conditions: { hurry: undefined },
      duties: {
        consult: {
          before: 'decide by president on release',
          cases: [
            { label: 'hurry', when: is('when hurry'), must: { type: 'always' } },
            { label: 'general', must: is('consult by president with premier on release') },
          ],
        },
      },
    },
  );
  const delegated = power(
    {},
    {
      offices: { ...OFFICES, deputy: 'owner' },
      delegations: { standing: { act: 'decide by president on release', to: 'deputy' } },
    },
  );
  const succeeded = power(
    {},
    {
      offices: { ...OFFICES, deputy: 'owner' },
      successions: { line: { office: 'president', order: ['deputy'] } },
    },
  );
  const seats = sketch({
    offices: { president: 'owner', chief: 'owner' },
    seats: { chair: ['president', 'chief'] },
    powers: {
      'to-release': { act: 'decide by president on release', valid: is('concur by chief on release') },
    },
  });
  return {
    'drop-requirement': [everyBlock, joint],
    'add-concurrence': [dated, power({})],
    'add-duty': [extent('canBypass', 'ally', 'none'), power({})],
    'swap-actor': [everyBlock, joint],
    'swap-addressee': [
      voice('ally', 'consult'),
      power({ valid: is('consult by general with premier on release') }),
    ],
    'settle-so': [extent('canBlock', 'premier', 'some'), read],
    'settle-not-so': [extent('canBlock', 'premier', 'some'), read],
    'change-quota': [office('canBlock', 'a', 'none'), body({ type: 'atLeast', count: 2, veto: [] })],
    'drop-revocation': [survives('none'), power({ revocableBy: is('revoke by premier on release') })],
    'add-revocation': [survives('every'), power({ revocableBy: is('revoke by president on release') })],
    'raise-kind': [absent('execute on release'), power({})],
    'lower-kind': [voice('owner', 'decide'), power({})],
    'change-matter': [
      absent('decide on support'),
      sketch({
        offices: OFFICES,
        powers: {
          'to-release': { act: 'decide by president on release' },
          'to-support': { act: 'plan by premier on support' },
        },
      }),
    ],
    'begin-later': [dated, power({})],
    'end-earlier': [dated, power({})],
    'hold-always': [absent('decide on release'), power({ until: '2023' })],
    'drop-case': [extent('canBypass', 'ally', 'some'), consulted],
    'swap-delegate': [office('canAlone', 'deputy', 'every'), delegated],
    'drop-successor': [
      {
        type: 'extent',
        asked: {
          frame: { ...AT, given: { 'vacant-president': true } },
          question: { ask: 'canAlone', who: 'deputy', outcome: RELEASE },
        },
        expect: 'every',
        place: PLACE,
      },
      succeeded,
    ],
    'drop-member': [office('canBlock', 'a', 'every'), body({ type: 'consensus' })],
    'swap-member': [office('canBlock', 'a', 'every'), body({ type: 'consensus' })],
    'change-way': [office('canBlock', 'a', 'every'), body({ type: 'consensus' })],
    'drop-veto': [office('canBlock', 'a', 'every'), body({ type: 'atLeast', count: 2, veto: ['a'] })],
    'drop-silence': [
      {
        type: 'extent',
        ...asks({ ask: 'canAlone', who: 'a', outcome: RELEASE, level: 'office', others: 'silent' }),
        expect: 'every',
      },
      body({ type: 'consensus' }, 3600),
    ],
    'change-answering': [extent('canAlone', 'owner', 'every'), power({})],
    'split-seat': [
      { type: 'extent', ...asks({ ask: 'canAlone', who: 'chair', outcome: RELEASE }), expect: 'every' },
      seats,
    ],
    'drop-alternative': [extent('canBlock', 'premier', 'some'), read],
    'change-usual': [
      extent('canAlone', 'president', 'every'),
      power({ valid: is('when ready') }, { conditions: { ready: true } }),
    ],
    'move-date': [summit, reported],
    'drop-participant': [summit, reported],
    'swap-participant': [summit, reported],
    'drop-subject': [summit, reported],
    'drop-order': [summit, reported],
    'change-kind': [summit, reported],
    'drop-rule': [summit, reported],
    'change-status': [summit, reported],
  };
})();

describe('every kind of change kills some check', () => {
  test.each(Object.entries(KILLS))('%s', (kind, [check, arrangement]) => {
    expect(killers(check, arrangement)).toContain(kind);
  });
});

describe('a change', () => {
  test('that would make a requirement go round in a circle is not made', () => {
    const chain = sketch({
      offices: OFFICES,
      powers: {
        'to-release': {
          act: 'decide by president on release',
          valid: is('concur by general on release'),
        },
        'to-consent': { act: 'concur by general on release', valid: is('concur by premier on release') },
        'to-agree': { act: 'concur by premier on release' },
      },
    });
    const result = mutated(extent('canBlock', 'general', 'every'), chain, { all: true });
    const circles = (result.outcome === 'killed' ? result.killedBy : []).filter(
      ({ rule, kind }) => rule === 'to-agree' && kind === 'add-concurrence',
    );
    expect(circles).toEqual([]);
    expect(result.outcome).toBe('killed');
  });

  test('is aimed at the day that is asked about', () => {
    const check: Check = {
      type: 'trend',
      measure: { type: 'blocks', frame: AT, who: 'ally', kind: 'decide' },
      at: ['2019', '2021'].map(when),
      relation: '<',
      place: PLACE,
    };
    const since2020 = sketch({
      offices: OFFICES,
      powers: {
        'to-release': {
          act: 'decide by president on release',
          from: '2020',
          valid: is('concur by premier on release'),
        },
      },
    });
    expect(killers(check, since2020)).toEqual(
      expect.arrayContaining(['begin-later', 'end-earlier', 'hold-always'] satisfies MutationKind[]),
    );
  });
});

test('the sentences of changes are complete in every language', () => {
  expect(incomplete({ en, ko, ja })).toEqual([]);
});
