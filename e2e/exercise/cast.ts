/** Who plays a whole scenario: everybody in a browser of his own. */
import { expect, type APIRequestContext, type Browser } from '@playwright/test';
import type { Lang } from '../pages.ts';
import type { Server } from '../room/server.ts';
import { join, type Person } from './taking-part.ts';
import type { Course, Deed } from './willing.ts';

/** Who makes exercises takes part as this. */
const DIRECTOR = 'director';

/** What a session is answered; a refusal fails the test with what the server says. What changes something shows, as pages do, whence it comes. */
async function ask<T>(session: APIRequestContext, url: string, data?: object): Promise<T> {
  const { href, origin } = new URL('/api/v1/session', url);
  const proof = async (): Promise<Record<string, string>> => {
    const { csrf } = (await (await session.get(href)).json()) as { readonly csrf: string | null };
    return { origin, ...(csrf === null ? {} : { 'x-foedus-csrf': csrf }) };
  };
  const response = await (data ? session.post(url, { data, headers: await proof() }) : session.get(url));
  expect(response.ok(), `${url}: ${await response.text()}`).toBe(true);
  return (await response.json()) as T;
}

/** Those who play: for each cell one who has its page open, for each seat a session. */
export class Cast {
  readonly cells = new Map<string, Person>();
  readonly #players = new Map<string, { readonly context: Person['context']; readonly part: string }>();
  readonly #exercise: string;

  constructor(exercise: string) {
    this.#exercise = exercise;
  }

  async enter(browser: Browser, director: Person, { scenario }: Course, server: Server, lang: Lang) {
    const code = (part: object): Promise<{ readonly code: string; readonly link: string }> =>
      ask(director.context.request, `${this.#exercise}/codes`, part);
    this.#players.set(DIRECTOR, { context: director.context, part: DIRECTOR });
    for (const { id: cell, kind, seats } of scenario.cells.values()) {
      const role = kind === 'players' ? 'player' : 'role-player';
      const person = await join(browser, (await code({ role, cell })).link, lang, cell);
      this.cells.set(cell, person);
      const part = new URL(person.page.url()).pathname.split('/')[4]!;
      this.#players.set(cell, { context: person.context, part });
      for (const seat of seats) {
        const context = await browser.newContext();
        const data = { code: (await code({ role, cell, seat })).code, name: seat };
        const { participant } = await ask<{ readonly participant: { readonly id: string } }>(
          context.request,
          `${server.url}/api/v1/join`,
          data,
        );
        this.#players.set(seat, { context, part: participant.id });
      }
    }
  }

  /** What one who plays sees of the exercise now. */
  seen(who: string): Promise<{
    readonly consultations: Readonly<Record<string, string>>;
    readonly inbox: readonly { readonly inject: string }[];
  }> {
    const { context, part } = this.#players.get(who)!;
    return ask(context.request, `${this.#exercise}/as/${part}`);
  }

  async does({ by, command, consultation }: Deed): Promise<void> {
    const { context, part } = this.#players.get(by)!;
    const page = this.cells.get(by)?.page;
    if (command.type === 'acknowledge' && page) {
      const received = page.locator(`[data-inject="${command.inject}"]`);
      await received.locator('.button-main').first().click();
      await expect(received.locator('.tag-good').first()).toBeVisible();
    } else if (consultation === undefined) {
      await ask(context.request, `${this.#exercise}/as/${part}/commands`, command);
    } else {
      // As control knows it: who stands in for an absent holder is not shown the room by his own page.
      const room = (await this.seen(DIRECTOR)).consultations[consultation]!;
      const path = `/api/v1/cases/${room}/as/seat:${by}/commands`;
      await ask(context.request, new URL(path, this.#exercise).href, command);
    }
  }

  async inboxOf(who: string): Promise<readonly string[]> {
    return (await this.seen(who)).inbox.map(({ inject }) => inject).toSorted();
  }

  contextOf(who: string): Person['context'] {
    return this.#players.get(who)!.context;
  }

  async leave(): Promise<void> {
    for (const { context } of this.#players.values()) await context.close();
  }
}
