/** Somebody who keeps acting, whatever happens to the server. */
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import { ask, type Answer } from './client.ts';
import type { Served } from './process.ts';

function expectRecorded({ body, status }: Answer, id: string): void {
  expect([status, body['id']]).toEqual([200, id]);
}

/** Acts one after the other, each under a key of its own, until it is told to stop; keeps what was acknowledged. */
export class Actor {
  readonly acknowledged = new Map<string, number>();
  #over = false;
  readonly #done: Promise<void>;

  constructor({ url }: Served, path: string, seat: string, name: number) {
    this.#done = this.#act(url, `${path}/seat:${seat}/commands`, seat, name);
  }

  async #act(url: string, path: string, seat: string, name: number): Promise<void> {
    const about = 'arden-president/open';
    for (let n = 1; !this.#over; n += 1) {
      const key = `c${name}-${n}`;
      const answer = await ask(url, path, {
        type: 'position',
        key,
        office: seat,
        about,
        text: `${key} ${'x'.repeat(200)}`,
        marking: { to: 'all' },
      });
      expectRecorded(answer, `${seat}/${key}`);
      this.acknowledged.set(`${seat}/${key}`, answer.body['at'] as number);
      await sleep(10);
    }
  }

  stop(): Promise<void> {
    this.#over = true;
    return this.#done;
  }
}
