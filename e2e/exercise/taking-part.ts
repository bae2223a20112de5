/** Taking part in an exercise: what people do on its pages, and how the pages are found. */
import { expect, type Browser, type BrowserContext, type Page } from '@playwright/test';
import type { Lang } from '../pages.ts';
import { Server } from '../room/server.ts';
import { withDevice } from '../session/device.ts';

export interface Person {
  readonly page: Page;
  readonly context: BrowserContext;
}

/** A server with a secretary, who makes exercises, and a browser in which he has signed in by his passkey. */
export async function withSecretary(
  browser: Browser,
  lang: Lang,
  name: string,
): Promise<{ readonly server: Server; readonly director: Person }> {
  const [server, [link]] = await Server.withAccounts([{ login: 'director', name, roles: ['secretariat'] }]);
  const context = await browser.newContext({ acceptDownloads: true });
  const page = await context.newPage();
  await withDevice(page);
  await page.goto(link!.replace('/enrol#', `/${lang}/enrol#`));
  await page.locator('.button-main').click();
  await page.waitForURL(/consultations$/);
  return { server, director: { context, page } };
}

/** Three presses from the list to STARTEX: the exercise, and here the first two. */
export async function beginExercise(
  { page }: Person,
  server: Server,
  lang: Lang,
  scenario: string,
): Promise<void> {
  await page.goto(`${server.url}/${lang}`);
  await page.locator('.shell-places a').nth(2).click();
  await page.locator(`[data-scenario="${scenario}"] .button-main`).click();
  await expect(page.locator('.exercise')).toBeVisible();
}

export async function view({ page }: Person, name: string): Promise<void> {
  const path = new URL(page.url()).pathname.split('/').slice(0, 5).join('/');
  await page.locator(`.tabs a[href^="${path}/${name}"]`).click();
  await expect(page.locator(`.tabs a[aria-current][href^="${path}/${name}"]`)).toBeVisible();
}

/** The director makes a code; gives the link, as it stands on the page. */
export async function codeFor(director: Person, role: string): Promise<string> {
  const { page } = director;
  const rows = page.locator('[data-code]');
  const before = await rows.count();
  await page.locator('#codes-title ~ .form-row .select-button').first().click();
  await page.locator(`[role=option][data-key="${role}"]`).click();
  await page.locator('#codes-title ~ .form-row > .button').click();
  await expect(rows).toHaveCount(before + 1);
  return (await rows.last().locator('a').getAttribute('href'))!;
}

/** One code for every seat of the scenario: their links, by the seat's or cell's place in the list. */
export async function codesForAll(director: Person, count: number): Promise<readonly string[]> {
  const { page } = director;
  await view(director, 'people');
  await page.locator('#codes-title ~ div > .button').last().click();
  const rows = page.locator('[data-code]');
  await expect(rows).toHaveCount(count);
  return rows.locator('a').evaluateAll((links) => links.map((link) => link.getAttribute('href')!));
}

/** Somebody opens the link in a browser of his own, and says who he is. */
export async function join(browser: Browser, link: string, lang: Lang, name: string): Promise<Person> {
  const context = await browser.newContext({ acceptDownloads: true });
  const page = await context.newPage();
  await page.goto(link.replace('/join#', `/${lang}/join#`));
  await page.locator('.join input').last().fill(name);
  await page.locator('.join button[type=submit]').click();
  await expect(page.locator('.exercise')).toBeVisible();
  return { context, page };
}

/** Goes into the room of the exercise's only consultation. */
export async function enterRoom({ page }: Person): Promise<void> {
  await page.locator('.rooms a').first().click();
  await expect(page.locator('.room-now')).toBeVisible();
}

/** And back to the exercise. */
export async function leaveRoom({ page }: Person): Promise<void> {
  await page.locator('.way-back a').click();
  await expect(page.locator('.exercise')).toBeVisible();
}
