/** The history of an arrangement: on which days it changed, and what happened. */
import { TABLES, type Any, type Arrangement, type Day, type Happening } from '@foedus/kernel';

export interface Turn {
  readonly day: Day;
  readonly begun: readonly Any[];
  readonly ended: readonly Any[];
}

/** Tables whose entries are rules in force for a time; events and facts only happen. */
const RULES = TABLES.filter((table) => table !== 'events' && table !== 'facts' && table !== 'conditions');

/** The days on which a rule began or ended, in order. */
export function turnsOf(arrangement: Arrangement): readonly Turn[] {
  const turns = new Map<Day, { begun: Any[]; ended: Any[] }>();
  const on = (day: Day): { begun: Any[]; ended: Any[] } => {
    const turn = turns.get(day) ?? { begun: [], ended: [] };
    turns.set(day, turn);
    return turn;
  };
  for (const rule of RULES.flatMap((table): Any[] => [...arrangement[table].values()])) {
    if (rule.from) on(rule.from.day).begun.push(rule);
    if (rule.until) on(rule.until.day).ended.push(rule);
  }
  return [...turns].map(([day, turn]) => ({ day, ...turn })).toSorted((a, b) => (a.day < b.day ? -1 : 1));
}

/** What happened, in the order of the days. */
export function eventsOf(arrangement: Arrangement): readonly Happening[] {
  return [...arrangement.events.values()].toSorted((a, b) =>
    (a.from?.day ?? '') < (b.from?.day ?? '') ? -1 : 1,
  );
}

export interface Span {
  readonly first: Day;
  readonly last: Day;
}

/**
 * Whole years around what happened and the last change; around all changes where nothing is told. A treaty of long ago would press all
 * that followed into a corner: what lies before the axis stands at its beginning.
 */
export function spanOf(turns: readonly Turn[], events: readonly Happening[]): Span {
  const told = events.flatMap(({ from }) => (from ? [from.day] : []));
  const changed = turns.map(({ day }) => day);
  const days = (told.length > 0 ? [...told, ...changed.slice(-1)] : changed).toSorted();
  const year = (day: Day | undefined): number => Number(day?.slice(0, 4) ?? 2000);
  return {
    first: `${year(days[0])}-01-01` as Day,
    last: `${year(days.at(-1)) + 1}-01-01` as Day,
  };
}

const DAY = 86_400_000;

/** Days since 1970 began. */
export function numberOf(day: Day): number {
  return Date.parse(day) / DAY;
}

export function dayOf(number: number): Day {
  return new Date(Math.round(number) * DAY).toISOString().slice(0, 10) as Day;
}

/** The next day of some, in order, after a day; or the last before it. */
export function neighbour(days: readonly Day[], at: Day, step: 1 | -1): Day | undefined {
  return step > 0 ? days.find((day) => day > at) : days.findLast((day) => day < at);
}
