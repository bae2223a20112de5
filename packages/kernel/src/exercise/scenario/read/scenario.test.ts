import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SCENARIO_FAULT_CODES, type FaultCode } from '../../../arrangement/fault.ts';
import { change, shown, unmark } from '../../../arrangement/read/testing/broken.ts';
import type { Inject } from '../model.ts';
import { readFiles, SCENARIO, scenarioFaultsIn, scenarioFrom } from '../testing/sample.ts';
import { parseSinceStart } from './words.ts';

const EXAMPLES: readonly (readonly [FaultCode, ...string[]])[] = [
  ['yaml-syntax', 'id: drill', 'id: ⟦@drill'],
  ['missing-key', 'id: drill\n', '⟦'],
  ['missing-key', ', to: [press] }', ' }', "'3': {", "⟦'3': {"],
  ['unknown-key', 'length: P1D', '⟦duration: P1D'],
  ['unknown-key', 'parts:', '⟦part:', 'part: first, ', ''],
  ['unknown-key', 'type: text', 'type: text, of: { a: { en: a } }', 'free:', '⟦free:'],
  ['missing-key', 'type: choice, of: { yes: { en: y }, no: { en: n } }', 'type: choice', 'pick:', '⟦pick:'],
  ['missing-key', '{ link-down: arden, with: borea }', '⟦{ link-down: arden }'],
  ['missing-key', '{ reserve: true, ', '{ reserve: true, delay: ⟦PT1H, '],
  ['unknown-arrangement', 'arrangement: sample', 'arrangement: ⟦samples'],
  ['bad-date', 'at: 2011-07\n', 'at: ⟦2011-13\n'],
  ['bad-instant', '2011-07-01T09:00:00+09:00', '⟦2011-07-01'],
  ['bad-instant', '2011-07-01T09:00:00+09:00', '⟦2011-02-30T09:00Z'],
  ['bad-instant', '2011-07-01T09:00:00+09:00', '⟦1969-12-31T23:59:59Z'],
  ['bad-scenario-time', 'from: D+0 H+1', 'from: ⟦D+0 09:05'],
  ['bad-scenario-time', 'convened: T+5', 'convened: ⟦H+'],
  ['bad-duration', 'within: PT1H', 'within: ⟦T+60'],
  ['bad-zone', 'Europe/Oslo', '⟦Europe/Olso'],
  ['unknown-party', 'arden: Europe', '⟦ardn: Europe'],
  ['unknown-condition', 'given: { emergency', 'given: { ⟦emergence'],
  ['unknown-alternative', 'link: tight', 'link: ⟦taut'],
  ['bad-id', '  first:', '  ⟦First:', 'part: first, ', ''],
  ['bad-serial', '  A-2: {', '  ⟦A 2: {', 'acknowledged A-2', 'acknowledged 1'],
  ['reserved-id', '  press:', '  ⟦control:', 'by press', 'by south', 'to: [press]', 'to: [south]'],
  ['duplicate-key', "  '4': {", "  ⟦'3': {"],
  [
    'duplicate-id',
    'parts:\n',
    '  two: { name: { en: a }, capabilities: { c: { name: { en: a }, tasks: { ⟦ask: { name: { en: a } } } } } }\nparts:\n',
  ],
  ['duplicate-id', '  press: {', '  ⟦post: {', 'by press', 'by south', 'to: [press]', 'to: [south]'],
  [
    'duplicate-id',
    "  '4': { reserve: true,",
    "  '4': { reserve: true, expected: { ⟦asked: { says: { en: a } } },",
  ],
  ['empty-text', 'situation: { en: Quiet. }', 'situation: ⟦{}'],
  ['unknown-seat', 'seats: [minister]', 'seats: [⟦ministry]'],
  ['unknown-seat', '{ absent: post }', '{ absent: ⟦aide }'],
  ['unknown-seat', 'object by minister', 'object by ⟦general'],
  ['unknown-addressee', 'to: [north, minister]', 'to: [north, ⟦ministry]'],
  ['unknown-addressee', 'A-2 by north', 'A-2 by ⟦nort'],
  ['unknown-correspondent', 'press to control', 'press to ⟦controls'],
  ['unknown-respondent', '[north, evaluator]', '[north, ⟦evaluators]'],
  ['unknown-controller', 'controller: lead', 'controller: ⟦led'],
  ['unknown-consultation', '[sent 1, ', '[sent 1, convened ⟦talk, '],
  ['unknown-task', 'task: ask', 'task: ⟦asks'],
  ['unknown-part', 'part: first', 'part: ⟦frist'],
  ['unknown-inject', '[sent 1,', '[sent ⟦11,'],
  ['unknown-questionnaire', 'questionnaire: after', 'questionnaire: ⟦before'],
  ['unknown-rule', '[consult-first, treaty', '[⟦consult-last, treaty'],
  ['unknown-rule', 'treaty/one', '⟦treaty/two'],
  ['unknown-rule', '{ suspend: consult-first }', '{ suspend: ⟦council }'],
  ['unknown-matter', 'matters: [strike]', 'matters: [⟦strikes]'],
  ['unknown-matter', 'minister on strike }', 'minister on ⟦strik }'],
  ['unknown-office', 'office: chief', 'office: ⟦chef'],
  ['office-not-held', 'office: chief', 'office: ⟦aide'],
  ['seat-in-two-cells', '  south: {', '  ⟦south: {', 'seats: [minister]', 'seats: [minister, post]'],
  ['attachment-missing', 'file: maps/one.pdf', 'file: ⟦maps/two.pdf'],
  ['attachment-missing', 'file: maps/one.pdf', 'file: ⟦../maps/one.pdf'],
  ['repeated-item', 'to: [north, minister]', 'to: [north, ⟦north]'],
  ['one-of-keys', '{ reserve: true, ', '{ ', "  '4'", "  '4'", "'4': {", "'4': ⟦{"],
  ['one-of-keys', '{ reserve: true, ', '{ reserve: ⟦false, '],
  ['one-of-keys', '{ reserve: true, ', '{ reserve: ⟦true, at: T+1, '],
  ['bad-condition', '[sent 1,', '[⟦send 1,'],
  ['bad-condition', '[sent 1,', '[⟦sent,'],
  ['bad-condition', '[sent 1,', '[⟦sent 1 by north,'],
  ['bad-condition', '[sent 1,', '[⟦{},'],
  ['unknown-key', '[sent 1,', '[{ ⟦noneOf: [always] },'],
  ['quota-out-of-range', '[sent 1,', '[{ atLeast: ⟦2, of: [always] },'],
  ['bad-value', 'recorded object', 'recorded ⟦objects'],
  ['bad-act', 'met: consult by chief with minister on strike', 'met: ⟦consult by chief about minister'],
  ['unknown-actor', 'met: consult by chief with', 'met: consult by ⟦chef with'],
  ['branch-cycle', '[sent 1,', '[⟦sent A-2,'],
  [
    'branch-cycle',
    '[sent 1,',
    '[⟦sent 3,',
    'anyOf: [acknowledged A-2 by north, written by press to control]',
    'allOf: [acknowledged A-2 by north, written by press to control]',
  ],
];

function broken(pieces: readonly string[]): ReturnType<typeof unmark> {
  let text = SCENARIO;
  for (let at = 0; at < pieces.length; at += 2) text = change(text, pieces[at]!, pieces[at + 1]!);
  return unmark(text);
}

describe('every fault is reported at its place', () => {
  test.for(EXAMPLES)('%s: %s → %s', ([code, ...pieces]) => {
    const { text, place } = broken(pieces);
    expect(shown(scenarioFaultsIn(text))).toEqual([`${place} ${code}`]);
  });
  test('and every code has an example', () => {
    const codes = new Set(EXAMPLES.map(([code]) => code));
    expect(SCENARIO_FAULT_CODES.filter((code) => !codes.has(code))).toEqual([]);
  });
  test('and all at once, the nearest name with each', () => {
    const text = change(
      change(SCENARIO, 'controller: lead', 'controller: led'),
      'part: first',
      'part: frist',
    );
    expect(scenarioFaultsIn(text).map(({ code, nearest }) => [code, nearest])).toEqual([
      ['unknown-part', 'first'],
      ['unknown-controller', 'lead'],
    ]);
  });
});

describe('the sample', () => {
  const drill = scenarioFrom(SCENARIO);
  const inject = (id: string): Inject => drill.injects.get(id)!;

  test('is taken on the first day of what its date names, with what is fixed', () => {
    expect(drill).toMatchObject({
      at: '2011-07-01',
      given: { emergency: false },
      reading: { link: 'tight' },
    });
    expect(new Date(drill.startex).toISOString()).toBe('2011-07-01T00:00:00.000Z');
  });
  test('keeps the order of its list, whatever the serials look like', () => {
    expect([...drill.injects.keys()]).toEqual(['1', 'A-2', '3', '4']);
  });
  test('says when each inject is sent', () => {
    expect(['1', 'A-2', '3', '4'].map((id) => inject(id).due.type)).toEqual([
      'time',
      'branch',
      'branch',
      'reserve',
    ]);
    expect(inject('A-2').due).toMatchObject({ delay: 300, when: { type: 'allOf' } });
    expect(inject('3').due).toMatchObject({
      delay: 0,
      when: {
        type: 'for',
        span: 1800,
        of: {
          type: 'anyOf',
          of: [
            { type: 'acknowledged', inject: 'A-2', by: 'north' },
            { type: 'written', by: 'press', to: 'control' },
          ],
        },
      },
    });
  });
  test('says what is usual where nothing is written', () => {
    expect(inject('4')).toMatchObject({
      kind: 'contextual',
      status: 'ready',
      method: 'message',
      expected: [],
      extra: {},
    });
    expect(drill.cells.get('north')?.kind).toBe('players');
  });
  test('keeps the changes of the world in their order', () => {
    expect(inject('A-2').effects.map(({ type }) => type)).toEqual([
      'condition',
      'link-down',
      'link-up',
      'absent',
      'present',
      'succeed',
      'suspend',
      'restore',
    ]);
  });
  test('keeps columns that have no meaning here, empty ones too', () => {
    expect(inject('A-2').extra).toEqual({ 'Kolumne 7': '', x: 'y' });
  });
  test('is put together from several files', () => {
    const at = SCENARIO.indexOf('injects:');
    const read = readFiles({
      's/scenario.yaml': `${SCENARIO.slice(0, at)}include: [events/list.yaml]\n`,
      's/events/list.yaml': SCENARIO.slice(at),
      's/events/maps/one.pdf': '%PDF',
    });
    expect(read.ok && [...read.value.injects.keys()]).toEqual(['1', 'A-2', '3', '4']);
  });
});

describe('sentences of conditions', () => {
  const read = (condition: string): unknown =>
    scenarioFrom(change(SCENARIO, '[sent 1,', `[${condition},`)).injects.get('A-2')!.due;
  test.for([
    ['always', { type: 'always' }],
    ['when emergency', { type: 'condition', condition: 'emergency' }],
    ['execute on strike', { type: 'effected', outcome: { kind: 'execute', on: 'strike' } }],
    ['{ properly: execute by chief on strike }', { type: 'effected', standing: 'proper' }],
    ['{ improperly: execute by chief on strike }', { type: 'effected', standing: 'departure' }],
    [
      'recorded request by chief to borea on strike',
      { command: 'request', by: 'chief', to: 'borea', on: 'strike' },
    ],
    ['recorded declare on emergency', { command: 'declare', on: 'emergency' }],
    ['refused', { type: 'refused' }],
    ['refused execute', { type: 'refused', command: 'execute' }],
    ['refused by chief', { type: 'refused', by: 'chief' }],
    ['refused execute by chief', { type: 'refused', command: 'execute', by: 'chief' }],
    ['convened talks', { type: 'convened', consultation: 'talks' }],
    ['{ atLeast: 1, of: [always, sent 1] }', { type: 'atLeast', count: 1 }],
  ] as const)('%s', ([written, expected]) => {
    expect(read(written)).toMatchObject({ when: { of: [expected, { type: 'not' }] } });
  });
});

test.for([
  ['PT90M', 5400],
  ['T+90', 5400],
  ['T+1:30', 5400],
  ['H+1:30', 5400],
  ['D+0 H+1:30', 5400],
  ['D+2 H+3', 183_600],
  ['D+1H+0', 86_400],
  ['D+1', 86_400],
  ['T+0', 0],
  ['', undefined],
  ['D+', undefined],
  ['H+1:60', undefined],
  ['T-5', undefined],
  ['09:05', undefined],
] as const)('%s after STARTEX is %s seconds', ([written, seconds]) => {
  expect(parseSinceStart(written)).toBe(seconds);
});

describe('branches', () => {
  /** Injects 0 to n - 1; each is sent at once, or as its condition says. */
  const listOf = (conditions: readonly (string | undefined)[]): string => {
    const injects = conditions.map((when, id) => {
      const due = when === undefined ? 'at: T+0' : `when: ${when}`;
      return `  '${id}': { ${due}, from: { en: f }, to: [], title: { en: t }, text: { en: x } }\n`;
    });
    return `${SCENARIO.slice(0, SCENARIO.indexOf('injects:'))}injects:\n${injects.join('')}`.replace(
      '  ask: {',
      '  asked: {',
    );
  };

  test('that wait for what comes about without them are no circle', () => {
    expect(scenarioFaultsIn(listOf(['{ anyOf: [sent 1, refused] }', 'sent 0']))).toEqual([]);
    expect(scenarioFaultsIn(listOf(['{ not: sent 1 }', 'sent 0']))).toEqual([]);
    expect(scenarioFaultsIn(listOf(['{ atLeast: 1, of: [sent 0, sent 1] }', undefined]))).toEqual([]);
  });
  test('that can be met twice in one part still wait for the other', () => {
    const twice = '{ allOf: [{ anyOf: [sent 1, sent 2] }, sent 0] }';
    expect(scenarioFaultsIn(listOf([twice, undefined, undefined]))).toMatchObject([
      { code: 'branch-cycle', params: { injects: '0 → 0' } },
    ]);
  });
  test('that need each other are named in the order in which they wait', () => {
    const [fault, ...more] = scenarioFaultsIn(listOf(['sent 2', 'sent 0', 'acknowledged 1', 'sent 1']));
    expect(fault).toMatchObject({ code: 'branch-cycle', params: { injects: '0 → 2 → 1 → 0' } });
    expect(more).toEqual([]);
  });
  test('are found to be stuck just when no order of sending serves them all', () => {
    const atom = fc.nat({ max: 5 }).map((id) => `sent ${id}`);
    const some = fc
      .tuple(fc.constantFrom('allOf', 'anyOf'), fc.array(atom, { minLength: 1, maxLength: 3 }))
      .map(([form, of]) => `{ ${form}: [${of.join(', ')}] }`);
    const lists = fc.array(fc.option(some, { nil: undefined, freq: 4 }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(lists, (conditions) => {
        const sent = new Set<number>();
        const holds = (condition: string): boolean => {
          const ids = [...condition.matchAll(/\d/g)].map(([id]) => Number(id));
          return condition.includes('allOf')
            ? ids.every((id) => sent.has(id))
            : ids.some((id) => sent.has(id));
        };
        for (const _ of conditions)
          conditions.forEach((condition, id) => {
            if (condition === undefined || holds(condition)) sent.add(id);
          });
        expect(scenarioFaultsIn(listOf(conditions)).length > 0).toBe(sent.size < 6);
      }),
      { numRuns: 60 },
    );
  });
});

test('a list of 10,000 events is read from several files', () => {
  const head = SCENARIO.slice(0, SCENARIO.indexOf('injects:'));
  const rest = 'from: { en: f }\n    to: []\n    title: { en: t }\n    text: { en: x }\n';
  const inject = (id: number): string => `  ${id}:\n    when: sent ${Math.max(0, id - 1)}\n    ${rest}`;
  const list = (file: number): string =>
    `injects:\n${Array.from({ length: 1000 }, (_, at) => inject(file * 1000 + at)).join('')}`;
  const names = Array.from({ length: 10 }, (_, file) => `list-${file}.yaml`);
  const read = readFiles({
    's/scenario.yaml': `${head}include: [${names.join(', ')}]\n`,
    ...Object.fromEntries(names.map((name, file) => [`s/${name}`, list(file)])),
  });
  const faults = read.ok ? [] : read.faults;
  expect(faults.map(({ code, params }) => [code, params['injects']])).toEqual([['branch-cycle', '0 → 0']]);
});
