/** `foedus msel import`: a list of events becomes a scenario, and each row is told what became of it. Where anything is wrong nothing is written. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { msel, type Day } from '@foedus/kernel';
import { importList, MAPPING_FILE, SCENARIO_FILE, type Imported } from '@foedus/server/msel';
import { EXIT, type Exit } from '../../exit.ts';
import { dayOf } from '../../frame.ts';
import { library } from '../../load/library.ts';
import { orStop } from '../../load/open.ts';
import { arrangementNamed } from '../../load/scenarios.ts';
import { printFaults } from '../../output/faults.ts';
import { printJson } from '../../output/json.ts';
import type { Shell } from '../../shell.ts';
import { Stop } from '../../stop.ts';
import { readBytes } from './files.ts';
import { printReport, reportJson } from './report.ts';
import { sayMsel } from './words.ts';

export interface ImportOptions {
  readonly output: string;
  readonly mapping?: string;
  readonly arrangement?: string;
  readonly at?: string;
  readonly json?: boolean;
}

/** Of the alliance that Foedus was first written for. */
const USUAL = 'rok-us';

export function importInto(shell: Shell, file: string, options: ImportOptions): Exit {
  const folder = resolve(shell.cwd, options.output);
  const before = frameIn(folder);
  const arrangement = options.arrangement ?? before?.arrangement ?? USUAL;
  const at = options.at === undefined && before ? before.at : dayOf('--at', options.at);
  const reply = importList(readBytes(shell, file), {
    file,
    arrangement,
    at,
    arrangementOf: arrangementNamed(library(shell.cwd)),
    mapping: mappingOf(shell, folder, options.mapping),
  });
  if (!reply.ok && 'fault' in reply) throw new Stop(EXIT.input, msel.describeMselFault(reply.fault));
  if (!reply.ok) {
    printReport(shell, reply.reading.report);
    printFaults(shell, reply.faults);
    throw new Stop(
      EXIT.input,
      sayMsel('no-scenario', { count: reply.faults.length }),
      sayMsel('no-scenario-hint'),
    );
  }
  const { files, id, name, reading } = reply.value;
  write(folder, files);
  const supposed = options.arrangement === undefined && !before && reading.frame === undefined;
  if (options.json) {
    printJson(shell, {
      scenario: id,
      folder,
      ...(supposed ? { supposed: { arrangement, at } } : {}),
      ...reportJson(reading),
    });
    return EXIT.ok;
  }
  printReport(shell, reading.report);
  if (supposed) shell.out.print(sayMsel('supposed-arrangement', { arrangement, at })[shell.lang]);
  const called = name[shell.lang] ?? Object.values(name)[0] ?? id;
  shell.out.print(
    sayMsel('written', { name: called, folder: options.output, mapping: MAPPING_FILE })[shell.lang],
  );
  return EXIT.ok;
}

function mappingOf(shell: Shell, folder: string, given: string | undefined): msel.Mapping {
  const kept = join(folder, MAPPING_FILE);
  const file = given === undefined ? kept : resolve(shell.cwd, given);
  if (given === undefined && !existsSync(kept)) return msel.NO_MAPPING;
  return orStop(shell, msel.readMapping(given ?? MAPPING_FILE, readBytes(shell, file)));
}

/** What the scenario that is in the folder is played under. */
function frameIn(folder: string): { readonly arrangement: string; readonly at: Day } | undefined {
  const file = join(folder, SCENARIO_FILE);
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const arrangement = /^arrangement: *([a-z0-9-]+)/m.exec(text)?.[1];
  const at = /^at: *'?(\d{4}(?:-\d{2}){0,2})/m.exec(text)?.[1];
  return arrangement === undefined || at === undefined ? undefined : { arrangement, at: dayOf('at', at) };
}

function write(folder: string, files: Imported['files']): void {
  for (const [path, content] of files) {
    const full = join(folder, path);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, content);
  }
}
