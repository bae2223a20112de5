/** One viewer at a client that loses its connection and does not mind: it sends again under the same key, and takes its stream up again. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { consultation, Lang } from '@foedus/kernel';
import { follow, type Told } from '../http/testing/sse.ts';

const PAUSE = 25;

export interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Asks until somebody answers who is not just stopping. */
export async function ask(url: string, path: string, body?: object, lang: Lang = 'en'): Promise<Answer> {
  for (;;) {
    try {
      const answer = await fetch(`${url}/api/v1/${path}`, {
        headers: { 'accept-language': lang, ...(body ? { 'content-type': 'application/json' } : {}) },
        ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
      });
      const said = (await answer.json()) as Answer['body'];
      if (answer.status !== 503) return { status: answer.status, body: said };
    } catch {
      // It was killed; what it did not say it may have done all the same.
    }
    await sleep(PAUSE);
  }
}

/** All that a viewer was told, by asking. */
export async function historyOf(url: string, viewer: string): Promise<readonly consultation.Update[]> {
  const all: consultation.Update[] = [];
  for (;;) {
    const { body } = await ask(url, `${viewer}/history?after=${all.length}`);
    const { last, updates } = body as {
      readonly last: number;
      readonly updates: readonly consultation.Update[];
    };
    all.push(...updates);
    if (all.length >= last) return all;
  }
}

export class Watcher {
  readonly told: Told[] = [];
  #over = false;
  readonly #url: string;
  readonly #done: Promise<void>;

  constructor(url: string, viewer: string) {
    this.#url = `${url}/api/v1/${viewer}/updates`;
    this.#done = this.#watch();
  }

  async #watch(): Promise<void> {
    while (!this.#over) {
      try {
        const follower = await follow(this.#url, { 'last-event-id': String(this.told.length) });
        try {
          while (!this.#over) this.told.push(...(await follower.take(1)));
        } finally {
          follower.close();
        }
      } catch {
        await sleep(PAUSE);
      }
    }
  }

  /** Waits until it was told so much, which has to come; `close` ends it at the next update or break of the line. */
  async until(count: number): Promise<void> {
    while (this.told.length < count) await sleep(PAUSE);
    this.#over = true;
  }

  /** Resolves when the line is down after `until`. */
  get done(): Promise<void> {
    return this.#done;
  }
}
