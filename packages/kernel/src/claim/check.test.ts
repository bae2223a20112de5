/** What each kind of check means: it holds where the arrangement is so, and fails where it is not. */
import { describe, expect, test } from 'vitest';
import { allOf, anyOf, is, outcome, sketch } from '../authority/testing/sketch.ts';
import { incomplete } from '../text/catalogue.ts';
import { checkClaim } from './check.ts';
import en from './claims.en.json' with { type: 'json' };
import ja from './claims.ja.json' with { type: 'json' };
import ko from './claims.ko.json' with { type: 'json' };
import type { Check } from './model.ts';
import {
  asks,
  AT,
  claimOf,
  comparing,
  found,
  on,
  PLACE,
  stands,
  when,
  withRecords,
  worldOf,
} from './testing/claims.ts';

const RELEASE = outcome('decide on release');
const SUPPORT = outcome('execute on support');

/** The owner releases alone and has pledged to consult; the ally supports, under a link that can be read in two ways, since 2020. */
const pact = withRecords(
  sketch({
    offices: { president: 'owner', premier: 'ally', general: 'ally', liaison: 'owner' },
    bodies: { group: { members: ['president', 'premier'], way: { type: 'none' } } },
    readings: { link: ['presupposed', 'independent'], tone: ['firm', 'mild'] },
    powers: {
      'to-release': {
        act: 'decide by president on release',
        revocableBy: is('revoke by president on release'),
      },
      'to-order': { act: 'decide by premier on support' },
      'to-support': {
        act: 'execute by general on support',
        from: '2020',
        valid: allOf(
          'decide by premier on support',
          anyOf('reading link is independent', 'concur by liaison on support'),
        ),
      },
      'to-plan': { act: 'plan by group on planning', from: '2023-04-26' },
    },
    duties: {
      consult: {
        before: 'decide by president on release',
        cases: [{ label: 'always', must: is('consult by president with premier on release') }],
      },
    },
  }),
  {
    demand: { from: '2023-03-10', kind: 'demand', who: ['ally'], about: ['planning'] },
    summit: { from: '2023-04', kind: 'agreement', who: ['owner', 'ally'], about: ['group', 'planning'] },
    first: { from: '2023-07-18', who: ['group'], about: ['planning'] },
    second: { from: '2023-12-15', who: ['group'], after: ['first'], status: 'reported' },
  },
);
const holds = (check: Check): boolean => found(check, pact).holds;
const sentence = (check: Check): string => found(check, pact).tell().en;

describe('an extent', () => {
  const block = { ask: 'canBlock', who: 'owner', outcome: SUPPORT } as const;

  test('holds when the answer holds in just so many readings as is expected', () => {
    expect(holds({ type: 'extent', ...asks(block), expect: 'some' })).toBe(true);
    expect(holds({ type: 'extent', ...asks(block), expect: 'every' })).toBe(false);
    expect(holds({ type: 'extent', ...asks(block), expect: 'none' })).toBe(false);
  });

  test('says what was expected, what was found, and the engine’s reason', () => {
    const text = sentence({ type: 'extent', ...asks(block), expect: 'none' });
    expect(text).toMatch(
      /^Expected: holds in no reading\. Found: holds in some readings\. Owner can prevent/,
    );
  });

  test('with `where`, holds only if it holds everywhere in that reading and nowhere in another', () => {
    const where = (link: string, rest = {}): Check => ({
      type: 'extent',
      ...asks(block),
      expect: 'some',
      where: { link, ...rest },
    });
    expect(holds(where('presupposed'))).toBe(true);
    expect(holds(where('independent'))).toBe(false);
    expect(holds(where('presupposed', { tone: 'firm' }))).toBe(false);
    expect(sentence(where('independent'))).toContain(
      'It should hold just where “link” is read as “independent”',
    );
    expect(found(where('gone'), pact).refusal).toEqual({
      code: 'unknown-name',
      params: { name: 'link: gone' },
    });
  });

  test('of a survival is that of the rule that is named, on a day on which it is in force', () => {
    const survives = (who: string, rule: string, at = '2024-01-01'): Check => ({
      type: 'survives',
      ...asks({ ask: 'survives', who, rule }, on(at)),
      expect: 'every',
    });
    expect(holds(survives('ally', 'to-release'))).toBe(true);
    expect(holds(survives('owner', 'to-release'))).toBe(false);
    expect(holds(survives('ally', 'to-plan', '2023-01-01'))).toBe(false);
    expect(sentence(survives('ally', 'to-plan', '2023-01-01'))).toContain('Found: is not in force');
  });
});

describe('sets of players', () => {
  const needs = (...players: readonly string[]): Check => ({
    type: 'sets',
    ...asks({ ask: 'needs', outcome: SUPPORT, level: 'office' }),
    expect: [players],
  });
  const coalitions = (...groups: readonly (readonly string[])[]): Check => ({
    type: 'sets',
    ...asks({ ask: 'coalitions', outcome: SUPPORT, level: 'office' }),
    expect: groups,
  });

  test('`needs` holds for exactly those who are needed in every reading', () => {
    expect(holds(needs('general', 'premier'))).toBe(true);
    expect(holds(needs('general'))).toBe(false);
    expect(holds(needs('general', 'premier', 'liaison'))).toBe(false);
  });

  test('`needs` may be written one by one as well', () => {
    const oneByOne: Check = {
      type: 'sets',
      ...asks({ ask: 'needs', outcome: SUPPORT, level: 'office' }),
      expect: [['general'], ['premier']],
    };
    expect(holds(oneByOne)).toBe(true);
  });

  test('`coalitions` holds for exactly the smallest groups, in any order', () => {
    expect(holds(coalitions(['premier', 'general']))).toBe(true);
    expect(holds(coalitions(['premier', 'general'], ['liaison']))).toBe(false);
    expect(holds(coalitions())).toBe(false);
  });

  test('`blockers` are told apart, and that there are more of them than expected is said', () => {
    const blockers: Check = {
      type: 'sets',
      ...asks({ ask: 'blockers', outcome: SUPPORT, level: 'office' }),
      expect: [['general']],
    };
    expect(holds(blockers)).toBe(false);
    expect(sentence(blockers)).toMatch(/Found: .* and others, 3 in all\./);
  });
});

describe('a voice', () => {
  const voice = (expect: Extract<Check, { type: 'voice' }>['expect']): Check => ({
    type: 'voice',
    ...asks({ ask: 'voice', who: 'ally', on: 'release' }),
    expect,
  });

  test('has the kind that is expected, and the firmness where one is', () => {
    expect(holds(voice({ kind: 'consult', bound: 'most' }))).toBe(true);
    expect(holds(voice({ kind: 'consult', firmness: 'duty', bound: 'least' }))).toBe(true);
    expect(holds(voice({ kind: 'consult', firmness: 'needed', bound: 'most' }))).toBe(false);
    expect(holds(voice({ kind: 'decide', bound: 'most' }))).toBe(false);
    expect(holds(voice({ kind: 'consult', alone: true, bound: 'most' }))).toBe(false);
  });
});

describe('measures', () => {
  const rank = (who: string, at = AT) =>
    ({ type: 'voice', frame: at, who, on: 'release', bound: 'most' }) as const;
  const events = (rest: object) =>
    ({ type: 'events', from: when('2023'), until: when('2024'), ...rest }) as const;
  const number = (value: number) => ({ type: 'number', value }) as const;

  test('a voice has a rank', () => {
    expect(holds(comparing(rank('ally'), '=', number(2)))).toBe(true);
    expect(holds(comparing(rank('ally'), '<', rank('owner')))).toBe(true);
    expect(holds(comparing(rank('owner'), '<', rank('ally')))).toBe(false);
  });

  test('matters are counted that somebody can block in some reading on the day', () => {
    const blocks = (who: string, at: string) =>
      ({ type: 'blocks', frame: on(at), who, kind: 'execute' }) as const;
    expect(holds(comparing(blocks('owner', '2019-12-31'), '=', number(0)))).toBe(true);
    expect(holds(comparing(blocks('owner', '2020-01-01'), '=', number(1)))).toBe(true);
    expect(found(comparing(blocks('owner', '2020-01-01'), '=', number(1)), pact).grounds).toContainEqual({
      arrangement: 'sketch',
      rule: 'to-support',
    });
  });

  test('matters are counted on which somebody has at least a voice', () => {
    const voices = (kind: 'inform' | 'decide') => ({ type: 'voices', frame: AT, who: 'ally', kind }) as const;
    expect(holds(comparing(voices('inform'), '=', number(3)))).toBe(true);
    expect(holds(comparing(voices('decide'), '=', number(1)))).toBe(true);
  });

  test('events are counted from a day up to, and without, another, by kind, participant and subject', () => {
    const count = (rest: object, value: number): boolean =>
      holds(comparing(events(rest), '=', number(value)));
    expect(count({}, 4)).toBe(true);
    expect(count({ kind: 'meeting' }, 2)).toBe(true);
    expect(count({ who: 'ally' }, 2)).toBe(true);
    expect(count({ about: 'planning', who: 'group' }, 1)).toBe(true);
    expect(count({ until: when('2023-12-15') }, 3)).toBe(true);
    expect(count({ from: when('2023-03-11') }, 3)).toBe(true);
  });

  test('days are counted from one entry to another', () => {
    const days = (...between: readonly [string, string]) => ({ type: 'days', between }) as const;
    expect(holds(comparing(days('first', 'second'), '=', number(150)))).toBe(true);
    expect(holds(comparing(days('second', 'first'), '=', number(-150)))).toBe(true);
    expect(found(comparing(days('first', 'third'), '=', number(1)), pact).refusal?.code).toBe('unknown-name');
  });

  test('a trend relates the measure on each date to that on the next', () => {
    const trend = (relation: '<' | '<=' | '=', ...dates: readonly string[]): Check => ({
      type: 'trend',
      measure: { type: 'blocks', frame: AT, who: 'owner', kind: 'execute' },
      at: dates.map(when),
      relation,
      place: PLACE,
    });
    expect(holds(trend('<', '2019', '2021'))).toBe(true);
    expect(holds(trend('<', '2019', '2021', '2022'))).toBe(false);
    expect(holds(trend('<=', '2019', '2021', '2022'))).toBe(true);
    expect(holds(trend('=', '2021', '2022'))).toBe(true);
    expect(sentence(trend('<', '2019', '2021'))).toBe('Found: 0 on 2019 and 1 (support) on 2021.');
  });

  test('each may be taken in another arrangement', () => {
    const other = {
      ...sketch({ offices: { king: 'crown' }, powers: {} }),
      id: 'other',
      matters: pact.matters,
    };
    const crown = { ...rank('crown'), arrangement: 'other' };
    expect(found(comparing(crown, '<', rank('ally')), pact, other).holds).toBe(true);
    expect(found(comparing(crown, '<', rank('ally')), pact).refusal).toEqual({
      code: 'unknown-name',
      params: { name: 'other' },
    });
  });
});

describe('an entry stands', () => {
  test('with the status that is said', () => {
    expect(holds(stands('second', { status: 'reported' }))).toBe(true);
    expect(holds(stands('second', {}))).toBe(false);
    expect(sentence(stands('second', {}))).toBe(
      'It stands otherwise: expected status “stated in a text”, found reported.',
    );
  });

  test('as an event of the kind that is said', () => {
    expect(holds(stands('demand', { kind: 'demand' }))).toBe(true);
    expect(holds(stands('demand', { kind: 'visit' }))).toBe(false);
    expect(holds(stands('to-release', { kind: 'visit' }))).toBe(false);
  });

  test('on a date, as precisely as it is said', () => {
    expect(holds(stands('first', { on: when('2023-07-18') }))).toBe(true);
    expect(holds(stands('first', { on: when('2023') }))).toBe(true);
    expect(holds(stands('first', { on: when('2023-07-19') }))).toBe(false);
    expect(holds(stands('summit', { on: when('2023-04-26') }))).toBe(false);
    expect(holds(stands('first', { until: when('2024') }))).toBe(false);
  });

  test('with everybody and everything that is named, others beside', () => {
    expect(holds(stands('summit', { who: ['ally'], about: ['group'] }))).toBe(true);
    expect(holds(stands('summit', { who: ['ally', 'group'] }))).toBe(false);
    expect(holds(stands('summit', { about: ['release'] }))).toBe(false);
    expect(holds(stands('group', { who: ['premier'] }))).toBe(true);
  });

  test('before and after another', () => {
    expect(holds(stands('summit', { after: 'demand', before: 'first' }))).toBe(true);
    expect(holds(stands('summit', { before: 'demand' }))).toBe(false);
    expect(holds(stands('summit', { after: 'first' }))).toBe(false);
    expect(found(stands('summit', { after: 'gone' }), pact).refusal?.code).toBe('unknown-name');
  });

  test('with exactly the alternatives that are said', () => {
    expect(holds(stands('link', { alternatives: ['independent', 'presupposed'] }))).toBe(true);
    expect(holds(stands('link', { alternatives: ['presupposed'] }))).toBe(false);
  });
});

describe('an act is absent', () => {
  const absent = (act: string, at: string): Check => ({
    type: 'absent',
    outcome: act,
    at: when(at),
    place: PLACE,
  });

  test('when no power in force on the day grants it', () => {
    expect(holds(absent('execute on support', '2019'))).toBe(true);
    expect(holds(absent('execute on support', '2020'))).toBe(false);
    expect(sentence(absent('execute on support', '2020'))).toBe('It is granted by to-support.');
    expect(holds(absent('execute by premier on support', '2020'))).toBe(true);
  });

  test('but not when what it is on does not exist', () => {
    expect(found(absent('execute on suport', '2019'), pact).refusal?.code).toBe('unknown-name');
  });
});

describe('a claim', () => {
  const yes = stands('first', {});
  const no = stands('second', {});

  test('holds when all of its checks do', () => {
    expect(checkClaim(claimOf(yes, yes), 'sketch', worldOf(pact)).holds).toBe(true);
    const result = checkClaim(claimOf(yes, no), 'sketch', worldOf(pact));
    expect([result.holds, ...result.checks.map((each) => each.holds)]).toEqual([false, true, false]);
  });

  test('says of each check what was asked and what was found, in every language', () => {
    const [only] = checkClaim(claimOf(stands('first', { who: ['group'] })), 'sketch', worldOf(pact)).checks;
    expect(only?.question.en).toBe('first stands in sketch so: status “stated in a text” and with group');
    expect(only?.question.ko).toBe('first가 sketch에 다음과 같이 기재됨: 확실성 ‘문언에 명시’ 및 참여 group');
    expect(only?.sentence.ja).toBe('そのとおり記載されている。');
    expect(only?.grounds).toEqual([{ arrangement: 'sketch', rule: 'first' }]);
  });

  test('that names what does not exist fails with the refusal, and with no exception', () => {
    const check: Check = {
      type: 'extent',
      ...asks({ ask: 'canBlock', who: 'nobody', outcome: RELEASE }),
      expect: 'none',
    };
    const [only] = checkClaim(claimOf(check), 'sketch', worldOf(pact)).checks;
    expect(only).toMatchObject({ holds: false, refusal: { code: 'unknown-name' } });
  });
});

test('the words of claims are complete in every language', () => {
  expect(incomplete({ en, ko, ja })).toEqual([]);
});
