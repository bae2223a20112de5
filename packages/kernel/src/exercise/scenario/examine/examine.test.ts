import { describe, expect, test } from 'vitest';
import { readArrangement } from '../../../arrangement/read/arrangement.ts';
import { change, SAMPLE } from '../../../arrangement/read/testing/broken.ts';
import { LANGS } from '../../../text/lang.ts';
import { incomplete } from '../../../text/catalogue.ts';
import { HOME, SCENARIO, scenarioFrom } from '../testing/sample.ts';
import { coverageOf } from './coverage.ts';
import { examine } from './examine.ts';
import {
  describeFinding,
  FINDING_MESSAGES,
  GAP_CODES,
  isProblem,
  PROBLEM_CODES,
  type ScenarioFinding,
} from './finding.ts';
import { groundOf } from './ground.ts';

function changed(pieces: readonly string[]): string {
  let text = SCENARIO;
  for (let at = 0; at < pieces.length; at += 2) text = change(text, pieces[at]!, pieces[at + 1]!);
  return text;
}

function found(...pieces: readonly string[]): readonly ScenarioFinding[] {
  return examine(scenarioFrom(changed(pieces)), HOME);
}

/** The problems, and what of the gaps has this code, in English. */
function told(code: ScenarioFinding['code'], findings: readonly ScenarioFinding[]): readonly string[] {
  return findings.filter((each) => each.code === code).map((each) => describeFinding(each).en);
}

test('the catalogues have the same messages with the same placeholders', () => {
  expect(incomplete(FINDING_MESSAGES)).toEqual([]);
});

describe('a sound scenario', () => {
  test('has no problems, but gaps', () => {
    const findings = found();
    expect(findings.filter(isProblem)).toEqual([]);
    expect([...new Set(findings.map(({ code }) => code))]).toEqual([
      'task-unrehearsed',
      'language-missing',
      'matters-untouched',
      'failure-untouched',
    ]);
  });
});

const EXECUTED = 'met: execute by chief on strike';
const MET = 'met: consult by chief with minister on strike';

const PROBLEMS: readonly (readonly [
  code: ScenarioFinding['code'],
  says: string,
  pieces?: readonly string[],
])[] = [
  [
    'cannot-convene',
    '`aide` may not convene the consultation `talks`: no rule in force names that office on each of its matters (aid). Choose another convener, or other matters.',
    ['matters: [strike]', 'matters: [aid]', 'office: chief', 'office: aide', 'seat: chief', 'seat: post'],
  ],
  [
    'no-consultation',
    'The scenario waits for acts in a consultation, and has none. Add one under `consultations`.',
    [SCENARIO.slice(SCENARIO.indexOf('consultations:'), SCENARIO.indexOf('objectives:')), ''],
  ],
  [
    'seat-unplayed',
    'Nobody plays the seat `minister`, which `execute by chief on strike` needs. Put it into a cell, of players or of role-players.',
    [MET, EXECUTED, 'seats: [minister]', 'seats: []'],
  ],
  [
    'inject-unreachable',
    'The inject A-2 is never sent: the arrangement lets nobody who is played bring about `decide on strike`. Change its condition.',
    ['[sent 1,', '[decide on strike,'],
  ],
  [
    'inject-unreachable',
    'The inject 3 is never sent: `south` does not get it, so nobody acknowledges it. Change its condition.',
    [
      'anyOf: [acknowledged A-2 by north, written by press to control]',
      'allOf: [acknowledged 1 by south]',
      'to: [north, minister]',
      'to: [north]',
    ],
  ],
  [
    'inject-unreachable',
    'The inject A-2 is never sent: nothing makes the condition `time-permits` true. Change its condition.',
    ['[sent 1,', '[when time-permits,'],
  ],
  [
    'inject-unreachable',
    'The inject A-2 is never sent: nobody plays the seat `post`. Change its condition.',
    ['[sent 1,', '[refused by post,', 'seats: [chief, post]', 'seats: [chief]'],
  ],
  [
    'inject-unreachable',
    'The inject 3 is never sent: it has to hold for 172800 seconds, longer than the exercise lasts. Change its condition.',
    ['for: PT30M', 'for: P2D'],
  ],
  [
    'inject-unreachable',
    'The inject A-2 is never sent: it waits for the inject 1, which is never sent. Change its condition.',
    ['status: ready', 'status: draft'],
  ],
  [
    'inject-not-ready',
    'The inject 1 has the status `draft`: the clock sends only what is `ready`.',
    ['status: ready', 'status: draft'],
  ],
  [
    'inject-after-end',
    'The inject 1 is due after the planned end of the exercise. Move it forward, or lengthen the exercise.',
    ['{ at: T+0,', '{ at: D+1 H+1,'],
  ],
  [
    'expectation-impossible',
    'Nobody can meet the expectation `asked` of the inject 1: the arrangement lets nobody who is played bring about `decide by chief on aid`.',
    [MET, 'met: decide by chief on aid'],
  ],
  [
    'expectation-late',
    "The expectation `asked` of the inject 1 can't be met in time: by the paces of the arrangement it takes at least 60 minutes, and 30 are left.",
    [MET, EXECUTED, 'within: PT1H', 'within: PT30M'],
  ],
  [
    'objective-unrehearsed',
    'No inject gives occasion for any task of the objective `one`.',
    ['tasks: [ask], ', '', 'task: ask, ', ''],
  ],
  [
    'text-too-long',
    'A text is 1001 characters long in the language en; at most 1000 are allowed.',
    [
      'notes: { en: n }',
      `notes: { en: n }, title: { en: ${'t'.repeat(1001)} }`,
      'from: { en: f }, title: { en: t }, text: { en: x }, to: [north',
      'from: { en: f }, text: { en: x }, to: [north',
    ],
  ],
];

describe('problems', () => {
  test.for(PROBLEMS)('%s: %s', ([code, message, pieces = []]) => {
    expect(told(code, found(...pieces))).toContain(message);
  });
  test('are none at the very end, nor where the act can be done in one way or the other', () => {
    expect(found('{ at: T+0,', '{ at: D+1,', ', within: PT1H', '').filter(isProblem)).toEqual([]);
    for (const act of ['{ improperly: execute by chief on strike }', 'execute on strike'])
      expect(found(MET, `met: ${act}`).filter(isProblem)).toEqual([]);
  });

  /** Problems of the sample, where executing takes an emergency that nobody declares, and the general's concurrence, whom nobody plays. */
  const inStrictWorld = (met: string, ...pieces: readonly string[]): readonly string[] => {
    const [declarer, power] = ['declaredBy: [chief], ', /^ {2}chief-declares.*\n/m.exec(SAMPLE)![0]];
    const must = 'label: general, must: consult by chief with minister on strike';
    const stricter = change(SAMPLE, must, 'label: general, must: concur by general on strike');
    const strict = readArrangement('a/arrangement.yaml', () =>
      change(change(stricter, declarer, ''), power, ''),
    );
    if (!strict.ok) throw new RangeError(JSON.stringify(strict.faults));
    const scenario = scenarioFrom(changed([MET, met, '[chief, post]', '[chief]', ...pieces]));
    return examine(scenario, strict.value)
      .filter(isProblem)
      .map(({ code }) => code);
  };
  const proper = 'met: { properly: execute by chief on strike }';
  test('are none where an inject makes the condition true that the act takes', () => {
    const never = ['{ condition: emergency, holds: true }', '{ condition: time-permits, holds: true }'];
    expect(inStrictWorld(EXECUTED)).toEqual([]);
    expect(inStrictWorld(EXECUTED, ...never)).toEqual(['expectation-impossible']);
  });
  test('are none where an inject suspends the rule that the act would break', () => {
    const time = ['given: { emergency: false }', 'given: { emergency: false, time-permits: true }'];
    const instead = ['{ suspend: consult-first }', '{ suspend: chief-strikes }'];
    expect(inStrictWorld(proper, ...time)).toEqual([]);
    expect(inStrictWorld(proper, ...time, ...instead)).toEqual(['expectation-impossible']);
  });
});

describe('gaps', () => {
  const EXAMPLES: typeof PROBLEMS = [
    ['task-unrehearsed', 'No inject gives occasion for the critical task `act`.'],
    [
      'task-unjudged',
      'No expectation bears on the critical task `ask`: evaluators have to judge it by themselves.',
      ['task: ask, ', ''],
    ],
    [
      'cell-without-inject',
      'The cell `south` gets no inject.',
      ['to: [south]', 'to: [north]', 'to: [north, minister]', 'to: [north]'],
    ],
    ['questionnaire-unused', 'No inject asks the questionnaire `after`.', [', questionnaire: after', '']],
    ['language-missing', '20 texts are not said in the language ko; this is the first.'],
    ['matters-untouched', 'No consultation is about these matters, on which rules are in force: aid.'],
    [
      'clause-untouched',
      'Nothing rehearses the clause `treaty/one`.',
      ['treaty/one', 'after-chief', ', { restore: chief-strikes }', '', MET, 'met: sent 1'],
    ],
    [
      'rule-untouched',
      'Nothing rehearses the rule `chief-strikes` (a).',
      ['treaty/one', 'after-chief', ', { restore: chief-strikes }', '', MET, 'met: sent 1'],
    ],
    ['failure-untouched', 'Nothing rehearses an act that the arrangement refuses.'],
  ];
  test.for(EXAMPLES)('%s: %s', ([code, message, pieces = []]) => {
    expect(told(code, found(...pieces))).toContain(message);
  });
  test('and problems: every code has an example', () => {
    const shown = new Set([...PROBLEMS, ...EXAMPLES].map(([code]) => code));
    expect([...PROBLEM_CODES, ...GAP_CODES].filter((code) => !shown.has(code))).toEqual([]);
  });
});

test('every finding is told in every language', () => {
  for (const finding of [...found(), ...found('status: ready', 'status: draft')])
    for (const lang of LANGS) expect(describeFinding(finding)[lang]).not.toMatch(/\{|undefined/);
});

test('a rule is rehearsed by a task, by a change of the world, or by an act that rests on it', () => {
  const touched = (...pieces: readonly string[]): readonly string[] =>
    coverageOf(groundOf(scenarioFrom(changed(pieces)), HOME))
      .rules.filter((each) => each.touched)
      .map(({ rule }) => rule.id);
  const apart = ['{ condition: emergency, holds: true }, ', '', MET, 'met: sent 1'];
  const silent = ['{ suspend: consult-first }, { restore: chief-strikes }', '{ absent: post }'];
  const task = '[consult-first, treaty/one]';
  expect(touched(...apart, ...silent, task, '[after-chief]')).toEqual([]);
  expect(touched(...apart, ...silent, task, '[treaty/one]')).toEqual(['chief-strikes']);
  expect(touched(...apart, task, '[after-chief]')).toEqual(['chief-strikes', 'consult-first']);
  expect(touched(...apart.slice(0, 2), MET, EXECUTED, ...silent, task, '[after-chief]')).toEqual([
    'chief-strikes',
    'consult-first',
  ]);
});
