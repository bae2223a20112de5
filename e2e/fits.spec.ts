/** Every page of arrangements, visited once in each language: no text is cut, nothing is left in another language, and axe finds nothing. */
import { test } from '@playwright/test';
import { expectNoBarriers, expectSound } from './checks.ts';
import { LANGS, PAGES, visit } from './pages.ts';

test.use({ viewport: { width: 1280, height: 800 } });
for (const each of PAGES) {
  for (const lang of LANGS) {
    test(`${each.name}, ${lang}`, async ({ page }) => {
      await visit(page, lang, each);
      if (lang === 'en') await expectNoBarriers(page);
      await expectSound(page, lang);
    });
  }
}
