import { describe, expect, test } from 'vitest';
import { readArrangement } from '../arrangement/read/arrangement.ts';
import { change, SAMPLE, SAMPLE_CLAIMS } from '../arrangement/read/testing/broken.ts';
import type { Claim } from './model.ts';
import { readClaims } from './read.ts';

function read(contents: Readonly<Record<string, string>>): readonly Claim[] {
  const home = readArrangement('a', () => SAMPLE);
  const other = readArrangement('b', () => change(SAMPLE, 'id: sample', 'id: other'));
  if (!home.ok || !other.ok) throw new RangeError('the sample is broken');
  const result = readClaims(
    'c/claims.yaml',
    (path) => contents[path],
    home.value,
    new Map([['other', other.value]]),
  );
  if (!result.ok) throw new RangeError(JSON.stringify(result.faults));
  return result.value;
}
const [questions, rest] = read({ 'c/claims.yaml': SAMPLE_CLAIMS });

test('a claim', () => {
  expect(questions).toMatchObject({
    id: 'W1',
    kind: 'control',
    mark: 'stated',
    says: { en: 's' },
    sources: [{ source: 'W', at: 'W1' }],
  });
  expect(questions!.place).toEqual({ file: 'c/claims.yaml', line: 2, column: 3 });
});

describe('its questions', () => {
  const frame = { at: '2011-01-01' };
  const outcome = { kind: 'execute', on: 'strike' };
  test.for(
    [
      [
        {
          type: 'extent',
          asked: { frame, question: { ask: 'canAlone', who: 'arden', outcome, others: 'silent' } },
          expect: 'none',
        },
      ],
      [
        {
          type: 'extent',
          asked: {
            frame: { at: '2011-10-01' },
            question: {
              ask: 'canBlock',
              who: 'minister',
              outcome: { ...outcome, by: 'chief' },
              effect: 'proper',
              level: 'office',
            },
          },
          expect: 'some',
          where: { link: 'tight' },
        },
      ],
      [
        {
          type: 'extent',
          asked: {
            frame: { ...frame, given: { emergency: true } },
            question: { ask: 'canBypass', who: 'minister', by: 'chief', outcome },
          },
          expect: 'every',
        },
      ],
      [
        {
          type: 'sets',
          asked: {
            frame: { ...frame, reading: { link: 'loose' } },
            question: { ask: 'needs', outcome, level: 'party' },
          },
          expect: [['arden', 'borea']],
        },
      ],
      [{ type: 'sets', asked: { frame, question: { ask: 'needs', outcome } }, expect: [[]] }],
      [
        {
          type: 'sets',
          asked: { frame, question: { ask: 'coalitions', outcome, level: 'act' } },
          expect: [['execute by chief on strike']],
        },
      ],
      [
        {
          type: 'sets',
          asked: { frame, question: { ask: 'blockers', outcome: { kind: 'decide', on: 'aid' } } },
          expect: [['chief'], ['minister', 'general']],
        },
      ],
      [
        {
          type: 'voice',
          asked: { frame, question: { ask: 'voice', who: 'forum', on: 'aid' } },
          expect: { kind: 'none', bound: 'least' },
        },
      ],
      [
        {
          type: 'voice',
          asked: { arrangement: 'other', frame, question: { ask: 'voice', who: 'borea', on: 'strike' } },
          expect: { kind: 'concur', firmness: 'needed', alone: false, bound: 'most' },
        },
      ],
      [
        {
          type: 'survives',
          asked: { frame, question: { ask: 'survives', who: 'arden', rule: 'council-aids' } },
          expect: 'every',
        },
      ],
    ].map(([check], index) => [index, check] as const),
  )('check %i', ([index, check]) => {
    const { place, ...found } = questions!.checks[index]!;
    expect(found).toEqual(check);
    expect(place).toEqual({ file: 'c/claims.yaml', line: 8 + index, column: 9 });
  });
});

describe('its other checks', () => {
  const when = (day: string, precision = 'year'): unknown => ({ day, precision });
  const frame = { at: '2011-01-01' };
  test.for(
    [
      {
        type: 'compare',
        left: { type: 'voice', who: 'borea', on: 'strike', bound: 'least', frame },
        relation: '<',
        right: { type: 'blocks', who: 'borea', kind: 'execute', frame },
      },
      {
        type: 'compare',
        left: {
          type: 'voices',
          who: 'borea',
          kind: 'plan',
          frame: { ...frame, given: { emergency: false }, reading: { link: 'tight' } },
        },
        relation: '>=',
        right: {
          type: 'events',
          who: 'arden',
          about: 'treaty',
          from: when('2011-01-01'),
          until: when('2012-01-01'),
        },
      },
      {
        type: 'compare',
        left: { type: 'days', between: ['meeting', 'launch'] },
        relation: '=',
        right: { type: 'number', value: 93 },
      },
      {
        type: 'trend',
        measure: { type: 'voice', who: 'borea', on: 'strike', bound: 'most', frame },
        at: [when('2011-01-01'), when('2012-03-01', 'month')],
        relation: '<',
      },
      {
        type: 'stands',
        entry: 'launch',
        status: 'text',
        kind: 'launch',
        on: when('2012-01-02', 'day'),
        who: ['arden'],
        about: ['strike'],
        after: 'meeting',
      },
      {
        type: 'stands',
        entry: 'link',
        status: 'hedged',
        who: [],
        about: [],
        alternatives: ['tight', 'loose'],
        arrangement: 'other',
      },
      { type: 'absent', outcome: 'decide on strike', at: when('2011-01-01') },
    ].map((check, index) => [index, check] as const),
  )('check %i', ([index, check]) => {
    const { place: _place, ...found } = rest!.checks[index]!;
    expect(found).toEqual(check);
  });
});

test('claims may be spread over files, in the order in which these are included', () => {
  const claim = (id: string): string =>
    `claims: { ${id}: { kind: fact, mark: stated, says: { en: s, ko: s, ja: s }, source: { in: W }, checks: [{ absent: decide on strike, at: 2011 }] } }`;
  const claims = read({
    'c/claims.yaml': `include: [claims/one.yaml, claims/two.yaml]\n${claim('A3')}`,
    'c/claims/one.yaml': claim('A1'),
    'c/claims/two.yaml': claim('A2'),
  });
  expect(claims.map(({ id }) => id)).toEqual(['A1', 'A2', 'A3']);
});
