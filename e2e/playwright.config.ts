/** The pages in a real browser, on the built site and a real server. `npm run e2e` says where these are. */
import { defineConfig } from '@playwright/test';

const { CHROMIUM, FOEDUS_URL } = process.env;
if (CHROMIUM === undefined || FOEDUS_URL === undefined) throw new Error('Run these by: npm run e2e');

export default defineConfig({
  testDir: '.',
  outputDir: '../out/e2e',
  fullyParallel: true,
  workers: 2,
  reporter: [['list'], ['./closing-line.ts']],
  // Long enough for a machine that does much else; whoever is waited for is there at once.
  expect: { timeout: 15_000 },
  timeout: 90_000,
  use: {
    baseURL: FOEDUS_URL,
    locale: 'en-GB',
    timezoneId: 'Asia/Seoul',
    launchOptions: {
      executablePath: CHROMIUM,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
