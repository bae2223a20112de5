/**
 * Following a consultation as somebody: the view, then every update as it happens. A line that was cut is taken up where it was cut: by the
 * cursor nothing is left out and nothing comes twice. What follows from an update for the seat (what is open to it, who is awaited) is the
 * server's to say, so the view is fetched again behind each.
 */
import { consultation } from '@foedus/kernel';
import type { Shown } from '../../api/cases.ts';
import { getJson } from '../../api/get.ts';
import { problemOf, type Problem } from '../../api/problem.ts';
import { share } from './share.ts';

/** `live`: what happens is shown as it happens. `lost`: nobody answers; it is tried again. */
export type Line = 'live' | 'lost';

export interface Following {
  readonly shown?: Shown;
  readonly line: Line;
  /** By how many milliseconds the server's clock is ahead of ours. */
  readonly ahead: number;
  /** Why it can't be followed at all. */
  readonly problem?: Problem;
}

export const NOT_YET: Following = { line: 'live', ahead: 0 };

/** Milliseconds. */
const PATIENCE = { first: 500, most: 4000 };

/** The view after one more update; `cursor`: its number. One that is contained already changes nothing. */
export function withUpdate(shown: Shown, update: consultation.Update, cursor: number): Shown {
  return cursor <= shown.cursor ? shown : { ...shown, ...consultation.applyUpdate(shown, update), cursor };
}

/** Follows until it is ended by the function returned. */
export function follow(path: string, tell: (now: Following) => void): () => void {
  let now = NOT_YET;
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wait = PATIENCE.first;
  let ended = false;
  let loading = false;
  let stale = false;

  const set = (more: Partial<Following>): void => {
    if (ended) return;
    now = { ...now, ...more };
    tell(now);
  };

  /** Fetches the view; while one is under way, notes that another is due. */
  const load = async (): Promise<void> => {
    stale = loading;
    if (loading) return;
    loading = true;
    try {
      const shown = await getJson<Shown>(`${path}/view`);
      // Another process may not have come as far as we have.
      if (shown.cursor < (now.shown?.cursor ?? 0)) stale = true;
      else set({ shown: share(now.shown, shown), ahead: shown.now - Date.now() });
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
    const from = now.shown?.cursor ?? 0;
    const opened = new EventSource(`${path}/updates?after=${from}`);
    source = opened;
    opened.addEventListener('open', () => {
      wait = PATIENCE.first;
      set({ line: 'live' });
    });
    opened.addEventListener('update', ({ data, lastEventId }: MessageEvent<string>) => {
      if (!now.shown) return;
      const update = JSON.parse(data) as consultation.Update;
      set({ shown: share(now.shown, withUpdate(now.shown, update, Number(lastEventId))) });
      load().catch(lost);
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
