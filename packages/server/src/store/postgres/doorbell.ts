/** Hears, by NOTIFY, that another process has committed. It only says where to look: what is missed while the connection is away does no harm. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import type { Ring } from '../bell.ts';
import type { Name } from '../store.ts';
import { connect } from './connect.ts';

const CHANNEL = 'foedus';
const ANY = '*';
/** PostgreSQL takes less than 8,000 bytes. */
const MOST_BYTES = 7_900;
/** Milliseconds between attempts to connect again. */
const AGAIN = [100, 500, 2_000, 5_000] as const;

/** The channel and what is said on it: the streams that grew or, where those are too many or not known, that any may have. */
export function notification(streams: readonly Name[] | null): readonly [channel: string, payload: string] {
  const payload = streams?.join(' ') ?? ANY;
  return [CHANNEL, payload.length > MOST_BYTES ? ANY : payload];
}

function heard(payload: string): readonly Name[] | null {
  if (payload === ANY) return null;
  return payload === '' ? [] : payload.split(' ');
}

export class Doorbell {
  readonly #address: string;
  readonly #ring: Ring;
  /** Whether a notification is this process's own, which has rung already. */
  readonly #own: (backend: number) => boolean;
  readonly #ended = new AbortController();
  #client: Client | undefined;

  constructor(address: string, ring: Ring, own: (backend: number) => boolean) {
    this.#address = address;
    this.#ring = ring;
    this.#own = own;
  }

  /** Listens; connects again whenever the connection breaks, and then rings for all that may have been missed. */
  async listen(): Promise<void> {
    const client = await connect(this.#address);
    client.on('notification', ({ processId, payload = '' }) => {
      if (!this.#own(processId)) this.#ring(heard(payload));
    });
    client.once('end', () => void this.#again());
    try {
      await client.query(`LISTEN ${CHANNEL}`);
    } catch (error) {
      await client.end().catch(() => {});
      throw error;
    }
    this.#client = client;
    if (this.#ended.signal.aborted) await client.end();
  }

  async end(): Promise<void> {
    this.#ended.abort();
    await this.#client?.end().catch(() => {});
  }

  async #again(): Promise<void> {
    if (!this.#client || this.#ended.signal.aborted) return;
    this.#client = undefined;
    for (let attempt = 0; !this.#ended.signal.aborted; attempt += 1) {
      try {
        await sleep(AGAIN[Math.min(attempt, AGAIN.length - 1)], undefined, { signal: this.#ended.signal });
        await this.listen();
        this.#ring(null);
        return;
      } catch {
        // Still away, or at its end: the loop knows which.
      }
    }
  }
}
