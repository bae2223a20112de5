/** Tests the pages in a real browser, from a real server: `npm run e2e`, with arguments for Playwright after `--`. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from '@foedus/server/documents';
import { serve } from './serve.ts';

const ROOT = join(import.meta.dirname, '..');
const PLAYWRIGHT = join(ROOT, 'node_modules/@playwright/test/cli.js');

const chromium = findChromium();
if (chromium === undefined) {
  console.log(
    'The pages are not tested: no Chromium (Debian: chromium-headless-shell) and none by CHROMIUM.',
  );
  console.log('\n0 passed, 0 failed, 1 skipped');
} else {
  const data = mkdtempSync(join(tmpdir(), 'foedus-e2e-'));
  const server = await serve(data);
  const tests = spawn(process.execPath, [PLAYWRIGHT, 'test', '-c', 'e2e', ...process.argv.slice(2)], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, CHROMIUM: chromium, FOEDUS_URL: server.url },
  });
  const [code] = (await once(tests, 'exit')) as [number | null];
  await server.close();
  rmSync(data, { recursive: true });
  process.exitCode = code ?? 1;
}
