/** Every fault by an example: a piece of the sample, and the same piece broken, with `⟦` where the fault is to be reported. */
import { describe, expect, test } from 'vitest';
import { FAULT_CODES, type FaultCode } from '../fault.ts';
import { readArrangement } from './arrangement.ts';
import { change, claimFaultsIn, faultsIn, SAMPLE, SAMPLE_CLAIMS, shown, unmark } from './testing/broken.ts';

/** The code, then pieces of the sample, each followed by what stands in its place. */
type Example = readonly [code: FaultCode, ...pieces: string[]];

const BOARD_NEEDS_COUNCIL =
  '  board-concurs: { name: { en: a, ko: 가, ja: あ }, act: concur by board on aid, valid: decide by council on aid, status: text, source: { in: W } }';

const IN_ARRANGEMENT: readonly Example[] = [
  ['yaml-syntax', 'strike: { name', 'strike: ⟦@{ name'],
  ['yaml-feature', 'heldFrom: borea', 'heldFrom: ⟦*party'],
  ['yaml-feature', 'heldFrom: borea', 'heldFrom: ⟦&party borea'],
  ['yaml-feature', 'heldFrom: borea', 'heldFrom: ⟦!!str borea'],
  ['yaml-feature', 'id: sample', '⟦%YAML 1.1\n---\nid: sample'],
  ['yaml-feature', 'facts:', '⟦---\nfacts:'],
  ['duplicate-key', 'leaning: no,', 'leaning: no, ⟦leaning: no,'],
  ['wrong-type', 'order: [aide, general]', 'order: ⟦aide'],
  ['wrong-type', 'assumed: true', "assumed: ⟦'true'"],
  ['wrong-type', 'assumed: true', 'assumed: ⟦yes'],
  ['wrong-type', 'alsoAtLeast: 2', 'alsoAtLeast: ⟦2.0'],
  ['wrong-type', 'alsoAtLeast: 2', "alsoAtLeast: ⟦'2'"],
  ['wrong-type', 'source: [{ in: W }, { in: W, at: p2', 'source: [⟦W, { in: W, at: p2'],
  ['wrong-type', 'order: [aide, general]', 'order: [⟦[aide], general]'],
  ['wrong-type', 'when: { not: when time-permits }', 'when: ⟦[when time-permits]'],
  ['missing-key', 'id: sample\n', '⟦'],
  ['missing-key', 'answersTo: borea, ', '', '  minister: {', '  ⟦minister: {'],
  ['unknown-key', 'heldFrom: borea', '⟦heldFor: borea'],
  ['unknown-key', 'facts:', '⟦fact:'],
  ['unknown-key', 'within: P3D }', 'within: P3D, ⟦until: P3D }'],
  ['unknown-key', '{ anyOf: [arden, borea] }', '{ ⟦oneOf: [arden, borea] }'],
  ['bad-value', 'kind: launch', 'kind: ⟦lunch'],
  ['bad-value', 'way: none', 'way: ⟦unanimity'],
  ['bad-id', 'view: {', '⟦View_1: {'],
  ['bad-id', 'sources:\n', 'sources:\n  ⟦W 1: { title: { en: a, ko: 가, ja: あ }, kind: web }\n'],
  ['bad-id', 'id: sample', 'id: ⟦1-sample'],
  ['bad-date', '2011-06', '⟦2011-13'],
  ['bad-date', 'from: 2012-01-02', 'from: ⟦2012-02-30'],
  ['bad-duration', 'least: PT1H', 'least: ⟦1h'],
  ['bad-duration', 'silence: P3D', 'silence: ⟦P1M'],
  ['bad-formula', 'valid: { silent', 'inForce: ⟦whenever emergency, valid: { silent'],
  ['bad-formula', 'valid: { silent', 'inForce: ⟦{}, valid: { silent'],
  ['bad-act', 'act: declare by chief on emergency', 'act: ⟦declare by chief'],
  ['bad-act', 'act: declare by chief on emergency', 'act: ⟦declare on emergency'],
  ['bad-act', 'proper: consult by chief with minister on strike', 'proper: ⟦consult by chief on strike'],
  ['empty-text', 'ko: 예시', "ko: ⟦''"],
  ['empty-list', 'order: [aide, general]', 'order: ⟦[]'],
  ['empty-list', '{ anyOf: [arden, borea] }', '{ anyOf: ⟦[] }'],
  ['repeated-item', 'members: [chief, minister, general]', 'members: [chief, minister, ⟦chief]'],
  ['one-of-keys', '  consult-first:', '  ⟦consult-first:', '    before: execute by chief on strike\n', ''],
  ['one-of-keys', '    cases:', '    after: ⟦execute by chief on strike\n    cases:'],
  ['duplicate-id', 'view: {', '⟦aid: {'],
  ['unknown-party', 'answersTo: borea', 'answersTo: ⟦bora'],
  ['unknown-actor', 'execute by chief on strike, least', 'execute by ⟦chef on strike, least'],
  [
    'unknown-actor',
    'consult by chief with minister on strike,',
    'consult by chief with ⟦ministry on strike,',
  ],
  ['unknown-actor', 'who: [arden, first', 'who: [arden, ⟦second'],
  ['unknown-actor', 'declaredBy: [chief]', 'declaredBy: [⟦post]'],
  ['unknown-office', 'to: aide', 'to: ⟦aid'],
  ['unknown-matter', 'act: decide by council on aid', 'act: decide by council on ⟦aide'],
  ['unknown-condition', 'when: when vacant-chief', 'when: when ⟦vacant-chef'],
  ['unknown-condition', 'declare by chief on emergency', 'declare by chief on ⟦strike'],
  ['unknown-reading', 'reading link is tight', 'reading ⟦lynk is tight'],
  ['unknown-alternative', 'reading link is tight', 'reading link is ⟦taut'],
  ['unknown-unknown', 'unknown consent', 'unknown ⟦consents'],
  ['unknown-source', '[{ in: W }, {', '[{ in: ⟦V }, {'],
  ['unknown-clause', 'treaty/one', '⟦treaty/two'],
  ['unknown-clause', 'treaty/one', '⟦strike/one'],
  ['unknown-subject', 'about: [strike]', 'about: [⟦strikes]'],
  ['unknown-event', '2011, after: [meeting]', '2011, after: [⟦link]'],
  ['unknown-act-kind', 'act: decide by council on aid', 'act: ⟦decides by council on aid'],
  [
    'missing-source',
    'alternatives:\n      tight: { name: { en: a, ko: 가, ja: あ }, source: { in: W } }',
    'alternatives:\n      tight: ⟦{ name: { en: a, ko: 가, ja: あ } }',
  ],
  ['missing-source', "source: [{ in: W }, { in: W, at: p2, quote: '2011' }]", 'source: ⟦[]'],
  ['empty-period', 'until: 2012-03', 'until: ⟦2011-01'],
  ['empty-period', 'until: 2011-09', 'until: ⟦2011-06-01'],
  [
    'overlapping-periods',
    '- { name: { en: Two, ko: 둘, ja: 二 }, from: 2012,',
    '- ⟦{ name: { en: Two, ko: 둘, ja: 二 }, from: 2011,',
  ],
  ['negated-act', 'not: reading link is tight', 'not: ⟦concur by minister on strike'],
  [
    'negated-act',
    'not: reading link is tight',
    'not: { anyOf: [when emergency, { silent: ⟦concur by board on aid, within: P3D }] }',
  ],
  ['act-in-when', 'when: { not: when time-permits }', 'when: ⟦concur by minister on strike'],
  [
    'requirement-cycle',
    '  council-aids:',
    '  ⟦council-aids:',
    '  chief-declares:',
    `${BOARD_NEEDS_COUNCIL}\n  chief-declares:`,
  ],
  [
    'requirement-cycle',
    'act: declare by chief on emergency',
    'act: declare by chief on emergency, valid: declare by chief on emergency',
    '  chief-declares:',
    '  ⟦chief-declares:',
  ],
  ['act-without-power', 'valid: { silent', 'valid: ⟦decide by chief on aid, proper: { silent'],
  ['body-cannot-decide', 'act: decide by council on aid', 'act: ⟦decide by forum on aid'],
  ['body-cannot-decide', 'silent: concur by board on aid', 'silent: ⟦concur by forum on aid'],
  [
    'office-in-two-seats',
    'bodies:',
    '  ⟦chair: { name: { en: a, ko: 가, ja: あ }, offices: [aide], from: 2013, status: text, source: { in: W } }\nbodies:',
  ],
  ['quota-out-of-range', 'way: { atLeast: 2', 'way: { atLeast: ⟦4'],
  ['quota-out-of-range', 'way: { atLeast: 2', 'way: { atLeast: ⟦0'],
  ['quota-out-of-range', 'quota: 3', 'quota: ⟦4'],
  ['quota-out-of-range', 'inForce: { atLeast: 1', 'inForce: { atLeast: ⟦3'],
  ['quota-out-of-range', '{ weighted: 2', '{ weighted: ⟦3'],
  ['not-a-member', 'veto: [chief]', 'veto: [⟦aide]'],
  [
    'too-few-alternatives',
    '\n      loose: { name: { en: a, ko: 가, ja: あ }, source: { in: W } }',
    '',
    'tight: {',
    '⟦tight: {',
  ],
  ['falling-durations', 'likely: P1DT12H', 'likely: ⟦PT59M'],
  ['falling-durations', 'most: P2W', 'most: ⟦P1D'],
  ['not-after', '2012-01-02, after: [meeting]', '2011-09-30, after: [⟦meeting]'],
  [
    'cases-gap',
    '      - { label: general, must: consult by chief with minister on strike, within: PT6H }\n',
    '',
    '  consult-first',
    '  ⟦consult-first',
  ],
  [
    'cases-overlap',
    '- { label: general,',
    '- ⟦{ label: more, when: when emergency, must: always }\n      - { label: general,',
  ],
  ['cases-overlap', '- { label: general,', '- { label: first, must: always }\n      - ⟦{ label: general,'],
];

const IN_CLAIMS: readonly Example[] = [
  ['unknown-key', 'claims:', '⟦claim:'],
  ['unknown-key', 'absent: decide on strike', '⟦absence: decide on strike'],
  ['unknown-key', 'who: forum, on: aid', 'who: forum, on: aid, ⟦outcome: decide on aid'],
  ['unknown-key', 'left: { days:', 'left: { ⟦weeks:'],
  ['one-of-keys', 'right: 93', 'right: ⟦{}'],
  ['wrong-type', 'right: 93', 'right: ⟦[93]'],
  ['wrong-type', 'right: 93', "right: ⟦'93'"],
  ['missing-key', 'mark: stated', '', '  W1:', '  ⟦W1:'],
  ['missing-source', '    source: [{ in: W }]\n', '', '  D-2:', '  ⟦D-2:'],
  ['bad-value', 'ask: survives', 'ask: ⟦survive'],
  ['bad-value', "is: '='", "is: ⟦'=='"],
  ['bad-id', '  W1:', '  ⟦W.1:'],
  ['duplicate-key', '  D-2:', '  ⟦W1:'],
  ['bad-date', 'at: [2011, 2012-03]', 'at: [2011, ⟦2012-3]'],
  ['wrong-length', 'at: [2011, 2012-03]', 'at: ⟦[2011]'],
  ['wrong-length', '[meeting, launch]', '⟦[meeting]'],
  ['bad-act', 'absent: decide on strike', 'absent: ⟦decide strike'],
  ['unknown-actor', '[[chief], [minister, general]]', '[[chief], [minister, ⟦generals]]'],
  ['unknown-actor', '[[execute by chief on strike]]', '[[execute by ⟦chef on strike]]'],
  ['unknown-matter', 'who: forum, on: aid', 'who: forum, on: ⟦aids'],
  ['unknown-condition', 'given: { emergency: true }', 'given: { ⟦urgency: true }'],
  ['unknown-reading', 'reading: { link: loose }', 'reading: { ⟦lynk: loose }'],
  ['unknown-alternative', 'reading: { link: loose }', 'reading: { link: ⟦slack }'],
  ['unknown-alternative', 'alternatives: [tight, loose]', 'alternatives: [tight, ⟦slack]'],
  ['unknown-power', 'rule: council-aids', 'rule: ⟦council'],
  ['unknown-event', 'after: meeting', 'after: ⟦treaty'],
  ['unknown-subject', 'stands: launch', 'stands: ⟦lunch'],
  ['unknown-arrangement', 'alternatives: [tight, loose], arrangement: other', 'arrangement: ⟦others'],
  ['unknown-source', 'source: [{ in: W }]', 'source: [{ in: ⟦w }]'],
];

function broken(sample: string, pieces: readonly string[]): ReturnType<typeof unmark> {
  let text = sample;
  for (let at = 0; at < pieces.length; at += 2) text = change(text, pieces[at]!, pieces[at + 1]!);
  return unmark(text);
}

const FILES: readonly (readonly [FaultCode, Readonly<Record<string, string | Uint8Array>>, string])[] = [
  ['file-missing', {}, 'a/root.yaml 1:1'],
  ['file-missing', { 'a/root.yaml': 'include: [parts/b.yaml]' }, 'a/root.yaml 1:11'],
  ['file-too-large', { 'a/root.yaml': '#'.repeat(1024 * 1024 + 1) }, 'a/root.yaml 1:1'],
  ['bad-path', { 'a/root.yaml': 'include: [../b.yaml]' }, 'a/root.yaml 1:11'],
  ['bad-path', { 'a/root.yaml': 'include: [/etc/hosts]' }, 'a/root.yaml 1:11'],
  [
    'include-cycle',
    { 'a/root.yaml': 'include: [b.yaml]', 'a/b.yaml': 'include: [root.yaml]' },
    'a/b.yaml 1:11',
  ],
  [
    'repeated-item',
    { 'a/root.yaml': 'include: [b.yaml, b.yaml]', 'a/b.yaml': 'include: []' },
    'a/root.yaml 1:19',
  ],
  [
    'not-utf8',
    { 'a/root.yaml': new Uint8Array([0x61, 0x0a, 0xc3, 0xa9, 0x62, 0xff, 0x63]) },
    'a/root.yaml 2:3',
  ],
  ['yaml-too-deep', { 'a/root.yaml': '['.repeat(100) }, 'a/root.yaml 1:66'],
];

/** Whether seven pigeons fit into six holes: no, but to see it takes more tries than the reader makes. */
function pigeons(): string {
  const [birds, holes] = [8, 7];
  const names = Array.from(
    { length: birds * holes },
    (_, index) => `p${Math.floor(index / holes)}-h${index % holes}`,
  );
  const of = (bird: number, hole: number): string => `when p${bird}-h${hole}`;
  const some = Array.from(
    { length: birds },
    (_, bird) => `{ anyOf: [${Array.from({ length: holes }, (_, hole) => of(bird, hole)).join(', ')}] }`,
  );
  const single = Array.from(
    { length: holes },
    (_, hole) =>
      `{ not: { atLeast: 2, of: [${Array.from({ length: birds }, (_, bird) => of(bird, hole)).join(', ')}] } }`,
  );
  const conditions = names.map(
    (name) => `  ${name}: { name: { en: a, ko: 가, ja: あ }, status: text, source: { in: W } }\n`,
  );
  const fit = `{ allOf: [${[...some, ...single].join(', ')}] }`;
  const text = change(SAMPLE, 'conditions:\n', `conditions:\n${conditions.join('')}`);
  return change(
    text,
    '- { label: general,',
    `- ⟦{ label: fit, when: ${fit}, must: always }\n      - { label: general,`,
  );
}

describe('the samples are sound', () => {
  test('arrangement', () => expect(shown(faultsIn(SAMPLE))).toEqual([]));
  test('claims', () => expect(shown(claimFaultsIn(SAMPLE_CLAIMS))).toEqual([]));
});

describe('in an arrangement', () => {
  test.for(IN_ARRANGEMENT)('%s: %s → %s', ([code, ...pieces]) => {
    const { text, place } = broken(SAMPLE, pieces);
    expect(shown(faultsIn(text))).toEqual([`${place} ${code}`]);
  });
});

describe('in claims', () => {
  test.for(IN_CLAIMS)('%s: %s → %s', ([code, ...pieces]) => {
    const { text, place } = broken(SAMPLE_CLAIMS, pieces);
    expect(shown(claimFaultsIn(text))).toEqual([`${place} ${code}`]);
  });
});

test('a check of another arrangement has the names of that one', () => {
  const there = change(
    SAMPLE_CLAIMS,
    'who: borea, on: strike, at: 2011, arrangement',
    'who: assembly, on: strike, at: 2011, arrangement',
  );
  expect(shown(claimFaultsIn(there))).toEqual([]);
  const here = unmark(
    change(
      SAMPLE_CLAIMS,
      'who: borea, on: strike, at: 2011, arrangement',
      'who: ⟦forum, on: strike, at: 2011, arrangement',
    ),
  );
  expect(shown(claimFaultsIn(here.text))).toEqual([`${here.place} unknown-actor`]);
});

describe('in files', () => {
  test.for(FILES)('%s', ([code, contents, place]) => {
    const files = (path: string): string | Uint8Array | undefined => contents[path];
    const result = readArrangement('a/root.yaml', files);
    const faults = result.ok ? [] : result.faults.filter((fault) => fault.code === code);
    expect(faults.map((each) => `${each.place.file} ${each.place.line}:${each.place.column}`)).toEqual([
      place,
    ]);
  });
});

test('cases that are too hard to compare are refused', () => {
  const { text, place } = unmark(pigeons());
  expect(shown(faultsIn(text))).toEqual([`${place} cases-undecided`]);
});

test('every code has an example', () => {
  const codes = new Set([...IN_ARRANGEMENT, ...IN_CLAIMS, ...FILES].map(([code]) => code));
  expect(FAULT_CODES.filter((code) => !codes.has(code))).toEqual(['cases-undecided']);
});

test('all faults are reported at once, by file and place, nothing twice', () => {
  const root = change(change(SAMPLE, 'to: aide', 'to: nobody'), 'leaning: no,', 'leaning: no, party: borea,');
  const files = (path: string): string | undefined =>
    ({
      'r/arrangement.yaml': `include: [b.yaml]\n${root}`,
      'r/b.yaml': 'matters:\n  aid: { name: { en: x } }\n',
    })[path];
  const result = readArrangement('r/arrangement.yaml', files);
  const found = result.ok
    ? []
    : result.faults.map(({ code, place }) => `${place.file.slice(2)} ${place.line} ${code}`);
  expect(found).toEqual([
    'arrangement.yaml 11 duplicate-key',
    'arrangement.yaml 40 duplicate-id',
    'arrangement.yaml 79 unknown-office',
    'b.yaml 2 missing-key',
    'b.yaml 2 missing-source',
    'b.yaml 2 missing-key',
    'b.yaml 2 missing-key',
  ]);
});

test('where a file is missing, the names that may stand in it are not called unknown', () => {
  const text = `include: [b.yaml]\n${change(SAMPLE, 'to: aide', 'to: nobody')}`;
  expect(shown(faultsIn(text))).toEqual(['1:11 file-missing']);
});
