/**
 * Runs a page of the documentation: its files are written to a folder of their own, its commands are run there, and what comes out is put
 * in the place of what the page shows.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

const FOEDUS = join(import.meta.dirname, '../../packages/cli/bin/foedus.js');
/** A fenced block whose info string is `yaml <file>` or `console`. */
const BLOCK = /^```(?:yaml (?<file>\S+)|console)\n(?<body>[^]*?)^```$/gm;
const COMMAND = '$ npx foedus ';
const REST = '…';

/** The words of a command line; single quotes hold one together. */
function words(line: string): string[] {
  return [...line.matchAll(/'([^']*)'|\S+/g)].map(([word, quoted]) => quoted ?? word);
}

/** What a terminal without colours shows: the lines of the output, then those of the errors. */
function foedus(args: readonly string[], cwd: string): Promise<string[]> {
  const env = { ...process.env, LC_ALL: 'en', NO_COLOR: undefined, FORCE_COLOR: undefined };
  return new Promise((resolve, reject) => {
    const run = spawn(process.execPath, [FOEDUS, ...args], { cwd, env });
    const said = { out: '', err: '' };
    run.stdout.setEncoding('utf8').on('data', (text: string) => (said.out += text));
    run.stderr.setEncoding('utf8').on('data', (text: string) => (said.err += text));
    run.on('error', reject);
    run.on('close', () => resolve((said.out + said.err).trimEnd().split('\n')));
  });
}

/** One command as it comes out; where the page breaks off with `…`, so does this, at the same line. */
async function rerun(shown: string, cwd: string): Promise<string> {
  const [command = '', ...lines] = shown.trimEnd().split('\n');
  const output = await foedus(words(command.slice(COMMAND.length)), cwd);
  const kept = lines.at(-1) === REST ? lines.length - 1 : output.length;
  return [command, ...output.slice(0, kept), ...(output.length > kept ? [REST] : []), ''].join('\n');
}

/** The commands of a console block, each with what it prints. */
function commands(body: string): string[] {
  const each = body.split(/^(?=\$ )/m);
  const strange = each.find((one) => !one.startsWith(COMMAND));
  if (strange !== undefined) throw new Error(`This is no “${COMMAND}…”: ${strange}`);
  return each;
}

/** Puts a file into the folder and, as the page tells its reader to, its name into the `include` of the arrangement beside it. */
function add(folder: string, file: string, text: string): void {
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  const root = join(dirname(path), 'arrangement.yaml');
  if (['arrangement.yaml', 'claims.yaml'].includes(basename(file)) || !existsSync(root)) return;
  const head = readFileSync(root, 'utf8');
  if (!head.includes(basename(file))) writeFileSync(root, head.replace(/(?=\]$)/m, `, ${basename(file)}`));
}

/** The blocks of a page that are run. */
export function blocksOf(page: string): readonly RegExpExecArray[] {
  return [...page.matchAll(BLOCK)];
}

/** The page as it is when its files are written and its commands run, one after another. */
export async function replay(page: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'foedus-page-'));
  try {
    let replayed = '';
    let done = 0;
    for (const { 0: block, index, groups } of blocksOf(page)) {
      const { file, body } = groups as { file?: string; body: string };
      replayed += page.slice(done, index);
      done = index + block.length;
      if (file === undefined) {
        replayed += '```console\n';
        for (const command of commands(body)) replayed += await rerun(command, folder);
        replayed += '```';
      } else {
        add(folder, file, body);
        replayed += block;
      }
    }
    return replayed + page.slice(done);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
