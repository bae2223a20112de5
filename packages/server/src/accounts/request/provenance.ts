/** Whether a request that changes something was made by our own pages, and not by a page of elsewhere in the same browser. */

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

export interface Sent {
  readonly method: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/**
 * `own`: the browser says that our own pages sent it. `foreign`: it says otherwise. `program`: no browser says anything, as no browser of today
 * does when something is changed; a program has no session of somebody else to misuse. `safe`: nothing is changed.
 */
export type Provenance = 'safe' | 'own' | 'program' | 'foreign';

export function provenance({ method, headers }: Sent, ownOrigin: string): Provenance {
  if (SAFE.has(method)) return 'safe';
  const origin = headers['origin'];
  const site = headers['sec-fetch-site'];
  if (origin === undefined && site === undefined) return 'program';
  const sameOrigin = origin === undefined || origin === ownOrigin;
  const sameSite = site === undefined || site === 'same-origin';
  return sameOrigin && sameSite ? 'own' : 'foreign';
}
