/** A document as PDF, printed by a Chromium without a screen that gets neither scripts nor a network. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Text } from '@foedus/kernel';
import type { Content } from './content.ts';
import { toHtml } from './html.ts';
import { sayReport } from './words.ts';

/** Milliseconds; a report of a hundred pages takes a few seconds. */
const PATIENCE = 60_000;

export type PdfReply =
  | { readonly ok: true; readonly value: Uint8Array }
  | { readonly ok: false; readonly code: 'no-chromium' | 'pdf-failed'; readonly says: Text };

/** `chromium`: the program, where there is one. */
export async function toPdf(content: Content, chromium: string | undefined): Promise<PdfReply> {
  if (chromium === undefined) return { ok: false, code: 'no-chromium', says: sayReport('no-chromium') };
  const folder = await mkdtemp(join(tmpdir(), 'foedus-report-'));
  try {
    const [page, out] = [join(folder, 'report.html'), join(folder, 'report.pdf')];
    await writeFile(page, toHtml(content));
    await print(chromium, [
      ...FLAGS,
      `--user-data-dir=${join(folder, 'profile')}`,
      `--print-to-pdf=${out}`,
      pathToFileURL(page).href,
    ]);
    return { ok: true, value: await readFile(out) };
  } catch (error) {
    const detail = error instanceof Error ? error.message.split('\n')[0]! : String(error);
    return { ok: false, code: 'pdf-failed', says: sayReport('pdf-failed', { detail }) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Its sandbox needs a user who is not root. */
const ROOT = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const FLAGS = [
  '--headless',
  ...ROOT,
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--no-pdf-header-footer',
  '--host-resolver-rules=MAP * ~NOTFOUND',
];

function print(program: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    execFile(program, args, { timeout: PATIENCE, killSignal: 'SIGKILL' }, (error) => {
      if (error) reject(new Error(error.killed ? `${PATIENCE / 1000} s` : error.message.slice(0, 200)));
      else resolve();
    });
  });
}
