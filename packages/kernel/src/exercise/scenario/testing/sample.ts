/** A small scenario with something in every section, for tests to break. It is played under the sample arrangement. */
import type { Fault, Result } from '../../../arrangement/fault.ts';
import type { Arrangement } from '../../../arrangement/model.ts';
import { readArrangement } from '../../../arrangement/read/arrangement.ts';
import type { Files } from '../../../arrangement/read/files.ts';
import { SAMPLE } from '../../../arrangement/read/testing/broken.ts';
import type { Scenario } from '../model.ts';
import { readScenario } from '../read/scenario.ts';

const NAME = 'name: { en: a, ko: 가, ja: あ }';
const WORDS = 'from: { en: f }, title: { en: t }, text: { en: x }';

export const SCENARIO = `id: drill
name: { en: Drill, ko: 연습, ja: 演習 }
situation: { en: Quiet. }
arrangement: sample
at: 2011-07
given: { emergency: false }
reading: { link: tight }
startex: 2011-07-01T09:00:00+09:00
length: P1D
capitals: { arden: Europe/Oslo, borea: Asia/Seoul }
controllers:
  lead: { ${NAME} }
cells:
  north: { ${NAME}, seats: [chief, post] }
  south: { ${NAME}, seats: [minister] }
  press: { ${NAME}, kind: role-players }
consultations:
  talks:
    ${NAME}
    matters: [strike]
    convener: { seat: chief, office: chief }
    convened: T+5
    silenceWithoutLink: runs
objectives:
  one:
    ${NAME}
    capabilities:
      can:
        ${NAME}
        tasks:
          ask: { ${NAME}, rules: [consult-first, treaty/one] }
          act: { ${NAME}, rules: [council] }
parts:
  first: { ${NAME}, from: D+0 H+1 }
injects:
  '1': { at: T+0, kind: expected-action, status: ready, part: first, method: news, ${WORDS}, to: [north, minister], tasks: [ask], expected: { asked: { says: { en: ask }, task: ask, met: consult by chief with minister on strike, within: PT1H } }, controller: lead, notes: { en: n }, questionnaire: after }
  A-2: { when: { allOf: [sent 1, { not: recorded object by minister on strike }] }, delay: PT5M, ${WORDS}, to: [], effects: [{ condition: emergency, holds: true }, { link-down: arden, with: borea }, { link-up: chief }, { absent: post }, { present: post }, { succeed: minister, holder: { en: N }, acting: true }, { suspend: consult-first }, { restore: chief-strikes }], extra: { Kolumne 7: '', x: y } }
  '3': { when: { holds: { anyOf: [acknowledged A-2 by north, written by press to control] }, for: PT30M }, ${WORDS}, to: [press] }
  '4': { reserve: true, ${WORDS}, to: [south], attachments: [{ name: Map, file: maps/one.pdf, mediaType: application/pdf }] }
questionnaires:
  after:
    ${NAME}
    to: [north, evaluator]
    questions:
      free: { asks: { en: q }, type: text }
      pick: { asks: { en: q }, type: choice, of: { yes: { en: y }, no: { en: n } } }
`;

function sample(): Arrangement {
  const read = readArrangement('a/arrangement.yaml', () => SAMPLE);
  if (!read.ok) throw new RangeError('the sample is broken');
  return read.value;
}

/** The arrangement under which the sample is played. */
export const HOME: Arrangement = sample();

/** Reads a scenario in one file, beside which there is what it attaches. */
export function readText(text: string): Result<Scenario> {
  return readFiles({ 's/scenario.yaml': text, 's/maps/one.pdf': '%PDF' });
}

export function readFiles(contents: Readonly<Record<string, string>>): Result<Scenario> {
  const files: Files = (path) => contents[path];
  return readScenario('s/scenario.yaml', files, (id) => (id === 'sample' ? HOME : undefined));
}

/** The scenario; the sample has to be sound. */
export function scenarioFrom(text: string): Scenario {
  const read = readText(text);
  if (!read.ok) throw new RangeError(JSON.stringify(read.faults));
  return read.value;
}

export function scenarioFaultsIn(text: string): readonly Fault[] {
  const read = readText(text);
  return read.ok ? [] : read.faults;
}
