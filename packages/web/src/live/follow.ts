/**
 * Following something as somebody: what is shown, then every update as it happens. A line that was cut is taken up where it was cut: by the
 * cursor nothing is left out and nothing comes twice.
 */
import { getJson } from '../api/get.ts';
import { problemOf, type Problem } from '../api/problem.ts';
import { share } from './share.ts';

/** `live`: what happens is shown as it happens. `lost`: nobody answers; it is tried again. */
export type Line = 'live' | 'lost';

/** What is shown, with the name of the last update that is contained. */
export interface Followed {
  readonly cursor: number | string;
}

/** Where it is had, and how an update changes it. */
export interface Followable<T extends Followed> {
  /** Of the whole. */
  readonly whole: string;
  /** Of the updates after one. */
  readonly updates: string;
  /** After one more update, named so. One that is contained already changes nothing. */
  readonly withUpdate: (shown: T, update: unknown, name: string) => T;
  /** What follows from an update is the server's to say: the whole is fetched again behind each. */
  readonly refetch: boolean;
  /** Whether a whole is not as new as what is shown: another process may not have come as far. */
  readonly isOlder: (whole: T, shown: T) => boolean;
  /** The moment at which the server gave a whole. */
  readonly givenAt: (whole: T) => number;
}

export interface Following<T extends Followed> {
  readonly shown?: T;
  readonly line: Line;
  /** By how many milliseconds the server's clock is ahead of ours. */
  readonly ahead: number;
  /** Why it can't be followed at all. */
  readonly problem?: Problem;
}

export const NOT_YET = { line: 'live', ahead: 0 } as const;

/** Milliseconds. */
const PATIENCE = { first: 500, most: 4000 };

/** Follows until it is ended by the function returned. */
export function follow<T extends Followed>(
  from: Followable<T>,
  tell: (now: Following<T>) => void,
): () => void {
  let now: Following<T> = NOT_YET;
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wait = PATIENCE.first;
  let ended = false;
  let loading = false;
  let stale = false;

  const set = (more: Partial<Following<T>>): void => {
    if (ended) return;
    now = { ...now, ...more };
    tell(now);
  };

  /** Fetches the whole; while one is under way, notes that another is due. */
  const load = async (): Promise<void> => {
    stale = loading;
    if (loading) return;
    loading = true;
    try {
      const shown = await getJson<T>(from.whole);
      if (now.shown && from.isOlder(shown, now.shown)) stale = true;
      else set({ shown: share(now.shown, shown), ahead: from.givenAt(shown) - Date.now() });
    } finally {
      loading = false;
    }
    if (stale && !ended) await load();
  };

  const lost = (): void => {
    source?.close();
    source = undefined;
    if (ended) return;
    set({ line: 'lost' });
    clearTimeout(timer);
    timer = setTimeout(() => void begin(), wait);
    wait = Math.min(wait * 2, PATIENCE.most);
  };

  const listen = (): void => {
    const opened = new EventSource(`${from.updates}?after=${encodeURIComponent(now.shown?.cursor ?? '')}`);
    source = opened;
    opened.addEventListener('open', () => {
      wait = PATIENCE.first;
      set({ line: 'live' });
    });
    opened.addEventListener('update', ({ data, lastEventId }: MessageEvent<string>) => {
      if (!now.shown) return;
      set({ shown: share(now.shown, from.withUpdate(now.shown, JSON.parse(data), lastEventId)) });
      if (from.refetch) load().catch(lost);
    });
    // The server lets go, to be come back to: the line itself is not lost.
    opened.addEventListener('end', () => {
      opened.close();
      timer = setTimeout(() => void begin(), wait);
    });
    opened.addEventListener('error', () => source === opened && lost());
  };

  const begin = async (): Promise<void> => {
    clearTimeout(timer);
    source?.close();
    try {
      await load();
      if (!ended) listen();
    } catch (thrown) {
      const problem = problemOf(thrown);
      if (problem === 'offline' || problem === 'failed') lost();
      else set({ problem });
    }
  };

  const online = (): void => {
    if (now.line === 'lost') void begin();
  };
  addEventListener('online', online);
  addEventListener('offline', lost);
  void begin();
  return () => {
    ended = true;
    clearTimeout(timer);
    source?.close();
    removeEventListener('online', online);
    removeEventListener('offline', lost);
  };
}
