/** No text is cut, no page is wider than its window, and nothing is left in another language. */
import { expect, test } from '@playwright/test';
import { cut, texts, untranslated } from './checks.ts';
import { LANGS, PAGES, visit } from './pages.ts';

const SIZES = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
] as const;

for (const { width, height } of SIZES) {
  test.describe(`at ${width}×${height}`, () => {
    test.use({ viewport: { width, height } });
    for (const each of PAGES) {
      test(`${each.name} fits, and is all there, in every language`, async ({ page }) => {
        for (const lang of LANGS) {
          await visit(page, lang, each);
          await expect(page.locator('html')).toHaveAttribute('lang', lang);
          expect(await cut(page), lang).toEqual([]);
          if (lang !== 'en') expect((await texts(page)).filter(untranslated), lang).toEqual([]);
        }
      });
    }
  });
}
