/** Opening a consultation: under what, on which day, and what is held fixed for it. */
import { expect, test } from '@playwright/test';
import { Server } from './server.ts';

let server: Server;

test.beforeAll(async () => {
  server = await Server.start();
});
test.afterAll(() => server.end());
test.describe.configure({ mode: 'default' });
test.use({ actionTimeout: 15_000 });

test('an arrangement under which something can be opened today is chosen beforehand', async ({ page }) => {
  await page.goto(`${server.url}/en/consultations/new`);
  await expect(page.locator('.select-value').first()).toContainText('ROK');
  await page.locator('.choices .switch-label').first().click();
  await expect(page.locator('button[type=submit]')).toBeEnabled();
});

test('one that has no rule today says so, and offers the last day on which it had', async ({ page }) => {
  await page.goto(`${server.url}/en/consultations/new?under=eec-1958`);
  await expect(page.getByText('no rule of this arrangement is in force')).toBeVisible();
  await expect(page.locator('button[type=submit]')).toHaveCount(0);
  await page.getByRole('button', { name: 'the latest day on which there were any' }).click();
  await expect(page.locator('.choices .switch').first()).toBeVisible();
});

test('time zones, the time of the scenario and what silence does are recorded with the opening', async ({
  page,
}) => {
  await page.goto(`${server.url}/en/consultations/new?under=tutorial-two-party`);
  await page.locator('.choices .switch-label').first().click();
  await page.getByText('Exercise', { exact: true }).click();
  await page.getByText('Time and silence').click();
  await page.getByText('goes on', { exact: true }).click();
  const zone = page.getByLabel(/^Time zone of/).first();
  await zone.fill('Seoul');
  await expect(page.getByText('knows no such time zone')).toBeVisible();
  await expect(page.locator('button[type=submit]')).toBeDisabled();
  await zone.fill('Asia/Seoul');
  await page.getByLabel('The scenario begins at (UTC)').fill('2031-01-02 06:00');
  await page.locator('button[type=submit]').click();
  await page.waitForURL(/seat%3A/);
  const id = new URL(page.url()).pathname.split('/')[3]!;
  const answer = await page.request.get(`${server.url}/api/v1/cases/${id}/as/public/view`);
  const { case: opened } = (await answer.json()) as { case: { zones: { scenario: number } } };
  expect(opened).toMatchObject({
    exercise: true,
    silenceWithoutLink: 'runs',
    zones: { capitals: { arden: 'Asia/Seoul' } },
  });
  const begins = Date.parse('2031-01-02T06:00Z') - Date.now();
  expect(Math.abs(opened.zones.scenario - begins)).toBeLessThan(120_000);
});
