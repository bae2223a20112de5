/** Exploring an arrangement, in each language. */
import { expect, test } from '@playwright/test';
import { LANGS, type Lang } from './pages.ts';

interface Words {
  readonly commander: string;
  readonly minister: string;
  readonly falls: string;
  readonly killChain: RegExp;
  readonly time: RegExp;
  readonly usParty: RegExp;
}

const WORDS: Readonly<Record<Lang, Words>> = {
  en: {
    commander: 'Commander of the Combined Forces Command',
    minister: 'Minister of National Defense (ROK)',
    falls: 'falls',
    killChain: /the execution of Kill Chain/,
    time: /^Day that is looked at/,
    usParty: /All of United States of America/,
  },
  ko: {
    commander: '한미연합군사령관',
    minister: '국방장관',
    falls: '불가',
    killChain: /킬체인의 집행/,
    time: /^기준일/,
    usParty: /미합중국 전체/,
  },
  ja: {
    commander: '米韓連合軍司令官',
    minister: '国防長官',
    falls: '不可',
    killChain: /キル・チェインの執行/,
    time: /^基準日/,
    usParty: /アメリカ合衆国の全員/,
  },
};

const MAP = '/arrangements/rok-us?at=2025-01-01';

for (const lang of LANGS) {
  const words = WORDS[lang];

  test.describe(lang, () => {
    test.beforeEach(async ({ page }) => {
      await page.goto(`/${lang}${MAP}`);
      await page.locator('.map .node').first().waitFor();
    });

    test('an office dissents: what falls shows at once, and takes it back with the dissent', async ({
      page,
    }) => {
      const office = page.locator('.map [data-node="cfc-commander"]');
      const exercises = page.locator('.map [data-node="execute on exercises"]');
      await expect(office).toContainText(words.commander);
      await office.click();
      await expect(office).toHaveAttribute('aria-pressed', 'true');
      await expect(exercises).toContainText(words.falls);
      await expect(page).toHaveURL(/without=cfc-commander/);
      await office.click();
      await expect(exercises).not.toContainText(words.falls);
    });

    test('an outcome shows its procedure with its sources', async ({ page }) => {
      await page.locator('.map [data-node="execute on kill-chain"]').click();
      const procedure = page.locator('.procedure');
      await expect(procedure.locator('.answers')).toBeVisible();
      await expect(procedure.getByRole('heading', { level: 2 })).toHaveText(words.killChain);
      await procedure.getByRole('button', { name: /W32/ }).first().click();
      await expect(page.getByRole('dialog')).toContainText('連携を前提とするのなら');
    });

    test('the slider goes from change to change, and the map with it', async ({ page }) => {
      const slider = page.getByRole('slider', { name: words.time });
      const command = page.locator('.map [data-node="strategic-command-commander"]');
      await expect(command).toBeVisible();
      await slider.focus();
      await slider.press('ArrowLeft');
      await expect(slider).not.toHaveAttribute('aria-valuetext', '2025-01-01');
      await slider.press('Home');
      await expect(command).toHaveCount(0);
      await page.goBack();
      await page.goBack();
      await expect(slider).toHaveAttribute('aria-valuetext', '2025-01-01');
      await expect(command).toBeVisible();
    });

    test('a whole party dissents', async ({ page }) => {
      await page.locator('.assume').getByText(words.usParty).click();
      await expect(page.locator('.map [data-node="decide on nuclear-release"]')).toContainText(words.falls);
    });
  });
}

test('another language, the same place', async ({ page }) => {
  await page.goto(`/en${MAP}&without=cfc-commander`);
  await page.locator('.map .node').first().waitFor();
  await page.getByRole('radio', { name: '한국어' }).click();
  await expect(page).toHaveURL(/\/ko\/arrangements\/rok-us\?at=2025-01-01&without=cfc-commander$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('한미동맹의 협의와 권한');
});

test('everything on the map is done by the keyboard', async ({ page }) => {
  await page.goto(`/en${MAP}`);
  const node = page.locator('.map .node').first();
  await node.focus();
  await page.keyboard.press('Enter');
  await expect(node).toHaveAttribute('aria-pressed', 'true');
});

test('a reading is a switch: what rests on it changes', async ({ page }) => {
  await page.goto(`/en/arrangements/rok-us?at=2025-01-01&without=cfc-commander`);
  const killChain = page.locator('.map [data-node="execute on kill-chain"]');
  await expect(killChain).toContainText('narrows');
  await page.goto(
    '/en/arrangements/rok-us?at=2025-01-01&without=cfc-commander&reading.sc-link=presupposed&reading.without-consent=prevented',
  );
  await expect(killChain).toContainText('falls');
});

test('what can not be had says so, and can be tried again', async ({ page, context }) => {
  await page.goto('/en');
  await page.locator('.arrangement-name').first().waitFor();
  await context.setOffline(true);
  await page.getByRole('link', { name: 'UN Security Council' }).click();
  await expect(page.getByText('No connection')).toBeVisible();
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('UN Security Council');
});
