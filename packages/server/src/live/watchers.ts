/** Everybody who watches anything through this process. */
import type { ServerResponse } from 'node:http';
import type { Followed } from './feed.ts';
import { stream, type Watching } from './stream.ts';

export class Watchers {
  readonly #watching = new Set<Watching>();

  get count(): number {
    return this.#watching.size;
  }

  /** Lets a response follow a feed; `mayGoOn` is asked from time to time. */
  add(feed: Followed, after: number, response: ServerResponse, mayGoOn: () => Promise<boolean>): void {
    const watching = stream(feed, after, response, mayGoOn, () => this.#watching.delete(watching));
    this.#watching.add(watching);
  }

  /** Tells everybody to come back in a moment: to the next process, or to this one when it runs again. */
  close(): void {
    for (const each of this.#watching) each.end();
  }
}
