/** The pages around exercises, in a demonstration in which one was played to its end: nothing is cut, nothing untranslated, axe finds nothing. */
import { expect, test, type Page } from '@playwright/test';
import { expectNoBarriers, expectSound } from '../checks.ts';
import { LANGS } from '../pages.ts';
import { Server } from '../room/server.ts';

let server: Server;
let id = '';

async function post(path: string, body: object): Promise<unknown> {
  const response = await fetch(`${server.url}/api/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
  return response.json();
}

/** Plays the tutorial without players: everything is sent, nothing is done. */
async function played(key: string): Promise<string> {
  const made = (await post('/exercises', { key, scenario: 'tutorial' })) as { readonly id: string };
  const ask = (command: object): Promise<unknown> =>
    post(`/exercises/${made.id}/as/director/commands`, { key: crypto.randomUUID(), ...command });
  await ask({ type: 'startex' });
  await ask({ type: 'jump', to: 600_000, passed: 'send' });
  await ask({ type: 'endex' });
  return made.id;
}

test.beforeAll(async () => {
  server = await Server.start();
  await played('first');
  id = await played('second');
});
test.afterAll(() => server.end());
test.describe.configure({ mode: 'default' });
test.use({ actionTimeout: 15_000, viewport: { width: 1280, height: 800 } });

const PAGES = [
  { name: 'list', path: () => '', ready: '[data-exercise]' },
  { name: 'scenario', path: () => '/scenarios/tutorial', ready: '.table tbody tr' },
  { name: 'import', path: () => '/import', ready: 'input[type=file]' },
  { name: 'comparison', path: () => '/comparison', ready: '.table tbody tr' },
  { name: 'coverage', path: () => '/coverage', ready: '[data-rehearsed]' },
  { name: 'as whom', path: () => `/${id}`, ready: '[data-participant]' },
  { name: 'review', path: () => `/${id}/director/review`, ready: '.plot' },
] as const;

async function visit(page: Page, lang: string, { path, ready }: (typeof PAGES)[number]): Promise<void> {
  await page.goto(`${server.url}/${lang}/exercises${path()}`);
  await page.locator(ready).first().waitFor();
  await expect(page.locator('.loading')).toHaveCount(0);
}

for (const each of PAGES)
  test(`${each.name}, in each language`, async ({ page }) => {
    test.setTimeout(180_000);
    for (const lang of LANGS) {
      await visit(page, lang, each);
      await expect(page.locator('.banner-exercise')).toBeVisible();
      if (lang === 'en') await expectNoBarriers(page);
      await expectSound(page, lang);
    }
  });

test('joining asks for a code and a name, and says what is wrong with a code', async ({ page }) => {
  await page.goto(`${server.url}/join#0000-0000-0000`);
  await expect(page).toHaveURL(/\/en\/join#/);
  await page.locator('.join input').last().fill('Jo');
  await page.locator('.join button[type=submit]').click();
  await expect(page.locator('.refused')).toBeVisible();
  await expectNoBarriers(page);
});

test('a file that is no list is refused with a reason, and nothing is written', async ({ page }) => {
  await page.goto(`${server.url}/en/exercises/import`);
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'list.xlsx', mimeType: 'text/plain', buffer: Buffer.from('no workbook') });
  await page.locator('form button[type=submit]').click();
  await expect(page.locator('.refused')).toBeVisible();
  await page.goto(`${server.url}/en/exercises`);
  await expect(page.locator('[data-scenario]')).toHaveCount(4);
});
