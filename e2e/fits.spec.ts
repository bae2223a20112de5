/** Every page, visited once in each language: no text is cut, nothing is left in another language, and axe finds nothing. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { cut, texts, untranslated } from './checks.ts';
import { LANGS, PAGES, visit } from './pages.ts';

const SIZES = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
] as const;
const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

async function barriers(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(STANDARDS).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
  );
}

test.use({ viewport: SIZES[0] });
for (const each of PAGES) {
  for (const lang of LANGS) {
    test(`${each.name}, ${lang}`, async ({ page }) => {
      await visit(page, lang, each);
      await expect(page.locator('html')).toHaveAttribute('lang', lang);
      if (lang === 'en') {
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          expect(await barriers(page), colorScheme).toEqual([]);
        }
      } else expect((await texts(page)).filter(untranslated)).toEqual([]);
      for (const size of SIZES) {
        await page.setViewportSize(size);
        expect(await cut(page), `${size.width} pixels wide`).toEqual([]);
      }
    });
  }
}
