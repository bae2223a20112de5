/**
 * Makes the pictures of the documentation from what the program makes: `npm run images`. Needs Chromium
 * (Debian: chromium-headless-shell) and, for the Korean and Japanese ones, fonts (Debian: fonts-noto-cjk).
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const CHROMIUM = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find((path) => existsSync(path));
if (CHROMIUM === undefined) throw new Error('Chromium is not here: install chromium-headless-shell');

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--hide-scrollbars',
  '--window-size=1280,1150',
];

const folder = mkdtempSync(join(tmpdir(), 'foedus-images-'));
for (const lang of ['en', 'ko', 'ja']) {
  const report = join(folder, `${lang}.html`);
  const args = [
    'packages/cli/bin/foedus.js',
    'report',
    'rok-us',
    '--at',
    '2023-12-15',
    '-o',
    report,
    '--lang',
    lang,
  ];
  execFileSync(process.execPath, args);
  execFileSync(CHROMIUM, [...FLAGS, `--screenshot=docs/images/report-${lang}.png`, `file://${report}`], {
    stdio: 'ignore',
  });
}
rmSync(folder, { recursive: true });
