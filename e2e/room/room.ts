/** Sitting in a consultation: what people do in the room, and how the pages are found. */
import { expect, type Browser, type BrowserContext, type Locator, type Page } from '@playwright/test';
import type { Lang } from '../pages.ts';

/** One person in a browser of his own. */
export interface Sitting {
  readonly page: Page;
  readonly context: BrowserContext;
}

/** Opens a place in a browser of its own. */
export async function sit(browser: Browser, url: string): Promise<Sitting> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(url);
  return { context, page };
}

export function roomUrl(server: string, lang: Lang, id: string, viewer: string): string {
  return `${server}/${lang}/consultations/${id}/${encodeURIComponent(viewer)}`;
}

/** What stands on the record, as the page shows it. */
export function items(page: Page): Locator {
  return page.locator('.course .item');
}

export async function write(page: Page, text: string): Promise<void> {
  await page.locator('.composer textarea').first().fill(text);
}

export async function send(page: Page): Promise<void> {
  await page.locator('.composer button[type=submit]').click();
}

/** Begins an act, by its sentence in the language of arrangements. */
export async function beginAct(page: Page, act: string): Promise<void> {
  await page.locator(`.option-row[data-act="${act}"] button`).first().click();
  await expect(page.locator('.composer')).toBeVisible();
}

export async function act(page: Page, sentence: string, text: string): Promise<void> {
  await beginAct(page, sentence);
  await write(page, text);
  await send(page);
  await expect(page.locator('.composer')).toHaveCount(0);
}

/** Begins to say something about an item. */
export async function beginResponse(page: Page, number: number, type: string): Promise<void> {
  await page.locator(`#item-${number} .respond`).click();
  await page.locator(`[role=menuitem][data-key="${type}"]`).click();
  await expect(page.locator('.composer')).toBeVisible();
}

export async function respond(page: Page, number: number, type: string, text: string): Promise<void> {
  await beginResponse(page, number, type);
  await write(page, text);
  await send(page);
  await expect(page.locator('.composer')).toHaveCount(0);
}

/** Everybody sees so many items, each once. */
export async function allSee(sittings: readonly Sitting[], count: number): Promise<void> {
  for (const { page } of sittings) {
    await expect(items(page)).toHaveCount(count);
    const numbers = await items(page).locator('.item-number').allTextContents();
    expect(numbers).toEqual(Array.from({ length: count }, (_, index) => String(index + 1)));
  }
}
