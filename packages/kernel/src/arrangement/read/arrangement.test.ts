import { describe, expect, test } from 'vitest';
import type { Arrangement } from '../model.ts';
import { readFormula, readOutcome } from './argument.ts';
import { readArrangement } from './arrangement.ts';
import { change, faultsIn, SAMPLE, shown, unmark } from './testing/broken.ts';

function read(text: string): Arrangement {
  const result = readArrangement('arrangement.yaml', (path) =>
    path === 'arrangement.yaml' ? text : undefined,
  );
  if (!result.ok) throw new RangeError(JSON.stringify(result.faults));
  return result.value;
}
const sample = read(SAMPLE);

describe('an arrangement becomes', () => {
  test('its head and sources', () => {
    expect(sample).toMatchObject({ id: 'sample', name: { ko: '예시' }, summary: { en: 'Two parties.' } });
    expect(sample.sources.get('W')).toMatchObject({
      id: 'W',
      kind: 'document',
      address: 'https://example.org/',
    });
  });
  test('entries with dates as precise as they are given, at the place of their id', () => {
    const first = sample.governments.get('first')!;
    expect(first).toMatchObject({ type: 'government', party: 'arden', leaning: 'no', status: 'text' });
    expect(first.from).toEqual({ day: '2011-01-01', precision: 'year' });
    expect(first.until).toEqual({ day: '2012-03-01', precision: 'month' });
    expect(first.place).toEqual({ file: 'arrangement.yaml', line: 10, column: 3 });
    expect(first.sources).toEqual([{ source: 'W', at: 'p1' }]);
  });
  test('an office that answers to several', () => {
    const inner = {
      type: 'anyOf',
      of: [
        { type: 'party', party: 'arden' },
        { type: 'party', party: 'borea' },
      ],
    };
    expect(sample.offices.get('general')!.answersTo).toEqual({
      type: 'allOf',
      of: [{ type: 'party', party: 'arden' }, inner],
    });
  });
  test('a seat with its holders', () => {
    const { holders, sources } = sample.seats.get('post')!;
    expect(holders.map(({ name, acting }) => [name.en, acting])).toEqual([
      ['One', false],
      ['Two', false],
      ['Deputy', true],
    ]);
    expect(sources[1]).toEqual({ source: 'W', at: 'p2', quote: '2011' });
  });
  test('bodies with their ways', () => {
    expect([...sample.bodies.values()].map(({ way }) => way)).toEqual([
      { type: 'atLeast', count: 2, veto: ['chief'] },
      {
        type: 'weighted',
        quota: 3,
        weights: [
          { member: 'chief', weight: 2 },
          { member: 'minister', weight: 1 },
        ],
        alsoAtLeast: 2,
      },
      { type: 'none' },
    ]);
    expect(sample.bodies.get('board')!.silence).toBe(3 * 86_400);
  });
  test('conditions, of which a succession makes one', () => {
    expect(
      [...sample.conditions.values()].map(({ id, usually, declaredBy }) => [id, usually, declaredBy]),
    ).toEqual([
      ['emergency', false, ['chief']],
      ['time-permits', undefined, []],
      ['vacant-chief', false, []],
    ]);
  });
  test('powers: what is left out is `always`, and nobody can revoke', () => {
    const { valid, proper, inForce, revocableBy, act } = sample.powers.get('council-aids')!;
    expect(act).toEqual({ kind: 'decide', by: 'council', on: 'aid' });
    expect(valid).toMatchObject({
      type: 'silence',
      act: { kind: 'concur', by: 'board' },
      within: 259_200,
      place: { line: 66 },
    });
    expect([proper, inForce, revocableBy]).toEqual([{ type: 'always' }, { type: 'always' }, undefined]);
  });
  test('formulas', () => {
    const { valid, inForce, revocableBy, clause } = sample.powers.get('chief-strikes')!;
    expect(valid).toMatchObject({
      type: 'allOf',
      of: [
        { type: 'act', act: { kind: 'concur', by: 'minister', on: 'strike' } },
        {
          type: 'anyOf',
          of: [
            { type: 'condition', condition: 'emergency' },
            { type: 'not', of: { type: 'reading', reading: 'link', alternative: 'tight' } },
          ],
        },
      ],
    });
    expect(inForce).toMatchObject({
      type: 'atLeast',
      count: 1,
      of: [{ type: 'act' }, { type: 'unknown', unknown: 'consent' }],
    });
    expect(revocableBy).toMatchObject({
      type: 'weighted',
      quota: 2,
      of: [
        { weight: 1, of: { type: 'act' } },
        { weight: 1, of: { type: 'never' } },
      ],
    });
    expect(clause).toBe('treaty/one');
  });
  test('duties, delegations, successions, paces', () => {
    const duty = sample.duties.get('consult-first')!;
    expect(duty).toMatchObject({ time: 'before', act: { kind: 'execute', by: 'chief' } });
    expect(duty.cases.map(({ label, when, within }) => [label, when?.type, within])).toEqual([
      ['haste', 'not', undefined],
      ['general', undefined, 21_600],
    ]);
    expect(sample.delegations.get('aide-strikes')).toMatchObject({
      to: 'aide',
      when: { type: 'condition', condition: 'vacant-chief' },
    });
    expect(sample.successions.get('after-chief')).toMatchObject({
      office: 'chief',
      order: ['aide', 'general'],
    });
    expect(sample.paces.get('striking')).toMatchObject({
      least: 3_600,
      likely: 129_600,
      most: 1_209_600,
      assumed: true,
    });
  });
  test('events and facts', () => {
    expect(sample.events.get('meeting')).toMatchObject({
      kind: 'meeting',
      who: ['arden', 'first', 'forum'],
      about: ['treaty', 'link'],
      after: [],
    });
    expect(sample.facts.get('view')).toMatchObject({
      by: { ko: '글쓴이' },
      who: [],
      about: ['strike'],
      note: { en: 'n' },
    });
  });
});

test('sections may be spread over files, in folders below, in any order', () => {
  const [head, rest] = [SAMPLE.slice(0, SAMPLE.indexOf('powers:')), SAMPLE.slice(SAMPLE.indexOf('powers:'))];
  const files: Readonly<Record<string, string>> = {
    'x/y/arrangement.yaml': `include: [parts/rules.yaml]\n${head}`,
    'x/y/parts/rules.yaml': `include: [deep/more.yaml]\n${rest}`,
    'x/y/parts/deep/more.yaml':
      'parties: { more: { name: { en: a, ko: 가, ja: あ }, status: text, source: { in: W } } }',
  };
  const result = readArrangement('x/y/arrangement.yaml', (path) => files[path]);
  if (!result.ok) throw new RangeError(JSON.stringify(result.faults));
  expect([...result.value.parties.keys()]).toEqual(['more', 'arden', 'borea']);
  expect(result.value.powers.get('chief-strikes')!.place.file).toBe('x/y/parts/rules.yaml');
});

describe('circles', () => {
  const entry = (id: string, fields: string): string =>
    `  ${id}: { name: { en: a, ko: 가, ja: あ }, ${fields}, status: text, source: { in: W } }\n`;
  const circle = (first: string, second: string): string =>
    change(
      SAMPLE,
      '  chief-declares:',
      entry('⟦p1', `act: decide by chief on aid, valid: decide by minister on aid${first}`) +
        entry('p2', `act: decide by minister on aid, proper: decide by chief on aid${second}`) +
        '  chief-declares:',
    );
  test('are found through valid and proper', () => {
    const { text, place } = unmark(circle('', ''));
    expect(shown(faultsIn(text))).toEqual([`${place} requirement-cycle`]);
    expect(faultsIn(text)[0]!.params['acts']).toBe(
      'decide by chief on aid → decide by minister on aid → decide by chief on aid',
    );
  });
  test('are none where their rules never hold on the same day', () => {
    expect(shown(faultsIn(unmark(circle(', until: 2012', ', from: 2012')).text))).toEqual([]);
    expect(shown(faultsIn(unmark(circle(', until: 2012-02', ', from: 2012')).text))).toHaveLength(1);
  });
  test('are found through what is owed before an act', () => {
    const text = change(
      SAMPLE,
      'must: consult by chief with minister on strike',
      'must: execute by chief on strike',
    );
    expect(shown(faultsIn(text)).map((each) => each.split(' ')[1])).toEqual(['requirement-cycle']);
  });
});

describe('acts without a power', () => {
  test('may be done by a delegate', () => {
    expect(
      faultsIn(change(SAMPLE, 'valid: { silent', 'proper: execute by aide on strike, valid: { silent')),
    ).toEqual([]);
  });
  test('may end a power', () => {
    expect(faultsIn(change(SAMPLE, 'is: never', 'is: revoke by minister on aid'))).toEqual([]);
  });
  test('may be declarations by those who may declare', () => {
    const declared = change(SAMPLE, 'time-permits: {', 'time-permits: { declaredBy: [aide],');
    expect(
      faultsIn(
        change(declared, 'valid: { silent', 'proper: declare by aide on time-permits, valid: { silent'),
      ),
    ).toEqual([]);
  });
});

describe('an office in two seats', () => {
  const second = (from: string): string =>
    change(
      SAMPLE,
      'bodies:',
      `  chair: { name: { en: a, ko: 가, ja: あ }, offices: [aide], ${from}, status: text, source: { in: W } }\nbodies:`,
    );
  test('one after the other', () => expect(faultsIn(second('until: 2010'))).toEqual([]));
  test('at the same time', () =>
    expect(faultsIn(second('until: 2010-02')).map(({ code }) => code)).toEqual(['office-in-two-seats']));
});

describe('dates of events', () => {
  const after = (first: string, second: string): string[] => {
    const alone = change(SAMPLE, 'from: 2011, after: [meeting], ', 'from: 2011, ');
    const moved = change(alone, 'kind: meeting, from: 2011-10', `kind: meeting, from: ${first}`);
    const both = change(moved, 'kind: launch, from: 2012-01-02', `kind: launch, from: ${second}`);
    return shown(faultsIn(both)).map((each) => each.split(' ')[1]!);
  };
  test.for([
    ['2011-10', '2011-10-01', []],
    ['2011-10-28', '2011-10', []],
    ['2011-10-28', '2011', []],
    ['2011-10-28', '2011-10-27', ['not-after']],
    ['2011-10-28', '2011-09', ['not-after']],
    ['2011-10', '2010', ['not-after']],
  ] as const)('%s, then %s', ([first, second, codes]) => expect(after(first, second)).toEqual(codes));
});

describe('on a command line', () => {
  test('an outcome, with or without `by`', () => {
    expect(readOutcome('execute on strike', sample)).toEqual({
      ok: true,
      value: { kind: 'execute', on: 'strike' },
    });
    expect(readOutcome('consult by chief to minister on strike', sample)).toMatchObject({
      value: { to: 'minister' },
    });
  });
  test('a wrong word has its place in the argument', () => {
    const result = readOutcome('execute on strik', sample);
    expect(result).toMatchObject({
      ok: false,
      faults: [
        { code: 'unknown-matter', nearest: 'strike', place: { file: '<argument>', line: 1, column: 12 } },
      ],
    });
  });
  test('a formula in brackets', () => {
    expect(readFormula('{ anyOf: [when emergency, concur by chief on aid] }', sample)).toMatchObject({
      ok: true,
      value: { type: 'anyOf' },
    });
    expect(readFormula('{ anyOf: [when', sample)).toMatchObject({
      ok: false,
      faults: [{ code: 'yaml-syntax' }],
    });
  });
});
