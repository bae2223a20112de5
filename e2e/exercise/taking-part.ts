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

/** Sets the clock forward, to `0:30:00` or `2+03:00`; what lies between is sent. */
export async function setForward({ page }: Person, to: string): Promise<void> {
  await page.locator('.clock-controls .button').nth(2).click();
  await page.locator('.dialog input').first().fill(to);
  await page.locator('.dialog .button-main').click();
}

/** ENDEX. */
export async function endExercise({ page }: Person): Promise<void> {
  await page.locator('.clock-controls .button').last().click();
  await page.locator('.dialog .button-main').click();
}

/** The link of the place at a seat, in a cell or in a role, as it stands on the page. */
async function linkOf(page: Page, part: string): Promise<string> {
  return (await page.locator(`[data-code="${part}"] a`).getAttribute('href'))!;
}

/** The director makes a code for a role; gives its link. */
export async function codeFor({ page }: Person, role: string): Promise<string> {
  await page.locator('#codes-title ~ .form-row .select-button').first().click();
  await page.locator(`[role=option][data-key="${role}"]`).click();
  await page.locator('#codes-title ~ .form-row > .button').click();
  return linkOf(page, role);
}

/** One code for every seat of the scenario; gives the links of some. */
export async function codesFor(director: Person, parts: readonly string[]): Promise<readonly string[]> {
  const { page } = director;
  await view(director, 'people');
  await page.locator('#codes-title ~ div > .button').last().click();
  return Promise.all(parts.map((part) => linkOf(page, part)));
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
