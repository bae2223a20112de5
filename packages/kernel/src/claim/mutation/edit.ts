/** Edits of one entry of an arrangement, which itself stays as it is. */
import type { Any, Arrangement } from '../../arrangement/model.ts';

const TABLE = {
  party: 'parties',
  government: 'governments',
  office: 'offices',
  seat: 'seats',
  body: 'bodies',
  matter: 'matters',
  condition: 'conditions',
  reading: 'readings',
  unknown: 'unknowns',
  instrument: 'instruments',
  power: 'powers',
  duty: 'duties',
  delegation: 'delegations',
  succession: 'successions',
  pace: 'paces',
  event: 'events',
  fact: 'facts',
} as const satisfies Readonly<Record<Any['type'], keyof Arrangement>>;

/** The arrangement with this entry in the place of the one that has its id. */
export function replace(entry: Any): (arrangement: Arrangement) => Arrangement {
  const table = TABLE[entry.type];
  return (arrangement) => ({
    ...arrangement,
    [table]: new Map<string, Any>(arrangement[table]).set(entry.id, entry),
  });
}

/** The arrangement without this entry. */
export function drop(entry: Any): (arrangement: Arrangement) => Arrangement {
  const table = TABLE[entry.type];
  return (arrangement) => {
    const left = new Map<string, Any>(arrangement[table]);
    left.delete(entry.id);
    return { ...arrangement, [table]: left };
  };
}

/** A list without the item at a place. */
export function without<T>(items: readonly T[], index: number): readonly T[] {
  return items.toSpliced(index, 1);
}
