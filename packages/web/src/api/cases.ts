/** Consultations, as the server keeps them. */
import type { consultation, Day, Frame, Text } from '@foedus/kernel';
import type { ArrangementFiles } from './arrangements.ts';
import { getJson } from './get.ts';
import { send, type Answer } from './send.ts';

export type CaseKind = 'live' | 'exercise';

export interface CaseHead {
  readonly id: string;
  readonly kind: CaseKind;
  readonly arrangement: string;
  /** Of the arrangement's files as they were when the case was opened. */
  readonly hash: string;
  readonly name: Text;
  readonly matters: readonly string[];
  /** The day on which the arrangement is taken. */
  readonly on: Day;
  readonly convener: string;
  readonly openedAt: number;
  readonly phase: 'open' | 'adjourned' | 'closed';
  /** As whom one may look at it: `seat:<id>`, `party:<id>`, `public`. */
  readonly viewers: readonly string[];
}

/** What a viewer is shown. */
export interface Shown extends consultation.View {
  readonly kind: CaseKind;
  /** The number of the last update that is contained. */
  readonly cursor: number;
  /** The moment for which it was made. */
  readonly now: consultation.Instant;
}

export interface Opening {
  readonly kind: CaseKind;
  readonly open: {
    readonly type: 'open';
    readonly key: string;
    readonly seat: string;
    readonly office: string;
    readonly arrangement: string;
    readonly frame: Frame;
    readonly matters: readonly string[];
    readonly silenceWithoutLink?: 'stands' | 'runs';
    readonly zones?: consultation.Zones;
  };
}

const CASES = '/api/v1/cases';

export async function listCases(): Promise<readonly CaseHead[]> {
  return (await getJson<{ cases: readonly CaseHead[] }>(CASES)).cases;
}

export function openCase(opening: Opening): Promise<Answer<CaseHead>> {
  return send(CASES, { json: opening });
}

function pathOfCase(id: string): string {
  return `${CASES}/${encodeURIComponent(id)}`;
}

export function caseHead(id: string): Promise<CaseHead> {
  return getJson(pathOfCase(id));
}

export function caseFiles(id: string): Promise<ArrangementFiles> {
  return getJson(`${pathOfCase(id)}/arrangement`);
}

/** Under which everything of a viewer of a case stands. */
export function pathOfViewer(id: string, viewer: string): string {
  return `${pathOfCase(id)}/as/${encodeURIComponent(viewer)}`;
}

/** What was recorded of a command. */
export interface Acknowledged {
  readonly id: string;
  readonly at: number;
  readonly standing?: consultation.Standing;
  readonly passedOver?: readonly string[];
}

export type Decided =
  | { readonly ok: true; readonly id?: string; readonly standing?: consultation.Standing }
  | { readonly ok: false; readonly says: Text; readonly refusal: consultation.Refusal };

export interface Supposed {
  readonly decided: readonly Decided[];
  readonly view: Shown;
}
