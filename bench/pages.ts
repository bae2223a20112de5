/// <reference lib="dom" />
/**
 * The pages in a real browser, from the server as it is used: what the first page loads, when it can be used on a mid-range laptop (a
 * processor slowed four times), and what a what-if takes from the click until it is painted. Prints the figures and writes
 * docs/benchmarks-pages.md. Build the pages first: `npm run build`.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from '@foedus/server';
import { findChromium } from '@foedus/server/documents';
import { chromium, type Browser, type CDPSession, type Page } from '@playwright/test';
import { allianceFile } from './alliance-file.ts';
import { machine } from './measure.ts';
import { apart, quantile, told, type Figure } from './pages-measure.ts';
import { onScreen, RATE, WATCHED, WATCHERS } from './pages-live.ts';

const ROOT = join(import.meta.dirname, '..');
const REPORT = join(ROOT, 'docs/benchmarks-pages.md');
const SLOWER = 4;
const LOADS = 7;
const WHAT_IFS = 100;

/** Milliseconds from going to a page until what is looked for has been painted, as the page itself tells. */
async function usable(page: Page, url: string, wanted: string): Promise<number> {
  await page.addInitScript((selector) => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector(selector)) return;
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(() => performance.mark('usable')));
    }).observe(document, { childList: true, subtree: true });
  }, wanted);
  await page.goto(url);
  await page.waitForFunction(() => performance.getEntriesByName('usable').length > 0);
  return page.evaluate(() => performance.getEntriesByName('usable')[0]!.startTime);
}

async function loads(browser: Browser, url: string, wanted: string): Promise<readonly number[]> {
  const times: number[] = [];
  for (let load = 0; load < LOADS; load += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other, each with nothing kept
    times.push(
      await apart(browser, async (page, session) => {
        await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
        return usable(page, url, wanted);
      }),
    );
  }
  return times;
}

const EXECUTABLE = findChromium();
if (EXECUTABLE === undefined) throw new Error('Chromium is not here: install chromium-headless-shell');

function launch(...more: readonly string[]): Promise<Browser> {
  return chromium.launch({
    executablePath: EXECUTABLE!,
    args: ['--no-sandbox', '--disable-gpu', ...more],
  });
}

/** Bytes of JavaScript that the first page gets, as they go over the wire. */
async function weight(browser: Browser, url: string): Promise<number> {
  return apart(browser, async (page) => {
    await usable(page, url, '.arrangement-name');
    return page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .filter(({ name }) => name.endsWith('.js'))
        .reduce((sum, entry) => sum + (entry as PerformanceResourceTiming).encodedBodySize, 0),
    );
  });
}

async function processorTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')!.value * 1000;
}

/** Clicks one office so many times: from each click until the next frame is painted, in milliseconds. */
async function clicks(page: Page, office: string, runs: number): Promise<readonly number[]> {
  return page.evaluate(
    async ([wanted, count]) => {
      const taken: number[] = [];
      const painted = (): Promise<void> =>
        new Promise((resolve) => {
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.addEventListener('message', () => resolve(), { once: true });
            port1.start();
            port2.postMessage(undefined);
          });
        });
      for (let run = 0; run < count; run += 1) {
        const box = document.querySelector<HTMLElement>(`.map [data-node="${wanted}"]`)!;
        const start = performance.now();
        box.click();
        // oxlint-disable-next-line no-await-in-loop -- one click after the other
        await painted();
        taken.push(performance.now() - start);
      }
      return taken;
    },
    [office, runs] as const,
  );
}

async function whatIf(browser: Browser, url: string, office: string): Promise<readonly [string, string]> {
  return apart(browser, async (page, session) => {
    await page.goto(url);
    await page.locator(`.map [data-node="${office}"]`).waitFor({ timeout: 120_000 });
    await clicks(page, office, WHAT_IFS / 2);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const before = await processorTime(session);
    const times = await clicks(page, office, WHAT_IFS);
    const used = (await processorTime(session)) - before;
    return [
      `${(used / WHAT_IFS).toFixed(1)} ms`,
      `${quantile(times, 0.5).toFixed(1)} ms, p95 ${quantile(times, 0.95).toFixed(1)} ms`,
    ];
  });
}

async function figures(browser: Browser, site: string): Promise<readonly Figure[]> {
  const list = `${site}/en`;
  const map = `${site}/en/arrangements/rok-us?at=2025-01-01`;
  const large = `${site}/en/arrangements/hub-and-spoke-300?at=2026-01-01`;
  const bytes = await weight(browser, list);
  const first = await loads(browser, list, '.arrangement-name');
  const drawn = await loads(browser, map, '.map [data-node]');
  const [used, painted] = await whatIf(browser, map, 'cfc-commander');
  const [usedLarge, paintedLarge] = await whatIf(browser, large, 'spoke-3-2');
  // Painting as soon as it can, on no screen that is refreshed at its own times, it never rests: it stays no longer than it is needed.
  const free = await launch('--disable-frame-rate-limit', '--disable-gpu-vsync');
  const [, atOnce] = await whatIf(free, map, 'cfc-commander');
  const [, atOnceLarge] = await whatIf(free, large, 'spoke-3-2');
  await free.close();
  const goal = (ms: number): string => `< ${ms} ms`;
  return [
    { what: 'first page: JavaScript over the wire', is: `${(bytes / 1000).toFixed(0)} kB`, goal: '< 250 kB' },
    { what: `first page usable, processor ${SLOWER}× slower`, is: told(first), goal: goal(1500) },
    { what: `map of rok-us drawn, by its address, processor ${SLOWER}× slower`, is: told(drawn), goal: '' },
    { what: 'what-if on rok-us: processor time of the page', is: used, goal: goal(16) },
    { what: 'what-if on rok-us: click until it is painted, on no screen', is: atOnce, goal: goal(16) },
    { what: 'what-if on rok-us: click until it is painted, at 60 Hz', is: painted, goal: '' },
    { what: 'what-if, 300 offices: processor time of the page', is: usedLarge, goal: goal(50) },
    {
      what: 'what-if, 300 offices: click until it is painted, on no screen',
      is: atOnceLarge,
      goal: goal(50),
    },
    { what: 'what-if, 300 offices: click until it is painted, at 60 Hz', is: paintedLarge, goal: '' },
    await onScreen(browser),
  ];
}

function report(rows: readonly Figure[], browser: string): string {
  const lines = rows.map(({ what, is, goal }) => `| ${what} | ${is} | ${goal} |`);
  return `# Pages

Made by \`node bench/pages.ts\`, from the built site and the server as it is used. A page is usable when what it is for has been painted;
each load begins with nothing kept, the median of ${LOADS}. A what-if is the median of ${WHAT_IFS} clicks on one office of the map. The processor time is that
of the page's own thread for script, style, layout and paint. It is painted, median and p95, in a browser that paints as soon as it can; and in
one that paints when a screen is next refreshed, which at 60 Hz alone makes one wait for 16.7 ms, as a click follows upon a frame here. An act is on the screen when it has been painted in the room of a browser that watches as a seat: ${WATCHED} acts at
${RATE} a second, while ${WATCHERS} others watch the same consultation by a program; server, watchers and browser share the machine.

${machine()}, Chromium ${browser}; load average ${began.toFixed(1)} before, which is what else the machine did.

| | | goal |
| --- | ---: | ---: |
${lines.join('\n')}
`;
}

const [began] = loadavg() as [number, number, number];
const folder = mkdtempSync(join(tmpdir(), 'foedus-pages-'));
const arrangements = join(folder, 'arrangements');
cpSync(join(ROOT, 'arrangements'), arrangements, { recursive: true });
mkdirSync(join(arrangements, 'large'));
writeFileSync(join(arrangements, 'large/arrangement.yaml'), allianceFile('hub-and-spoke', 300));
const server = await startServer({
  host: '127.0.0.1',
  port: 0,
  data: join(folder, 'data'),
  demo: true,
  arrangements,
  scenarios: join(ROOT, 'scenarios'),
  pages: join(ROOT, 'packages/web/dist/site'),
  rateLimit: 100_000,
  log: 'silent',
});
const browser = await launch();
const rows = await figures(browser, server.url);
const version = browser.version();
await browser.close();
await server.close();
rmSync(folder, { recursive: true });
console.log(`The pages\n${machine()}\n`);
console.table(rows);
writeFileSync(REPORT, report(rows, version));
console.log('written to docs/benchmarks-pages.md');
