import type { Arrangement, Day } from '@foedus/kernel';
import { useCallback, useMemo } from 'react';
import { go, here, usePlace } from '../../place/travel.ts';
import { eventsOf, turnsOf } from '../time/history.ts';
import { lookingOf, queryOf, type Looking } from './looking.ts';

export type Change = (by: Partial<Looking>, how?: 'push' | 'replace') => void;

/** Today, or the last day on which anything is known of an arrangement that has passed into history. */
function presentOf(arrangement: Arrangement): Day {
  const today = new Date().toISOString().slice(0, 10) as Day;
  const turns = turnsOf(arrangement);
  const last = [
    ...turns.map(({ day }) => day),
    ...eventsOf(arrangement).flatMap(({ from }) => from?.day ?? []),
  ]
    .toSorted()
    .findLast((day) => day <= today);
  const over = [...arrangement.powers.values()].every(({ until }) => until && until.day <= today);
  return over && last !== undefined ? last : today;
}

/** What is looked at, as the address says, and changing it; the way to change it stays the same, so that what has not changed is not drawn anew. */
export function useLooking(arrangement: Arrangement): readonly [Looking, Change] {
  const { query } = usePlace();
  const present = useMemo(() => presentOf(arrangement), [arrangement]);
  const looking = useMemo(() => lookingOf(query, present), [query, present]);
  const change = useCallback<Change>(
    (by, how = 'push') => {
      const place = here();
      go({ ...place, query: queryOf({ ...lookingOf(place.query, present), ...by }) }, how);
    },
    [present],
  );
  return [looking, change];
}
