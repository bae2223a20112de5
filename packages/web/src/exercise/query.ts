/** What is looked at on a page, as its address says it: filters, what is chosen. */
import { useCallback } from 'react';
import { go, here, usePlace } from '../place/travel.ts';

export type Looking = Readonly<Record<string, string>>;

/** What the query says, and changing it; what is set to nothing is left out. */
export function useQuery(): readonly [Looking, (by: Looking) => void] {
  const { query } = usePlace();
  const change = useCallback((by: Looking) => {
    const place = here();
    const found = new URLSearchParams(place.query);
    for (const [key, value] of Object.entries(by)) {
      if (value === '') found.delete(key);
      else found.set(key, value);
    }
    const text = found.toString();
    go({ ...place, query: text === '' ? '' : `?${text}` }, 'replace');
  }, []);
  return [Object.fromEntries(new URLSearchParams(query)), change];
}
