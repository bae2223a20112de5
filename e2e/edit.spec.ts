/** Editing an arrangement beside its map. */
import { execFileSync } from 'node:child_process';
import { expect, test, type Page } from '@playwright/test';

async function open(page: Page, lang = 'en'): Promise<void> {
  await page.goto(`/${lang}/arrangements/tutorial-two-party/edit?at=2024-01-01`);
  await page.locator('.edit-side .map .node').first().waitFor();
}

/** Finds a text in the file and writes after it. */
async function writeAfter(page: Page, found: string, written: string): Promise<void> {
  await page.locator('.cm-line', { hasText: found }).first().click();
  await page.keyboard.press('End');
  await page.keyboard.type(written);
}

for (const [lang, expected] of [
  ['en', 'status'],
  ['ko', 'status'],
  ['ja', 'status'],
] as const) {
  test(`${lang}: an error is told at its place`, async ({ page }) => {
    await open(page, lang);
    await page
      .locator('.cm-line', { hasText: /status: / })
      .first()
      .click();
    await page.keyboard.press('End');
    await page.keyboard.type('x');
    await expect(page.locator('.faults li').first()).toContainText('arrangement.yaml:');
    await expect(page.locator('.cm-lintRange-error').first()).toBeVisible();
    expect(await page.locator('.cm-lint-marker-error').count()).toBeGreaterThan(0);
    await expect(page.locator('.faults li').first()).toContainText(new RegExp(`${expected}|text`));
    await page.keyboard.press('Backspace');
    await expect(page.locator('.faults')).toHaveCount(0);
  });
}

test('the effect on the claims is live', async ({ page }) => {
  await open(page);
  const effect = page.locator('.claims-effect > p');
  await expect(effect).toBeVisible();
  const before = await effect.textContent();
  // The President of Arden answers to Borea: what is said about Arden no longer holds.
  await page.locator('.cm-line', { hasText: 'answersTo: arden' }).first().click();
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+End');
  await page.keyboard.type('answersTo: borea');
  await expect(page.locator('.claims-effect .tag-bad').first()).toBeVisible();
  await expect(effect).not.toHaveText(before!);
  await expect(page.locator('[data-diff=broken] .claim').first()).toBeVisible();
  await expect(page.locator('[data-diff=failing]')).toHaveCount(0);
});

test('what is written is kept on this device, and can be given up', async ({ page }) => {
  await open(page);
  await writeAfter(page, 'id: tutorial-two-party', ' # mine');
  await expect(page.getByText('One file changed')).toBeVisible();
  await page.reload();
  await expect(page.locator('.cm-line', { hasText: 'id: tutorial' })).toHaveText(
    'id: tutorial-two-party # mine',
  );
  await page.getByRole('button', { name: 'Back to the original' }).click();
  await page.getByRole('button', { name: 'Give them up' }).click();
  await expect(page.locator('.cm-line', { hasText: 'id: tutorial' })).toHaveText('id: tutorial-two-party');
});

test('the file is exported as it stands', async ({ page }) => {
  await open(page);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export this file' }).click();
  expect((await download).suggestedFilename()).toBe('arrangement.yaml');
});

test('all files are exported as one, as they stand', async ({ page }) => {
  await open(page);
  await writeAfter(page, 'id: tutorial-two-party', ' # mine');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export all files' }).click();
  const archive = await download;
  expect(archive.suggestedFilename()).toBe('tutorial-two-party.tar');
  const listed = execFileSync('tar', ['-xOf', await archive.path()], { encoding: 'utf8' });
  expect(listed).toContain('id: tutorial-two-party # mine');
  expect(listed).toContain('claims:');
});

test('keys are completed', async ({ page }) => {
  await open(page);
  await writeAfter(page, 'answersTo: arden', '\nheld');
  await expect(page.locator('.cm-tooltip-autocomplete')).toContainText('heldFrom');
});
