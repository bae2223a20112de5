/** What is held against every page: nothing is cut, nothing is left in another language, and axe finds nothing. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import type { Lang } from './pages.ts';

const WIDE = { width: 1280, height: 800 };
const NARROW = { width: 390, height: 844 };
const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** The page as it stands, in a language; left as wide as it is at a desk. */
export async function expectSound(page: Page, lang: Lang): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('lang', lang);
  if (lang !== 'en') expect((await texts(page)).filter(untranslated)).toEqual([]);
  for (const size of [NARROW, WIDE]) {
    await page.setViewportSize(size);
    expect(await cut(page), `${size.width} pixels wide`).toEqual([]);
  }
}

/** Light and dark. */
export async function expectNoBarriers(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations } = await new AxeBuilder({ page }).withTags(STANDARDS).analyze();
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
    );
    expect(found, colorScheme).toEqual([]);
  }
}

/**
 * Words that stay in Latin letters: our name, names of bodies and systems by their acronyms, ids, sources and their addresses, dates and
 * numbers.
 */
const LATIN = /^(?:Foedus|EN|EXERCISE|[A-Z][A-Z0-9-]*s?|[a-z0-9]+(?:-[a-z0-9]+)+|[A-Z]?\d+|public)$/;

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

/** What is written and what is spoken on a page, but for quotes, ids and the texts of files. */
async function texts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    const other =
      'script, style, blockquote, q, code, .cm-editor, .cite, .select-value, .faults, [lang=en], [lang=""]';
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
  // A sentence that has words of the language in it may name what is written in Latin letters.
  if (/[^\u0020-\u024f\u2010-\u2027]/.test(text) || /^\S+\.yaml( \*)?$/.test(text)) return false;
  const words = text.split(/[\s·:,()/–]+/).filter((word) => /^[A-Za-z]/.test(word));
  return words.some((word) => !LATIN.test(word));
}
