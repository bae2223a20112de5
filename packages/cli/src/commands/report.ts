/** `foedus report`: one arrangement on one day, as one HTML file. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Arrangement } from '@foedus/kernel';
import { decide } from '../claims/decide.ts';
import { EXIT, type Exit } from '../exit.ts';
import { dayOf } from '../frame.ts';
import { claimsOf, companions, library, type Library } from '../load/library.ts';
import { open, orStop, type Opened } from '../load/open.ts';
import { say } from '../messages.ts';
import { printJson } from '../output/json.ts';
import { reportJson } from '../report/json.ts';
import { gather, type Report } from '../report/model.ts';
import { page } from '../report/page.ts';
import type { Shell } from '../shell.ts';

export interface ReportOptions {
  readonly at?: string;
  readonly output?: string;
  readonly with?: string;
  readonly json?: boolean;
}

/** What most arrangements of this kind are compared with, where nothing else is asked for. */
const USUAL = 'nato';

function comparedWith(
  shell: Shell,
  shelf: Library,
  opened: Opened,
  name: string | undefined,
): Arrangement | undefined {
  if (name !== undefined) return open(shell, shelf, name).arrangement;
  if (opened.arrangement.id === USUAL || !shelf.known.some((found) => found.name === USUAL)) return undefined;
  return open(shell, shelf, USUAL).arrangement;
}

/** Reads, decides and asks everything that the report shows. */
function reportOf(shell: Shell, shelf: Library, name: string, options: ReportOptions): Report {
  const opened = open(shell, shelf, name);
  const { found, arrangement } = opened;
  const world = companions(shelf, [found]);
  const claims = orStop(shell, claimsOf(shelf, found, arrangement, world));
  const decided = claims.map((claim) => decide(claim, arrangement.id, { arrangements: world }, false));
  const other = comparedWith(shell, shelf, opened, options.with);
  return gather(arrangement, other, dayOf('--at', options.at), decided);
}

function writePage(shell: Shell, report: Report, file: string): void {
  const path = resolve(shell.cwd, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, page(report, shell.lang));
}

export function report(shell: Shell, name: string, options: ReportOptions): Exit {
  const made = reportOf(shell, library(shell.cwd), name, options);
  if (options.json) {
    printJson(shell, reportJson(made));
  } else if (options.output === undefined) {
    shell.out.print(page(made, shell.lang));
  } else {
    writePage(shell, made, options.output);
    shell.out.print(say('report-written', { path: options.output })[shell.lang]);
  }
  return EXIT.ok;
}
