/**
 * Makes the pictures of the documentation from what the program makes: `npm run images`. Needs Chromium (Debian:
 * chromium-headless-shell) and, for the Korean and Japanese ones, fonts (Debian: fonts-noto-cjk).
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser } from '@playwright/test';
import { findChromium } from './chromium.ts';
import { serve } from './serve.ts';

const ROOT = join(import.meta.dirname, '..');
const IMAGES = join(ROOT, 'docs/images');
const LANGS = ['en', 'ko', 'ja'] as const;

interface Picture {
  /** The file is `name-lang.png`. */
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** A selector of what is there only when all is. */
  readonly ready: string;
}

const REPORT: Picture = { name: 'report', width: 1280, height: 1150, ready: 'main' };
/** The pages of an arrangement, by their paths after the language. */
const PAGES: readonly (Picture & { readonly path: string })[] = [
  {
    name: 'map',
    path: 'arrangements/rok-us?at=2025-01-01&outcome=execute+on+kill-chain&without=cfc-commander',
    width: 1440,
    height: 1000,
    ready: '.map .node >> nth=20',
  },
  {
    name: 'compare',
    path: 'arrangements/rok-us/compare?at=2025-01-01&with=nato',
    width: 1440,
    height: 1000,
    ready: '.matrix td',
  },
];

async function take(browser: Browser, lang: string, url: string, picture: Picture): Promise<void> {
  const { name, width, height, ready } = picture;
  const page = await browser.newPage({ viewport: { width, height }, locale: lang });
  await page.goto(url);
  await page.locator(ready).first().waitFor();
  await page.locator('.loading').waitFor({ state: 'detached' });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.screenshot({ path: join(IMAGES, `${name}-${lang}.png`) });
  await page.close();
}

function report(lang: string, folder: string): string {
  const file = join(folder, `${lang}.html`);
  const args = ['report', 'rok-us', '--at', '2023-12-15', '-o', file, '--lang', lang];
  execFileSync(process.execPath, [join(ROOT, 'packages/cli/bin/foedus.js'), ...args], { cwd: ROOT });
  return pathToFileURL(file).href;
}

const executablePath = findChromium();
if (executablePath === undefined) throw new Error('Chromium is not here: install chromium-headless-shell');
const folder = mkdtempSync(join(tmpdir(), 'foedus-images-'));
const server = await serve(join(folder, 'data'));
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
/* oxlint-disable no-await-in-loop -- one picture after the other: they are made for one screen */
for (const lang of LANGS) {
  await take(browser, lang, report(lang, folder), REPORT);
  for (const page of PAGES) await take(browser, lang, `${server.url}/${lang}/${page.path}`, page);
}
/* oxlint-enable no-await-in-loop */
await browser.close();
await server.close();
rmSync(folder, { recursive: true });
