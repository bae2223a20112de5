import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { PAGES, visit } from './pages.ts';

for (const theme of ['light', 'dark'] as const) {
  test.describe(`${theme}: axe finds nothing serious`, () => {
    test.use({ colorScheme: theme });
    for (const each of PAGES) {
      test(each.name, async ({ page }) => {
        await visit(page, 'en', each);
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
          .analyze();
        const found = violations.flatMap(({ id, nodes }) =>
          nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
        );
        expect(found).toEqual([]);
      });
    }
  });
}
