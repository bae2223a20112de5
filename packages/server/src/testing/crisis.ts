/**
 * A consultation about a notional crisis between the parties of the arrangement rok-us, as it stands on a day on which the Nuclear Consultative
 * Group and conventional–nuclear integration hold: what six seats send, in Korean and Japanese, and what they are to be answered.
 */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Lang } from '@foedus/kernel';

const ROK_US = fileURLToPath(new URL('../../../../arrangements/rok-us', import.meta.url));

/** Seconds in which silence runs out. */
export const SILENCE = 2;

/** rok-us has no silence procedure, and duties on the gravest matters only; the script needs both on a matter of no weight. */
const REHEARSAL = `
sources:
  rehearsal:
    title: { en: Notional rule of a rehearsal, ko: 예행연습의 가상 규칙, ja: 予行演習の架空の規則 }
    kind: document
matters:
  press-line:
    name: { en: the joint line to the press, ko: 공동 언론 대응 문안, ja: 共同の報道対応文案 }
    status: text
    source: { in: rehearsal, at: Rule 1 }
powers:
  press-line-drafting:
    name: { en: The US chair drafts the line, ko: 미국 측 대표의 문안 작성, ja: 米国側代表による文案作成 }
    act: plan by us-ncg-chair on press-line
    from: 2024-01-01
    status: text
    source: { in: rehearsal, at: Rule 1 }
  press-line-decision:
    name: { en: The line under silence, ko: 침묵 절차에 따른 문안 결정, ja: 沈黙手続による文案の決定 }
    act: decide by us-ncg-chair on press-line
    valid: { silent: concur by rok-ncg-chair on press-line, within: PT${SILENCE}S }
    from: 2024-01-01
    status: text
    source: { in: rehearsal, at: Rule 2 }
  press-line-review:
    name: { en: The ROK President may look at the line, ko: 한국 대통령의 문안 검토, ja: 韓国大統領による文案の確認 }
    act: review by rok-president on press-line
    from: 2024-01-01
    status: text
    source: { in: rehearsal, at: Rule 4 }
  information-upward:
    name: { en: The ROK chair informs the President, ko: 한국 측 대표의 대통령 보고, ja: 韓国側代表による大統領への報告 }
    act: inform by rok-ncg-chair to rok-president on information
    from: 2024-01-01
    status: text
    source: { in: rehearsal, at: Rule 5 }
duties:
  press-line-consultation:
    name: { en: The ROK minister is consulted, ko: 한국 측 차관과의 사전 협의, ja: 韓国側次官との事前協議 }
    before: decide by us-ncg-chair on press-line
    cases:
      - label: always
        must: consult by us-ncg-chair with rok-vice-foreign-minister on press-line
    from: 2024-01-01
    status: text
    source: { in: rehearsal, at: Rule 3 }
`;

/** Writes the arrangement of the script into a folder. */
export function writeRehearsal(folder: string): void {
  cpSync(ROK_US, folder, { recursive: true, filter: (path) => !path.includes('claims') });
  const root = join(folder, 'arrangement.yaml');
  writeFileSync(root, readFileSync(root, 'utf8').replace('include:\n', 'include:\n  - rehearsal.yaml\n'));
  writeFileSync(join(folder, 'rehearsal.yaml'), REHEARSAL.trimStart());
}

export const SEATS = {
  'rok-presidency': 'ko',
  'rok-deputy-minister-as-chair': 'ko',
  'strategic-command-commander': 'ko',
  'us-presidency': 'ja',
  'us-defense-policy-as-chair': 'ja',
  'usstratcom-commander': 'ja',
} as const satisfies Record<string, Lang>;
export type SeatId = keyof typeof SEATS;

export const OPEN = {
  kind: 'exercise',
  open: {
    type: 'open',
    key: 'open',
    seat: 'rok-presidency',
    office: 'rok-president',
    arrangement: 'rok-us',
    frame: { at: '2024-12-01', given: { 'time-permits': true, 'link-up': true } },
    matters: ['information', 'nuclear-release', 'nuclear-deployment', 'conventional-support', 'press-line'],
  },
};

export interface Step {
  readonly seat: SeatId;
  readonly command: Readonly<Record<string, unknown>> & { readonly type: string; readonly key: string };
  /** The code of the refusal; absent: it is recorded. */
  readonly refused?: string;
  /** What the answer has besides. */
  readonly answers?: object;
}

const CHAIR = 'rok-deputy-minister-as-chair';
const US_CHAIR = 'us-defense-policy-as-chair';
const COMMANDER = 'strategic-command-commander';
const ALL = { marking: { to: 'all' } };
const BOTH = { marking: { to: 'parties', parties: ['rok', 'us'] } };
const OFFICES: Record<SeatId, string> = {
  'rok-presidency': 'rok-president',
  [CHAIR]: 'rok-ncg-chair',
  [COMMANDER]: COMMANDER,
  'us-presidency': 'us-president',
  [US_CHAIR]: 'us-ncg-chair',
  'usstratcom-commander': 'usstratcom-commander',
};

function step(
  seat: SeatId,
  type: string,
  key: string,
  more: object,
  then: Pick<Step, 'refused' | 'answers'> = {},
): Step {
  return { seat, command: { type, key, office: OFFICES[seat], ...more }, ...then };
}

/** What only the ROK may read, until it is released; and what no one but the two parties may read. */
export const INTERNAL = '내부 검토: 대응 시한은 두 시간으로 본다.';
export const BILATERAL = '貴国の見解を伺いたい。';

export const BEFORE: readonly Step[] = [
  step(CHAIR, 'inform', 'signs', {
    on: 'information',
    to: 'us-ncg-chair',
    text: '가상 징후를 통보한다.',
    ...BOTH,
  }),
  step(COMMANDER, 'position', 'review', {
    about: `${CHAIR}/signs`,
    text: INTERNAL,
    marking: { to: 'party', party: 'rok' },
  }),
  step('us-presidency', 'decide', 'deploy', { on: 'nuclear-deployment', ...ALL }, { refused: 'not-valid' }),
  step('us-presidency', 'decide', 'release', { on: 'nuclear-release', ...ALL }, { refused: 'not-proper' }),
  step('us-presidency', 'consult', 'consult', {
    on: 'nuclear-release',
    to: 'rok-president',
    text: BILATERAL,
    ...BOTH,
  }),
  step('rok-presidency', 'position', 'view', {
    about: 'us-presidency/consult',
    text: '사용에 반대하며 재래식 대응을 우선한다.',
    ...BOTH,
  }),
  step('usstratcom-commander', 'receipt', 'read', { about: 'rok-presidency/view', ...BOTH }),
  step(US_CHAIR, 'position', 'guess', { about: `${COMMANDER}/review`, ...BOTH }, { refused: 'unknown-item' }),
];

export const AFTER: readonly Step[] = [
  step(CHAIR, 'release', 'share', { about: `${COMMANDER}/review`, ...BOTH }),
  step(US_CHAIR, 'receipt', 'thanks', { about: `${COMMANDER}/review`, ...BOTH }),
  step(US_CHAIR, 'decide', 'early', { on: 'press-line', ...ALL }, { refused: 'not-valid' }),
  step(US_CHAIR, 'plan', 'draft', { on: 'press-line', text: '共同文案の案', underSilence: true, ...ALL }),
];

/** When silence has run out. */
export const THEN: readonly Step[] = [
  step(US_CHAIR, 'decide', 'bare', { on: 'press-line', ...ALL }, { refused: 'not-proper' }),
  step(
    US_CHAIR,
    'decide',
    'line',
    { on: 'press-line', departure: '会見の時刻が迫り、次官と連絡がつかなかった。', ...ALL },
    { answers: { standing: 'departure', passedOver: ['rok-vice-foreign-minister'] } },
  ),
  step('rok-presidency', 'reserve', 'reserve', {
    about: `${US_CHAIR}/line`,
    text: '절차를 지키지 않았다.',
    ...ALL,
  }),
  step('us-presidency', 'adjourn', 'pause', {}, { refused: 'not-convener' }),
  step('rok-presidency', 'adjourn', 'adjourn', {}),
  step(
    'usstratcom-commander',
    'position',
    'late',
    { about: 'us-presidency/consult', ...BOTH },
    { refused: 'adjourned' },
  ),
  step('rok-presidency', 'resume', 'resume', {}),
  step('rok-presidency', 'decide', 'support', { on: 'conventional-support', ...ALL }),
  step('rok-presidency', 'close', 'close', {}),
  step(
    'us-presidency',
    'position',
    'after',
    { about: 'rok-presidency/support', ...ALL },
    { refused: 'closed' },
  ),
];
