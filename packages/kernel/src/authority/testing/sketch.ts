/** Small arrangements for tests, written as values: only what matters is said, the rest is filled in. */
import { splitAct, type Act, type Outcome } from '../../arrangement/act.ts';
import { parseWhen, type Day, type Period } from '../../arrangement/date.ts';
import { ALWAYS, type Duration, type Formula } from '../../arrangement/formula.ts';
import type { Answering, Arrangement, Case, Entry, Way } from '../../arrangement/model.ts';
import { plain } from '../../text/catalogue.ts';

const PLACE = { file: 'sketch', line: 1, column: 1 };
export const TODAY = '2024-01-01' as Day;

interface Dated {
  readonly from?: string;
  readonly until?: string;
}

export interface Sketch {
  /** Each office's party, or the parties to all of which it answers. */
  readonly offices: Readonly<Record<string, string | readonly string[]>>;
  readonly seats?: Readonly<Record<string, readonly string[]>>;
  readonly bodies?: Readonly<
    Record<string, { readonly members: readonly string[]; readonly way: Way; readonly silence?: number }>
  >;
  readonly conditions?: Readonly<Record<string, boolean | undefined>>;
  readonly readings?: Readonly<Record<string, readonly string[]>>;
  readonly unknowns?: readonly string[];
  readonly powers: Readonly<
    Record<
      string,
      Dated & {
        readonly act: string;
        readonly valid?: Formula;
        readonly proper?: Formula;
        readonly inForce?: Formula;
        readonly revocableBy?: Formula;
      }
    >
  >;
  readonly duties?: Readonly<
    Record<
      string,
      { readonly before: string; readonly cases: readonly Pick<Case, 'label' | 'when' | 'must'>[] }
    >
  >;
  readonly delegations?: Readonly<
    Record<string, { readonly act: string; readonly to: string; readonly when?: Formula }>
  >;
  readonly successions?: Readonly<
    Record<string, { readonly office: string; readonly order: readonly string[] }>
  >;
  readonly paces?: Readonly<
    Record<string, { readonly act: string; readonly seconds: readonly [number, number, number] }>
  >;
}

/** An act from its sentence. */
export function act(sentence: string): Act {
  return splitAct(sentence) as Act;
}

export function outcome(sentence: string): Outcome {
  return splitAct(sentence) as Outcome;
}

/** A formula from the sentence of an act, `when c`, `reading r is a`, `unknown u`; `not` in front of the last three. */
export function is(text: string): Formula {
  const [word, name, , alternative] = text.split(' ');
  switch (word) {
    case 'not':
      return { type: 'not', of: is(text.slice(4)) };
    case 'when':
      return { type: 'condition', condition: name!, place: PLACE };
    case 'reading':
      return { type: 'reading', reading: name!, alternative: alternative!, place: PLACE };
    case 'unknown':
      return { type: 'unknown', unknown: name!, place: PLACE };
    case undefined:
    default:
      return { type: 'act', act: act(text), place: PLACE };
  }
}

export function allOf(...of: readonly (Formula | string)[]): Formula {
  return { type: 'allOf', of: of.map((each) => (typeof each === 'string' ? is(each) : each)) };
}

export function anyOf(...of: readonly (Formula | string)[]): Formula {
  return { type: 'anyOf', of: of.map((each) => (typeof each === 'string' ? is(each) : each)) };
}

function entry(id: string): Entry {
  return { id, name: plain(id), status: 'text', sources: [{ source: 's' }], place: PLACE };
}

function period({ from, until }: Dated): Period {
  const when = (key: 'from' | 'until', text: string | undefined): Period => {
    const parsed = text === undefined ? undefined : parseWhen(text);
    return parsed ? { [key]: parsed } : {};
  };
  return { ...when('from', from), ...when('until', until) };
}

function table<S, T>(
  of: Readonly<Record<string, S>> | undefined,
  make: (id: string, sketch: S) => T,
): ReadonlyMap<string, T> {
  return new Map(Object.entries(of ?? {}).map(([id, sketch]) => [id, make(id, sketch)]));
}

function answering(parties: string | readonly string[]): Answering {
  return typeof parties === 'string'
    ? { type: 'party', party: parties }
    : { type: 'allOf', of: parties.map((party) => ({ type: 'party', party })) };
}

export function sketch(of: Sketch): Arrangement {
  const acts = Object.values(of.powers).map((power) => act(power.act));
  const parties = [...new Set(Object.values(of.offices).flat())];
  const vacancies = Object.values(of.successions ?? {}).map(
    (each) => [`vacant-${each.office}`, false] as const,
  );
  const names = (all: readonly string[]): Record<string, string> =>
    Object.fromEntries(all.map((id) => [id, id]));
  return {
    id: 'sketch',
    name: plain('sketch'),
    summary: plain('sketch'),
    sources: new Map(),
    parties: table(names(parties), (id) => ({ ...entry(id), type: 'party' })),
    governments: new Map(),
    offices: table(of.offices, (id, party) => ({
      ...entry(id),
      type: 'office',
      answersTo: answering(party),
    })),
    seats: table(of.seats, (id, offices) => ({ ...entry(id), type: 'seat', offices, holders: [] })),
    bodies: table(of.bodies, (id, { members, way, silence }) => ({
      ...entry(id),
      type: 'body',
      members,
      way,
      ...(silence === undefined ? {} : { silence: silence as Duration }),
    })),
    matters: table(names([...new Set(acts.map((each) => each.on))]), (id) => ({
      ...entry(id),
      type: 'matter',
    })),
    conditions: table({ ...of.conditions, ...Object.fromEntries(vacancies) }, (id, usually) => ({
      ...entry(id),
      type: 'condition',
      declaredBy: [],
      ...(usually === undefined ? {} : { usually }),
    })),
    readings: table(of.readings, (id, alternatives) => ({
      ...entry(id),
      type: 'reading',
      alternatives: alternatives.map((each) => ({ id: each, name: plain(each), sources: [] })),
    })),
    unknowns: table(names(of.unknowns ?? []), (id) => ({ ...entry(id), type: 'unknown' })),
    instruments: new Map(),
    powers: table(of.powers, (id, power) => ({
      ...entry(id),
      ...period(power),
      type: 'power',
      act: act(power.act),
      valid: power.valid ?? ALWAYS,
      proper: power.proper ?? ALWAYS,
      inForce: power.inForce ?? ALWAYS,
      ...(power.revocableBy ? { revocableBy: power.revocableBy } : {}),
    })),
    duties: table(of.duties, (id, { before, cases }) => ({
      ...entry(id),
      type: 'duty',
      time: 'before',
      act: act(before),
      cases: cases.map((each) => ({ ...each, place: PLACE })),
    })),
    delegations: table(of.delegations, (id, each) => ({
      ...entry(id),
      type: 'delegation',
      act: act(each.act),
      to: each.to,
      when: each.when ?? ALWAYS,
    })),
    successions: table(of.successions, (id, each) => ({ ...entry(id), type: 'succession', ...each })),
    paces: table(of.paces, (id, { act: sentence, seconds: [least, likely, most] }) => ({
      ...entry(id),
      type: 'pace',
      act: act(sentence),
      least: least as Duration,
      likely: likely as Duration,
      most: most as Duration,
      assumed: false,
    })),
    events: new Map(),
    facts: new Map(),
  };
}
