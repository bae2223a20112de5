/**
 * One watcher: a response of server-sent events (WHATWG HTML, 9.2) that follows a feed. What a slow watcher has not taken yet is in the feed,
 * which all share, and nowhere else; one that takes nothing for a while is cut, and resumes from its cursor.
 */
import type { ServerResponse } from 'node:http';
import type { Followed } from './feed.ts';

/** So that what lies between knows that the line is alive, and we that the watcher is. Milliseconds. */
const HEARTBEAT = 15_000;
/** How long a watcher may take nothing. Milliseconds. */
const PATIENCE = 30_000;
/** When the watcher is to come back after the line was cut. Milliseconds. */
const RETRY = 1_000;

export interface Watching {
  /** Says when to come back, and ends the response. */
  end(): void;
}

/**
 * Follows the feed after a cursor until the watcher goes, is ended, or may no longer watch, which is asked at each heartbeat. The response has
 * sent its head.
 */
export function stream(
  feed: Followed,
  after: number,
  response: ServerResponse,
  mayGoOn: () => Promise<boolean>,
  ended: () => void,
): Watching {
  let cursor = after;
  let full = false;
  let sinceFull = 0;
  const send = (): void => {
    if (full || cursor === feed.cursor || response.writableEnded) return;
    const bytes = feed.frames(cursor);
    cursor = feed.cursor;
    waitIfFull(response.write(bytes));
  };
  const waitIfFull = (taken: boolean): void => {
    if (taken || full) return;
    full = true;
    sinceFull = performance.now();
  };
  const unwatch = feed.watch(send);
  const end = (): void => {
    if (!response.writableEnded) response.end(`retry: ${RETRY}\nevent: end\ndata: {}\n\n`);
  };
  const heart = setInterval(() => {
    if (!full) waitIfFull(response.write(':\n\n'));
    else if (performance.now() - sinceFull > PATIENCE) response.destroy();
    // Who can't be asked about is cut as well: he comes back, and is asked then.
    mayGoOn().then((may) => may || end(), end);
  }, HEARTBEAT);
  heart.unref();
  response.on('drain', () => {
    full = false;
    send();
  });
  response.once('close', () => {
    clearInterval(heart);
    unwatch();
    ended();
  });
  response.write(`retry: ${RETRY}\n\n`);
  send();
  return { end };
}
