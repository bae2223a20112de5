/** Going to places on the History API. */
import { createContext, use, useMemo, useSyncExternalStore } from 'react';
import { preferred } from '../text/speak.ts';
import { pathOf, placeOf, type Place } from './place.ts';

const MOVED = 'foedus:moved';

function subscribe(moved: () => void): () => void {
  addEventListener('popstate', moved);
  addEventListener(MOVED, moved);
  return () => {
    removeEventListener('popstate', moved);
    removeEventListener(MOVED, moved);
  };
}

/** Goes to a place. `replace`: the way back leads past the place that is left, as it does while a slider is dragged. */
export function go(place: Place, how: 'push' | 'replace' = 'push'): void {
  const path = pathOf(place);
  if (path === location.pathname + location.search) return;
  if (how === 'push') history.pushState(null, '', path);
  else history.replaceState(null, '', path);
  dispatchEvent(new Event(MOVED));
}

/** Where the address bar says we are, at this moment: for what happens at a click. */
export function here(): Place {
  return placeOf(location.pathname, location.search, preferred(navigator.languages));
}

/** Where the address bar says we are, for what is drawn. */
export function useAddress(): Place {
  const address = useSyncExternalStore(subscribe, () => location.pathname + location.search);
  return useMemo(here, [address]);
}

export const PlaceContext = createContext<Place>({ lang: 'en', page: { name: 'nowhere' }, query: '' });

export function usePlace(): Place {
  return use(PlaceContext);
}
