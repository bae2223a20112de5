/** Acts that pass over a duty, acts that are refused, documents, and a record that somebody has changed. */
import { execFileSync } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { furnish } from '../../tools/furnish.ts';
import { beginAct, beginResponse, items, roomUrl, send, sit, write } from './room.ts';
import { COMMAND, Server } from './server.ts';

let server: Server;
let id = '';

test.beforeAll(async () => {
  server = await Server.start();
  id = await furnish(server.url);
});
test.afterAll(() => server.end());
test.describe.configure({ mode: 'default' });
test.use({ actionTimeout: 15_000 });

test('a duty is passed over only with a reason, which stays on the record with who was passed over', async ({
  page,
}) => {
  await page.goto(`${server.url}/en/consultations/new?under=tutorial-two-party`);
  await page.locator('.choices .switch-label').click();
  await page.locator('button[type=submit]').click();
  await beginAct(page, 'decide by arden-president on border-exercise');
  await write(page, 'It can not wait.');
  const reason = page.locator('.composer textarea').nth(1);
  await send(page);
  await expect(page.locator('.refused-title')).toContainText('break a duty');
  await expect(items(page)).toHaveCount(1);
  await reason.fill('No time to consult');
  await send(page);
  await expect(items(page)).toHaveCount(2);
  await expect(items(page).last()).toContainText('departs from a duty');
  await expect(items(page).last()).toContainText('No time to consult');
  await expect(items(page).last()).toContainText('President of Borea');
});

test('what is open in the texts has to be relied on, and that is recorded', async ({ page }) => {
  await page.goto(roomUrl(server.url, 'en', id, 'seat:strategic-command-commander'));
  await beginAct(
    page,
    'consult by strategic-command-commander with usstratcom-commander on strategic-command-planning',
  );
  await expect(page.locator('.composer .segment')).not.toHaveCount(0);
  const before = await items(page).count();
  await send(page);
  await expect(page.locator('.refused-title')).toContainText('not settled');
  await page.locator('.composer .segment').nth(1).click();
  await send(page);
  await expect(items(page)).toHaveCount(before + 1);
  await expect(items(page).last()).toContainText('Relies on:');
});

test('where what one may rely on breaks a duty, that is said beforehand and the reason is asked for', async ({
  page,
}) => {
  const intercept = 'execute by strategic-command-commander on kamd';
  await page.goto(roomUrl(server.url, 'en', id, 'seat:strategic-command-commander'));
  await expect(page.locator(`.option-row[data-act="${intercept}"]`)).toContainText('breaks a duty');
  await beginAct(page, intercept);
  await expect(page.locator('.composer textarea')).toHaveCount(1);
  await expect(page.locator('.composer .segment').nth(1)).toContainText('There it breaks a duty');
  await page.locator('.composer .segment').nth(1).click();
  await page.locator('.composer textarea').nth(1).fill('Missiles were in the air.');
  const before = await items(page).count();
  await send(page);
  await expect(items(page)).toHaveCount(before + 1);
  await expect(items(page).last()).toContainText('departs from a duty');
});

test('a document goes with what is said, is marked, and is had by those who see it alone', async ({
  browser,
}) => {
  const us = await sit(browser, roomUrl(server.url, 'en', id, 'seat:us-presidency'));
  const rok = await sit(browser, roomUrl(server.url, 'en', id, 'seat:rok-presidency'));
  const observer = await sit(browser, `${roomUrl(server.url, 'en', id, 'public')}/documents`);
  await beginResponse(us.page, 2, 'answer');
  await us.page
    .locator('.composer input[type=file]')
    .setInputFiles({ name: 'agenda.txt', mimeType: 'text/plain', buffer: Buffer.from('one matter') });
  await expect(us.page.locator('.composer')).toContainText('agenda.txt');
  await send(us.page);
  await expect(us.page.locator('.composer')).toHaveCount(0);
  const link = rok.page.getByRole('link', { name: 'agenda.txt' });
  await expect(link).toBeVisible();
  const download = rok.page.waitForEvent('download');
  await link.click();
  expect(await readFile(await (await download).path(), 'utf8')).toBe('one matter');
  const address = await link.getAttribute('href');
  const asObserver = address!.replace(encodeURIComponent('seat:rok-presidency'), 'public');
  expect((await observer.page.request.get(`${server.url}${asObserver}`)).status()).toBe(404);
  await expect(observer.page.locator('.condition')).toBeVisible();
  for (const { context } of [us, rok, observer]) await context.close();
});

test('the logs are taken away as one file, which the command verifies', async ({ page }) => {
  await page.goto(`${roomUrl(server.url, 'en', id, 'seat:us-presidency')}/record`);
  await expect(page.locator('.log .record-verified')).toHaveCount(2);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download the logs' }).click();
  const archive = join(tmpdir(), `foedus-e2e-${process.pid}.tar`);
  await (await download).saveAs(archive);
  const said = execFileSync(process.execPath, [COMMAND, 'verify', archive, '--json'], { encoding: 'utf8' });
  expect(JSON.parse(said)).toMatchObject({ ok: true, logs: [{}, {}] });
  await rm(archive);
});

test('a log in which one entry was changed is found out, and the entry is named', async ({ page }) => {
  await page.goto(`${roomUrl(server.url, 'en', id, 'seat:us-presidency')}/record`);
  await expect(page.locator('.log .record-verified')).toHaveCount(2);
  await page.context().route(/\/party\/rok\/shared\/tile\/entries\//, async (route) => {
    const response = await route.fetch();
    const text = (await response.body()).toString('latin1');
    await route.fulfill({
      response,
      body: Buffer.from(text.replace('nuclear-release', 'nuclear-relaxes'), 'latin1'),
    });
  });
  await page.getByRole('button', { name: 'Verify again' }).click();
  await expect(page.locator('.log .record-broken')).toHaveCount(1);
  await expect(page.locator('.log .field-wrong')).toContainText('Entry 0');
});
