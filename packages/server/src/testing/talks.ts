/** The seats of a consultation at the processes that serve it: what they send, and what each of them gets. */
import { expect } from 'vitest';
import type { consultation } from '@foedus/kernel';
import { ask, historyOf, Watcher, type Answer } from './client.ts';
import { OPEN, SEATS, type SeatId, type Step } from './crisis.ts';
import type { Served } from './process.ts';

const SEAT_IDS = Object.keys(SEATS) as SeatId[];
const LETTERS = { ko: /[가-힣]/, ja: /[ぁ-んァ-ヶ]/ };

function expectOpened({ body, status }: Answer): void {
  expect([status, body]).toMatchObject([200, { kind: 'exercise' }]);
}

function expectAnswer({ answers, command, refused, seat }: Step, { body, status }: Answer): void {
  const { key } = command;
  if (refused === undefined)
    expect([key, status, body]).toMatchObject([key, 200, { id: `${seat}/${key}`, ...answers }]);
  else {
    expect([key, status, body]).toMatchObject([key, 422, { code: refused }]);
    expect(body['title']).toMatch(LETTERS[SEATS[seat]]);
  }
}

/** The consultation, its seats spread over the processes. */
export class Talks {
  readonly #path: string;
  readonly #at: (seat: SeatId) => Served;

  private constructor(path: string, at: (seat: SeatId) => Served) {
    this.#path = path;
    this.#at = at;
  }

  static async open(processes: readonly Served[]): Promise<Talks> {
    const at = (seat: SeatId): Served => processes[SEAT_IDS.indexOf(seat) % processes.length]!;
    const opened = await ask(at('rok-presidency').url, 'cases', OPEN, 'ko');
    expectOpened(opened);
    return new Talks(`cases/${String(opened.body['id'])}/as`, at);
  }

  async go(steps: readonly Step[]): Promise<void> {
    for (const step of steps) {
      const { command, seat } = step;
      const path = `${this.#path}/seat:${seat}/commands`;
      expectAnswer(step, await ask(this.#at(seat).url, path, command, SEATS[seat]));
    }
  }

  watchers(): readonly (readonly [SeatId, Watcher])[] {
    return SEAT_IDS.map((seat) => [seat, new Watcher(this.#at(seat).url, `${this.#path}/seat:${seat}`)]);
  }

  history(seat: SeatId): Promise<readonly consultation.Update[]> {
    return historyOf(this.#at(seat).url, `${this.#path}/seat:${seat}`);
  }

  /** All that a viewer can ask for, as text. */
  async seenBy(viewer: string): Promise<string> {
    const { url } = this.#at('us-presidency');
    const asked = ['view', 'history', 'export', 'search?q=두'].map((what) =>
      ask(url, `${this.#path}/${viewer}/${what}`),
    );
    return JSON.stringify((await Promise.all(asked)).map(({ body }) => body));
  }

  async view(seat: SeatId): Promise<Readonly<Record<string, unknown>>> {
    return (await ask(this.#at(seat).url, `${this.#path}/seat:${seat}/view`)).body;
  }
}
