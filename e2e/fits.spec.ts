/** No text is cut, no page is wider than its window, and nothing is left in another language. */
import { expect, test, type Page } from '@playwright/test';
import { LANGS, PAGES, visit } from './pages.ts';

const SIZES = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
] as const;

/**
 * Words that stay in Latin letters: our name, names of bodies and systems by their acronyms, ids, sources and their addresses, dates and
 * numbers, keys of the keyboard.
 */
const LATIN =
  /^(?:Foedus|EN|EXERCISE|[A-Z][A-Z0-9-]*s?|[a-z0-9]+(?:-[a-z0-9]+)+|[A-Z]?\d+|YAML|public|[a-z]+\.yaml)$/;

/** Texts wider than the box they stand in, and boxes wider than the window, unless somebody can scroll there. */
async function cut(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
    const hidden = '.unseen, [inert], .skip, .cm-editor, .time-track, .time-tools .field-label';
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      const own = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent!.trim() !== '',
      );
      if (!own || element.closest(hidden) || !element.checkVisibility()) continue;
      const tall = element.closest('button, .node');
      const boxes = tall instanceof HTMLElement ? [element, tall] : [element];
      for (const box of boxes) {
        const inline = getComputedStyle(box).display === 'inline';
        if (inline) continue;
        if (
          box.scrollWidth > box.clientWidth + 1 ||
          (box === tall && box.scrollHeight > box.clientHeight + 1)
        )
          found.push(`cut: ${element.textContent.trim().slice(0, 80)}`);
      }
      const { right, width } = element.getBoundingClientRect();
      if (width > 0 && right > innerWidth + 1 && !scrolls(element))
        found.push(`outside: ${element.textContent.trim().slice(0, 80)}`);
    }
    if (document.documentElement.scrollWidth > innerWidth) found.push('the page is wider than its window');
    return found;
  });
}

/** Texts in which a word is in Latin letters only. */
async function texts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    const other = 'script, style, blockquote, q, code, .cm-editor, .cite, .select-value, .faults, [lang=en]';
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement!;
      if (!parent.closest(other)) found.push(walker.currentNode.textContent!.trim());
    }
    const spoken = document.querySelectorAll('[aria-label]');
    for (const each of spoken) if (!each.closest(other)) found.push(each.getAttribute('aria-label')!);
    return found;
  });
}

function untranslated(text: string): boolean {
  const words = text.split(/[\s·:,()/–]+/).filter((word) => /^[A-Za-z]/.test(word));
  return words.some((word) => !/[^\u0020-\u024f]/.test(text) && !LATIN.test(word));
}

for (const { width, height } of SIZES) {
  test.describe(`at ${width}×${height}`, () => {
    test.use({ viewport: { width, height } });
    for (const each of PAGES) {
      test(`${each.name} fits in every language`, async ({ page }) => {
        for (const lang of LANGS) {
          await visit(page, lang, each);
          expect(await cut(page), lang).toEqual([]);
        }
      });
    }
  });
}

for (const lang of ['ko', 'ja'] as const) {
  for (const each of PAGES) {
    test(`${each.name} leaves nothing untranslated in ${lang}`, async ({ page }) => {
      await visit(page, lang, each);
      expect((await texts(page)).filter(untranslated)).toEqual([]);
      await expect(page.locator('html')).toHaveAttribute('lang', lang);
    });
  }
}
