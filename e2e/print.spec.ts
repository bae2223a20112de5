/** On paper: what is read, without what is pressed, in ink on white. */
import { expect, test, type Page } from '@playwright/test';
import { PAGES, visit } from './pages.ts';
import { furnish } from '../tools/furnish.ts';
import { roomUrl } from './room/room.ts';
import { Server } from './room/server.ts';

/** Pixels of the part of an A4 page on which something is printed, by the margins of the style sheet. */
const SHEET = { width: (184 * 96) / 25.4, height: (267 * 96) / 25.4 };

/** Prints from a dark screen; gives the number of pages. */
async function print(page: Page): Promise<number> {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.setViewportSize({ width: Math.floor(SHEET.width), height: Math.floor(SHEET.height) });
  const pdf = await page.pdf({ preferCSSPageSize: true });
  return pdf.toString('latin1').match(/\/Type \/Page\b/g)!.length;
}

/** What is pressed or filled in, and is still to be seen; a place in a source and a way's `all of` read as words, a box of the map as a box. */
function pressed(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, input, [role=slider], [role=tab], nav')]
      .filter(
        (each) =>
          !each.matches('.cite, .node, .tree-toggle') && each.checkVisibility({ visibilityProperty: true }),
      )
      .map((each) => each.outerHTML.slice(0, 120)),
  );
}

async function onWhite(page: Page): Promise<void> {
  const ground = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  expect(ground).toBe('rgb(255, 255, 255)');
}

function named(name: string): (typeof PAGES)[number] {
  return PAGES.find((each) => each.name === name)!;
}

test('the map is whole on one page, and the procedure that is chosen follows', async ({ page }) => {
  await visit(page, 'en', named('map'));
  expect(await print(page)).toBe(2);
  const map = await page.locator('.map').boundingBox();
  expect(map!.width).toBeLessThanOrEqual(SHEET.width);
  expect(map!.y + map!.height).toBeLessThanOrEqual(SHEET.height);
  expect(await pressed(page)).toEqual([]);
  await expect(page.locator('.legend').first()).toBeVisible();
  await onWhite(page);
});

test('the matrix keeps its shades, and its heads on each page', async ({ page }) => {
  await visit(page, 'en', named('compare'));
  expect(await print(page)).toBeLessThanOrEqual(2);
  const cell = page.locator('.matrix td[class*=voice]').first();
  expect(await cell.evaluate((each) => getComputedStyle(each).printColorAdjust)).toBe('exact');
  const head = page.locator('.matrix thead');
  expect(await head.evaluate((each) => getComputedStyle(each).display)).toBe('table-header-group');
  const frame = page.locator('.table-frame').first();
  expect(await frame.evaluate((each) => each.scrollWidth <= each.clientWidth + 1)).toBe(true);
  expect(await pressed(page)).toEqual([]);
  await onWhite(page);
});

test('the course of a consultation stands with the rules it rests on, without what can be done in it', async ({
  page,
}) => {
  const server = await Server.start();
  try {
    const id = await furnish(server.url);
    await page.goto(roomUrl(server.url, 'en', id, 'seat:us-presidency'));
    await page.locator('.course .item >> nth=6').waitFor();
    expect(await print(page)).toBeLessThanOrEqual(2);
    await expect(page.locator('.room-side')).toBeHidden();
    await expect(page.locator('.item-rules .grounds li').first()).toBeVisible();
    await expect(page.locator('.room-viewer')).toBeVisible();
    expect(await pressed(page)).toEqual([]);
    await onWhite(page);
  } finally {
    await server.end();
  }
});
