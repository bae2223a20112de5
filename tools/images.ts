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
import { findChromium } from '@foedus/server/documents';
import { furnishExercise } from './furnish-exercise.ts';
import { furnish } from './furnish.ts';
import { LANGS, PAGES, REPORT, type Picture, type PictureLang, type PictureOfPage } from './pictures.ts';
import { serve } from './serve.ts';

const ROOT = join(import.meta.dirname, '..');
const IMAGES = join(ROOT, 'docs/images');

type Clicked = Picture & Pick<PictureOfPage, 'clicks'>;

async function take(browser: Browser, lang: PictureLang, url: string, picture: Clicked): Promise<void> {
  const { clicks = [], name, width, height, ready } = picture;
  const page = await browser.newPage({ viewport: { width, height }, locale: lang, timezoneId: 'Asia/Seoul' });
  await page.goto(url);
  await page.locator(ready).first().waitFor();
  await page.locator('.loading').waitFor({ state: 'detached' });
  // oxlint-disable-next-line no-await-in-loop -- one after the other, as by hand
  for (const each of clicks) await page.locator(each).first().click();
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.screenshot({ path: join(IMAGES, `${name}-${lang}.png`) });
  await page.close();
}

function report(lang: PictureLang, folder: string): string {
  const file = join(folder, `${lang}.html`);
  const args = ['report', 'rok-us', '--at', '2023-12-15', '-o', file, '--lang', lang];
  execFileSync(process.execPath, [join(ROOT, 'packages/cli/bin/foedus.js'), ...args], { cwd: ROOT });
  return pathToFileURL(file).href;
}

const executablePath = findChromium();
if (executablePath === undefined) throw new Error('Chromium is not here: install chromium-headless-shell');
const folder = mkdtempSync(join(tmpdir(), 'foedus-images-'));
const server = await serve(join(folder, 'data'));
const kase = await furnish(server.url);
const exercise = await furnishExercise(server.url);
const place = (path: string): string =>
  path.replace('/case/', `/${kase}/`).replace('/exercise/', `/${exercise}/`);
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
/* oxlint-disable no-await-in-loop -- one picture after the other: they are made for one screen */
for (const lang of LANGS) {
  await take(browser, lang, report(lang, folder), REPORT);
  for (const page of PAGES) await take(browser, lang, `${server.url}/${lang}/${place(page.path)}`, page);
}
/* oxlint-enable no-await-in-loop */
await browser.close();
await server.close();
rmSync(folder, { recursive: true });
