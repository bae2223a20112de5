/** The pages in a real browser: Debian's headless Chromium, on the built site. */
import { defineConfig } from '@playwright/test';

const PORT = 4199;

export default defineConfig({
  testDir: '.',
  outputDir: '../out/e2e',
  fullyParallel: true,
  workers: 2,
  reporter: [['list']],
  // Long enough for a machine that does much else; whoever is waited for is there at once.
  expect: { timeout: 15_000 },
  timeout: 90_000,
  use: {
    baseURL: `http://localhost:${PORT}`,
    locale: 'en-GB',
    timezoneId: 'Asia/Seoul',
    launchOptions: {
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium-headless-shell',
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
  webServer: {
    command: `npm run build && npm run preview -- --port ${PORT} --strictPort`,
    cwd: '../packages/web',
    url: `http://localhost:${PORT}`,
    timeout: 60_000,
  },
});
