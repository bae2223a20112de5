/** `foedus fmt`: keeps the files of arrangements and scenarios in one canonical form. */
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { exercise, format, msel, type Result } from '@foedus/kernel';
import { EXIT, type Exit } from '../exit.ts';
import { arrangementsFolder, findAt, ROOT_FILE } from '../load/find.ts';
import { isOfScenario, scenariosIn } from '../load/scenarios.ts';
import { say } from '../messages.ts';
import { printFaults } from '../output/faults.ts';
import type { Shell } from '../shell.ts';
import { misuse } from '../stop.ts';

export interface FmtOptions {
  readonly check?: boolean;
}

/** The YAML files of one arrangement's folder and of the folders in it that are no arrangements of their own. */
function yamlIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((each) => {
      const path = join(folder, each.name);
      if (each.isDirectory()) return existsSync(join(path, ROOT_FILE)) ? [] : yamlIn(path);
      return each.name.endsWith('.yaml') ? [path] : [];
    });
}

/** The files that a path means: itself, or all of the arrangements and scenarios at and below it. */
function filesAt(cwd: string, path: string): string[] {
  const full = resolve(cwd, path);
  if (statSync(full, { throwIfNoEntry: false })?.isFile()) return [full];
  const found = [...findAt(cwd, path), ...scenariosIn(cwd, path)];
  if (found.length === 0) throw misuse(say('no-arrangement-at', { path }));
  return found.flatMap((each) => yamlIn(resolve(cwd, dirname(each.root))));
}

/** Claims stand in `claims.yaml` and in what it includes, which lies in a folder `claims` or has a name that begins so. */
function formatted(file: string, text: string, shown: string): Result<string> {
  if (isOfScenario(file) && basename(file) === 'mapping.yaml') return msel.formatMapping(text, shown);
  if (isOfScenario(file)) return exercise.formatScenario(text, shown);
  const isOfClaims = basename(file).startsWith('claims') || basename(dirname(file)) === 'claims';
  return format(text, isOfClaims ? 'claims' : 'arrangement', shown);
}

/** The arrangements, and the scenarios that lie beside them. */
function known(cwd: string): string[] {
  const arrangements = arrangementsFolder(cwd);
  const scenarios = join(dirname(arrangements), 'scenarios');
  return scenariosIn(cwd, scenarios).length > 0 ? [arrangements, scenarios] : [arrangements];
}

export function fmt(shell: Shell, paths: readonly string[], options: FmtOptions): Exit {
  const asked = paths.length === 0 ? known(shell.cwd) : paths;
  const files = [...new Set(asked.flatMap((path) => filesAt(shell.cwd, path)))];
  let exit: Exit = EXIT.ok;
  let changed = 0;
  for (const file of files) {
    const shown = relative(shell.cwd, file);
    const text = readFileSync(file, 'utf8');
    const result = formatted(file, text, shown);
    if (!result.ok) {
      printFaults(shell, result.faults);
      exit = EXIT.input;
    } else if (result.value !== text) {
      changed += 1;
      shell.out.print(shown);
      if (!options.check) writeFileSync(file, result.value);
    }
  }
  shell.err.print(
    say(options.check ? 'fmt-differ' : 'fmt-done', { files: files.length, changed })[shell.lang],
  );
  return exit === EXIT.ok && options.check && changed > 0 ? EXIT.fails : exit;
}
