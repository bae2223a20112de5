/** What can be said of an entry, whatever it is, and whether it is so. */
import { showWhen, type When } from '../../arrangement/date.ts';
import { entry, type Any, type Arrangement } from '../../arrangement/model.ts';
import { partiesIn } from '../../authority/players.ts';
import { list, plain } from '../../text/catalogue.ts';
import type { Text } from '../../text/lang.ts';
import type { Check } from '../model.ts';
import { nameOf } from '../../authority/words.ts';
import { kindInWords, say } from '../words.ts';

export interface Feature {
  readonly holds: boolean;
  /** What is said of it. */
  readonly expect: Text;
  /** What it is instead, or is as well. */
  readonly found: Text;
}

/** Only what the check gives is looked at; the status always is. */
export function features(
  check: Extract<Check, { type: 'stands' }>,
  found: Any,
  arrangement: Arrangement,
): readonly Feature[] {
  const names = (ids: readonly string[]): Text =>
    ids.length === 0 ? say('stands.nothing') : list(ids.map((id) => nameOf(arrangement, id)));
  const among = (key: 'stands.who' | 'stands.about', wanted: readonly string[], there: readonly string[]) =>
    wanted.map((id) => ({
      holds: there.includes(id),
      expect: say(key, { value: nameOf(arrangement, id) }),
      found: names(there),
    }));
  const dated = (key: 'stands.on' | 'stands.until', wanted: When | undefined, there: When | undefined) =>
    wanted === undefined
      ? []
      : [
          {
            holds: there !== undefined && isWithin(there, wanted),
            expect: say(key, { value: showWhen(wanted) }),
            found: there === undefined ? say('stands.nothing') : plain(showWhen(there)),
          },
        ];
  const ordered = (key: 'stands.before' | 'stands.after', id: string | undefined) => {
    const other = id === undefined ? undefined : entry(arrangement, id);
    if (!other) return [];
    return [
      {
        holds: key === 'stands.before' ? precedes(found, other) : precedes(other, found),
        expect: say(key, { value: other.name }),
        found: list([found, other].map(dateOf)),
      },
    ];
  };
  const status = {
    holds: found.status === check.status,
    expect: say('stands.status', { value: say(`status.${check.status}`) }),
    found: say(`status.${found.status}`),
  };
  return [
    status,
    ...(check.kind === undefined ? [] : [kindFeature(check.kind, found)]),
    ...dated('stands.on', check.on, found.from),
    ...dated('stands.until', check.until, found.until),
    ...among('stands.who', check.who, participants(found)),
    ...among('stands.about', check.about, subjects(found)),
    ...ordered('stands.before', check.before),
    ...ordered('stands.after', check.after),
    ...(check.alternatives === undefined ? [] : [alternativesFeature(check.alternatives, found)]),
  ];
}

/** Only events have kinds. */
function kindFeature(wanted: string, found: Any): Feature {
  const kind = found.type === 'event' ? found.kind : undefined;
  return {
    holds: kind === wanted,
    expect: say('stands.kind', { value: kindInWords(wanted) }),
    found: kindInWords(kind),
  };
}

function alternativesFeature(wanted: readonly string[], found: Any): Feature {
  const there = found.type === 'reading' ? found.alternatives.map(({ id }) => id) : [];
  return {
    holds: there.length === wanted.length && wanted.every((id) => there.includes(id)),
    expect: say('stands.alternatives', { value: wanted.map(plain) }),
    found: there.length === 0 ? say('stands.nothing') : list(there.map(plain)),
  };
}

/** A date lies within what a less precise date names: 2011-10-28 within 2011-10 within 2011. */
function isWithin(date: When, wanted: When): boolean {
  return showWhen(date).startsWith(showWhen(wanted));
}

/** Begins on an earlier day, or is said to come before though the dates, being partial, do not tell. */
function precedes(first: Any, second: Any): boolean {
  if (first.from && second.from && first.from.day < second.from.day) return true;
  return second.type === 'event' && second.after.includes(first.id);
}

function dateOf({ from }: Any): Text {
  return from ? plain(showWhen(from)) : say('stands.nothing');
}

/** Whoever takes part in what an entry is: in an event, a body, a seat, an instrument, an act. */
function participants(found: Any): readonly string[] {
  switch (found.type) {
    case 'event':
    case 'fact':
      return found.who;
    case 'body':
      return found.members;
    case 'seat':
      return found.offices;
    case 'instrument':
      return found.parties;
    case 'government':
      return [found.party];
    case 'office':
      return partiesIn(found.answersTo);
    case 'power':
    case 'duty':
    case 'pace':
      return actors(found.act);
    case 'delegation':
      return [...actors(found.act), found.to];
    case 'succession':
      return [found.office, ...found.order];
    case 'condition':
      return found.declaredBy;
    case 'party':
    case 'matter':
    case 'reading':
    case 'unknown':
      return [];
  }
}

function actors({ by, to }: { readonly by: string; readonly to?: string }): readonly string[] {
  return to === undefined ? [by] : [by, to];
}

function subjects(found: Any): readonly string[] {
  if ('about' in found) return found.about;
  return 'act' in found ? [found.act.on] : [];
}
