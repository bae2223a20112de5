/** What of an arrangement all exercises ever held under it have rehearsed: rules, clauses, pairs of seats, failures. */
import { holdsOn } from '../../arrangement/date.ts';
import type { Arrangement } from '../../arrangement/model.ts';
import { actingOffices, seatOf } from '../../authority/players.ts';
import { namedActs } from '../../authority/universe.ts';
import { DIRECTOR } from '../../authority/director.ts';
import type { Consultation, Entry } from '../../consultation/state.ts';
import { FAILURES, type Failure } from '../scenario/examine/finding.ts';
import type { Exercise } from '../run/model.ts';
import type { ExerciseRecord } from './record.ts';

/** By which exercises something was rehearsed; none: it never was. */
export interface Rehearsed<T> {
  readonly of: T;
  readonly by: readonly string[];
}

export interface Rehearsals {
  readonly arrangement: string;
  /** Powers and duties in force on the day of any of them: an act that was done or tried rests on it, or it was suspended. */
  readonly rules: readonly Rehearsed<string>[];
  /** Clauses that these cite, `instrument/clause`. */
  readonly clauses: readonly Rehearsed<string>[];
  /** Seats of which one addresses the other in some rule: whether it did. In the order of the alphabet. */
  readonly pairs: readonly Rehearsed<readonly [string, string]>[];
  readonly failures: readonly Rehearsed<Failure>[];
}

/** `runs`: exercises under one arrangement. */
export function rehearsals(
  arrangement: Arrangement,
  runs: readonly { readonly id: string; readonly record: ExerciseRecord }[],
): Rehearsals {
  const days = [...new Set(runs.map(({ record }) => record.stage.scenario.at))];
  const rules = [...arrangement.powers.values(), ...arrangement.duties.values()].filter((rule) =>
    days.some((day) => holdsOn(rule, day)),
  );
  const touched = runs.map(({ id, record }) => ({
    id,
    rules: rulesIn(record),
    pairs: pairsIn(record),
    failures: failuresIn(record),
  }));
  const by = (has: (each: (typeof touched)[number]) => boolean): readonly string[] =>
    touched.filter(has).map(({ id }) => id);
  const clauses = new Set(rules.flatMap(({ clause }) => clause ?? []));
  return {
    arrangement: arrangement.id,
    rules: rules.map(({ id }) => ({ of: id, by: by((each) => each.rules.has(id)) })),
    clauses: [...clauses].map((clause) => ({
      of: clause,
      by: by((each) => rules.some((rule) => rule.clause === clause && each.rules.has(rule.id))),
    })),
    pairs: pairsNamed(arrangement, days).map((of) => ({
      of,
      by: by((each) => each.pairs.has(of.join(' '))),
    })),
    failures: FAILURES.map((failure) => ({ of: failure, by: by((each) => each.failures.has(failure)) })),
  };
}

function rulesIn({ stage: { cases } }: ExerciseRecord): ReadonlySet<string> {
  return new Set(
    entriesOf(cases).flatMap(({ command, rules = [] }) => ('rule' in command ? [command.rule] : rules)),
  );
}

function pairsIn({ stage: { arrangement, cases, scenario } }: ExerciseRecord): ReadonlySet<string> {
  const found = entriesOf(cases).flatMap(({ command }) =>
    'to' in command && command.to !== undefined && command.seat !== DIRECTOR
      ? pairsOf(arrangement, scenario.at, command.office, command.to)
      : [],
  );
  return new Set(found.map((pair) => pair.join(' ')));
}

function pairsNamed(
  arrangement: Arrangement,
  days: readonly ExerciseRecord['stage']['scenario']['at'][],
): readonly (readonly [string, string])[] {
  const all = days.flatMap((day) =>
    namedActs(arrangement, day).flatMap(({ by, to }) =>
      to === undefined ? [] : pairsOf(arrangement, day, by, to),
    ),
  );
  return [...new Map(all.map((pair) => [pair.join(' '), pair])).values()];
}

/** The seats of one side with those of the other. */
function pairsOf(
  arrangement: Arrangement,
  day: ExerciseRecord['stage']['scenario']['at'],
  by: string,
  to: string,
): readonly (readonly [string, string])[] {
  const seats = (who: string): readonly string[] =>
    actingOffices(arrangement, who)
      .filter((office) => arrangement.offices.has(office))
      .map((office) => seatOf(arrangement, office, day));
  return seats(by).flatMap((one) =>
    seats(to).flatMap((other) =>
      one === other ? [] : [one < other ? ([one, other] as const) : ([other, one] as const)],
    ),
  );
}

function failuresIn({ stage: { cases }, state }: ExerciseRecord): ReadonlySet<Failure> {
  const entries = entriesOf(cases);
  return new Set(FAILURES.filter((failure) => FAILED[failure](entries, state)));
}

function entriesOf(cases: ReadonlyMap<string, Consultation>): readonly Entry[] {
  return [...cases.values()].flatMap(({ entries }) => entries);
}

type Happened = (entries: readonly Entry[], state: Exercise) => boolean;
const recorded =
  (type: Entry['command']['type']): Happened =>
  (entries) =>
    entries.some(({ command }) => command.type === type);

const FAILED: Readonly<Record<Failure, Happened>> = {
  link: recorded('link-down'),
  absence: recorded('absent'),
  vacancy: (entries) =>
    entries.some(
      ({ command }) => command.type === 'declare' && command.holds && command.on.startsWith('vacant-'),
    ),
  'new-holder': recorded('succeed'),
  'suspended-rule': recorded('suspend'),
  departure: (entries) => entries.some(({ standing }) => standing === 'departure'),
  refusal: (_, { refusals }) => refusals.length > 0,
};
