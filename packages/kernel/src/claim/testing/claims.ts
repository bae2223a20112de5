/** Claims, events and worlds for tests: only what matters is said. */
import { parseWhen, type Day, type When } from '../../arrangement/date.ts';
import type { Arrangement, EventKind, Fact, Happening, Status } from '../../arrangement/model.ts';
import { TODAY } from '../../authority/testing/sketch.ts';
import type { Question } from '../../authority/question.ts';
import { plain } from '../../text/catalogue.ts';
import { findingOf } from '../check.ts';
import type { Finding } from '../finding.ts';
import type { Check, Claim, Measure } from '../model.ts';
import type { World } from '../world.ts';

export const PLACE = { file: 'claims', line: 1, column: 1 };
export const AT = { at: TODAY };

export function when(text: string): When {
  return parseWhen(text)!;
}

export function on(day: string): { readonly at: Day } {
  return { at: when(day).day };
}

interface Recorded {
  readonly from?: string;
  readonly kind?: EventKind;
  readonly status?: Status;
  readonly who?: readonly string[];
  readonly about?: readonly string[];
  readonly after?: readonly string[];
}

function recorded(id: string, { from, status = 'text', who = [], about = [] }: Recorded) {
  const common = { id, name: plain(id), status, sources: [{ source: 's' }], place: PLACE, who, about };
  return from === undefined ? common : { ...common, from: when(from) };
}

/** The arrangement with events and facts. */
export function withRecords(
  arrangement: Arrangement,
  events: Readonly<Record<string, Recorded>>,
  facts: Readonly<Record<string, Recorded>> = {},
): Arrangement {
  const happenings = Object.entries(events).map(([id, each]): [string, Happening] => [
    id,
    { ...recorded(id, each), type: 'event', kind: each.kind ?? 'meeting', after: each.after ?? [] },
  ]);
  const asserted = Object.entries(facts).map(([id, each]): [string, Fact] => [
    id,
    { ...recorded(id, each), type: 'fact' },
  ]);
  return { ...arrangement, events: new Map(happenings), facts: new Map(asserted) };
}

export function worldOf(...arrangements: readonly Arrangement[]): World {
  return { arrangements: new Map(arrangements.map((each) => [each.id, each])) };
}

export function claimOf(...checks: readonly Check[]): Claim {
  return {
    id: 'C1',
    kind: 'authority',
    mark: 'stated',
    says: plain('says'),
    sources: [],
    checks,
    place: PLACE,
  };
}

export function asks(question: Question, frame = AT) {
  return { asked: { frame, question }, place: PLACE };
}

export function stands(
  entry: string,
  rest: Partial<Extract<Check, { type: 'stands' }>>,
): Extract<Check, { type: 'stands' }> {
  return { type: 'stands', entry, status: 'text', who: [], about: [], place: PLACE, ...rest };
}

export function comparing(left: Measure, relation: '<' | '=' | '>', right: Measure): Check {
  return { type: 'compare', left, relation, right, place: PLACE };
}

/** What a check comes to, the arrangement being its home. */
export function found(check: Check, arrangement: Arrangement, ...others: readonly Arrangement[]): Finding {
  return findingOf(check, arrangement.id, worldOf(arrangement, ...others));
}
