/** The pages that stand, with what says that one is there. */
import { expect, type Page } from '@playwright/test';

export const LANGS = ['en', 'ko', 'ja'] as const;
export type Lang = (typeof LANGS)[number];

interface PageUnderTest {
  readonly name: string;
  /** After the language. */
  readonly path: string;
  /** A selector of what is there only when the page has all it shows. */
  readonly ready: string;
}

const AT = '?at=2025-01-01';

export const PAGES: readonly PageUnderTest[] = [
  { name: 'list', path: '/arrangements', ready: '.arrangement-name' },
  {
    name: 'map',
    path: `/arrangements/rok-us${AT}&outcome=execute+on+kill-chain&without=cfc-commander`,
    ready: '.map .node >> nth=20',
  },
  { name: 'map of NATO', path: `/arrangements/nato${AT}`, ready: '.map .node >> nth=10' },
  { name: 'voice', path: `/arrangements/rok-us/voice${AT}`, ready: '.matrix td' },
  { name: 'control', path: `/arrangements/rok-us/control${AT}`, ready: '.table tbody tr' },
  {
    name: 'continuity',
    path: `/arrangements/rok-us/continuity${AT}`,
    ready: '.table tbody tr',
  },
  { name: 'compare', path: `/arrangements/rok-us/compare${AT}&with=nato`, ready: '.matrix td' },
  {
    name: 'changes',
    path: `/arrangements/rok-us/compare${AT}&with-at=2023-01-01`,
    ready: '.two-columns .rule-line',
  },
  { name: 'claims', path: `/arrangements/rok-us/claims${AT}`, ready: '.claim' },
  { name: 'rules', path: `/arrangements/rok-us/rules${AT}`, ready: '.rule-line' },
  { name: 'editor', path: `/arrangements/rok-us/edit${AT}`, ready: '.edit-side .map .node >> nth=5' },
  { name: 'look', path: '/look', ready: '.look-section' },
  { name: 'nowhere', path: '/elsewhere', ready: '.condition' },
  { name: 'an unknown arrangement', path: '/arrangements/atlantis', ready: '.condition button' },
];

/** Goes to a page and waits until it has all it shows. */
export async function visit(page: Page, lang: Lang, { path, ready }: PageUnderTest): Promise<void> {
  await page.goto(`/${lang}${path}`);
  await page.locator(ready).first().waitFor({ timeout: 30_000 });
  await expect(page.locator('.loading')).toHaveCount(path === '/look' ? 1 : 0);
}
