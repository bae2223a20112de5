/** Changes of what is on record of an entry: when it was, who took part, what it is about, how firmly it is known. */
import { parseWhen, showWhen, type Day, type When } from '../../arrangement/date.ts';
import {
  EVENT_KINDS,
  STATUSES,
  type Any,
  type Arrangement,
  type Fact,
  type Happening,
} from '../../arrangement/model.ts';
import { nameOf } from '../../authority/words.ts';
import { kindInWords, say } from '../words.ts';
import { drop, replace, without } from './edit.ts';
import type { Aim, Change } from './model.ts';

/** Of an event or a fact. */
export function recordChanges(
  record: Happening | Fact,
  arrangement: Arrangement,
  aim: Aim,
): readonly Change[] {
  const name = (id: string) => nameOf(arrangement, id);
  const takePart = record.who.flatMap((who, index) => [
    {
      kind: 'drop-participant' as const,
      fillings: () => ({ from: name(who) }),
      apply: replace({ ...record, who: without(record.who, index) }),
    },
    ...[...new Set([...aim.actors, ...arrangement.parties.keys()])]
      .filter((other) => other !== who)
      .map((other) => ({
        kind: 'swap-participant' as const,
        fillings: () => ({ from: name(who), to: name(other) }),
        apply: replace({ ...record, who: record.who.with(index, other) }),
      })),
  ]);
  const subjects = record.about.map((subject, index) => ({
    kind: 'drop-subject' as const,
    fillings: () => ({ from: name(subject) }),
    apply: replace({ ...record, about: without(record.about, index) }),
  }));
  return [
    ...takePart,
    ...subjects,
    ...(record.type === 'event' ? eventChanges(record, arrangement) : []),
    ...dateMoves(record),
  ];
}

function eventChanges(event: Happening, arrangement: Arrangement): readonly Change[] {
  const kind = EVENT_KINDS[(EVENT_KINDS.indexOf(event.kind) + 1) % EVENT_KINDS.length]!;
  const orders = event.after.map((before, index) => ({
    kind: 'drop-order' as const,
    fillings: () => ({ from: nameOf(arrangement, before) }),
    apply: replace({ ...event, after: without(event.after, index) }),
  }));
  return [
    {
      kind: 'change-kind',
      fillings: () => ({ from: kindInWords(event.kind), to: kindInWords(kind) }),
      apply: replace({ ...event, kind }),
    },
    ...orders,
  ];
}

/** Its first day a year sooner and a year later. */
export function dateMoves(entry: Any): readonly Change[] {
  const { from } = entry;
  if (!from) return [];
  return [-1, 1].map((years) => {
    const moved = inYears(from, years);
    return {
      kind: 'move-date',
      fillings: () => ({ from: showWhen(from), to: showWhen(moved) }),
      apply: replace({ ...entry, from: moved }),
    };
  });
}

function inYears(when: When, years: number): When {
  const year = String(Number(when.day.slice(0, 4)) + years).padStart(4, '0');
  // The 29th of February exists in leap years only.
  const day = parseWhen(`${year}${when.day.slice(4)}`) ?? parseWhen(`${year}-02-28`);
  return { day: day!.day, precision: when.precision };
}

/** A rule that begins after a day, or ends on it, and one that is not in force on a day and then always is. */
export function periodMoves(entry: Any, days: readonly Day[]): readonly Change[] {
  const moves = days.flatMap((day): readonly Change[] => [
    {
      kind: 'begin-later',
      fillings: () => ({ to: showWhen(dayAfter(day)) }),
      apply: replace({ ...entry, from: dayAfter(day) }),
    },
    {
      kind: 'end-earlier',
      fillings: () => ({ to: day }),
      apply: replace({ ...entry, until: { day, precision: 'day' } }),
    },
  ]);
  const { from, until, ...lasting } = entry;
  if (from === undefined && until === undefined) return moves;
  return [...moves, { kind: 'hold-always', fillings: () => ({}), apply: replace(lasting) }];
}

function dayAfter(day: Day): When {
  const next = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
  return { day: next as Day, precision: 'day' };
}

/** Every other way in which it could be known. */
export function statusChanges(entry: Any): readonly Change[] {
  return STATUSES.filter((status) => status !== entry.status).map((status) => ({
    kind: 'change-status',
    fillings: () => ({ from: say(`status.${entry.status}`), to: say(`status.${status}`) }),
    apply: replace({ ...entry, status }),
  }));
}

/** Gone altogether; only what no other entry has to name. */
export function drops(entry: Any): readonly Change[] {
  switch (entry.type) {
    case 'power':
    case 'duty':
    case 'delegation':
    case 'succession':
    case 'pace':
    case 'event':
    case 'fact':
    case 'government':
    case 'instrument':
      return [{ kind: 'drop-rule', fillings: () => ({}), apply: drop(entry) }];
    case 'party':
    case 'office':
    case 'seat':
    case 'body':
    case 'matter':
    case 'condition':
    case 'reading':
    case 'unknown':
      return [];
  }
}
