/// <reference lib="dom" />
/**
 * The pages in a real browser: what the first page loads, when it can be used on a mid-range laptop (a processor slowed four times), and
 * how long a what-if takes from the click until the map is laid out anew. Build the pages first: `npm run build -w packages/web`.
 */
import { gzipSync } from 'node:zlib';
import { chromium, type Browser } from '@playwright/test';
import { preview } from 'vite';
import { machine } from './measure.ts';

const PORT = 4197;
const SITE = `http://localhost:${PORT}`;
const SLOWER = 4;
const RUNS = 50;

interface Figure {
  readonly what: string;
  readonly is: string;
  readonly goal: string;
}

function quantile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(share * (values.length - 1))]!;
}

async function firstPage(browser: Browser): Promise<Figure[]> {
  const page = await browser.newPage();
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const bodies: Promise<Buffer>[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('.js')) bodies.push(response.body());
  });
  await page.goto(`${SITE}/en`);
  await page.locator('.arrangement-name').first().waitFor();
  const usable = await page.evaluate(() => performance.now());
  const loaded = (await Promise.all(bodies)).reduce((sum, body) => sum + gzipSync(body).length, 0);
  await page.close();
  return [
    { what: 'first page: JavaScript, compressed', is: `${(loaded / 1000).toFixed(0)} kB`, goal: '< 250 kB' },
    { what: `first page usable, ${SLOWER}× slower`, is: `${usable.toFixed(0)} ms`, goal: '< 1500 ms' },
  ];
}

async function whatIf(browser: Browser): Promise<Figure[]> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${SITE}/en/arrangements/rok-us?at=2025-01-01`);
  await page.locator('.map [data-node="cfc-commander"]').waitFor();
  const times = await page.evaluate(async (runs) => {
    const taken: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one click after the other
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      const office = document.querySelector<HTMLElement>('.map [data-node="cfc-commander"]')!;
      const start = performance.now();
      office.click();
      // oxlint-disable-next-line no-await-in-loop -- the page is drawn at the end of the click
      await Promise.resolve();
      office.getBoundingClientRect();
      taken.push(performance.now() - start);
    }
    return taken;
  }, RUNS);
  await page.close();
  const shown = (share: number): string => quantile(times, share).toFixed(1);
  return [
    {
      what: 'what-if on rok-us, click to layout',
      is: `${shown(0.5)} ms, p95 ${shown(0.95)} ms`,
      goal: '< 16 ms',
    },
  ];
}

const server = await preview({
  root: new URL('../packages/web', import.meta.url).pathname,
  configFile: new URL('../packages/web/vite.config.ts', import.meta.url).pathname,
  preview: { port: PORT, strictPort: true },
});
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium-headless-shell',
  args: ['--no-sandbox', '--disable-gpu'],
});
const figures = [...(await firstPage(browser)), ...(await whatIf(browser))];
await browser.close();
await server.close();
console.log(`The pages\n${machine()}\n`);
console.table(figures);
