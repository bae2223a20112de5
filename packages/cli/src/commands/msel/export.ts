/** `foedus msel export`: a scenario's list of events, for people and for programs. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { exercise, msel } from '@foedus/kernel';
import { exportList } from '@foedus/server/msel';
import { EXIT, type Exit } from '../../exit.ts';
import { library } from '../../load/library.ts';
import { orStop } from '../../load/open.ts';
import { arrangementNamed, scenariosAt } from '../../load/scenarios.ts';
import { printJson } from '../../output/json.ts';
import type { Shell } from '../../shell.ts';
import { misuse, Stop } from '../../stop.ts';
import { companionsIn } from './files.ts';
import { sayMsel } from './words.ts';

export interface ExportOptions {
  readonly output: string;
  readonly json?: boolean;
}

export function exportFrom(shell: Shell, name: string, options: ExportOptions): Exit {
  const { lang } = shell;
  const [found] = scenariosAt(shell.cwd, [name]);
  const shelf = library(shell.cwd);
  const scenario = orStop(shell, exercise.readScenario(found!.root, shelf.files, arrangementNamed(shelf)));
  const title = scenario.name[lang] ?? Object.values(scenario.name)[0] ?? scenario.id;
  const file = resolve(shell.cwd, options.output);
  write(file, contentOf(shell, scenario, dirname(resolve(shell.cwd, found!.root)), options.output));
  const rows = scenario.injects.size;
  if (options.json) printJson(shell, { scenario: scenario.id, file, rows });
  else shell.out.print(sayMsel('exported', { name: title, rows, file: options.output })[lang]);
  return EXIT.ok;
}

function contentOf(
  shell: Shell,
  scenario: exercise.Scenario,
  folder: string,
  file: string,
): Uint8Array | string {
  if (/\.jsonl$/i.test(file)) {
    const { frame, rows } = msel.fromScenario(scenario, shell.lang);
    return msel.mselLines(rows, {
      scenario: scenario.id,
      arrangement: scenario.arrangement,
      at: scenario.at,
      frame,
    });
  }
  if (!/\.xlsx$/i.test(file)) throw misuse(sayMsel('bad-ending', { file }), sayMsel('bad-ending-hint'));
  const made = exportList(scenario, companionsIn(folder), shell.lang);
  if (!made.ok) throw new Stop(EXIT.input, msel.describeMselFault(made.fault));
  return made.value;
}

function write(file: string, content: Uint8Array | string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new Stop(EXIT.usage, sayMsel('unwritable', { file, detail }));
  }
}
