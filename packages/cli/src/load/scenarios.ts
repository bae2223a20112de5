/** Where scenarios lie: a folder with `scenario.yaml`, in the folder `scenarios` here or above, else in the one that comes with Foedus. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nearest, type Arrangement } from '@foedus/kernel';
import { say } from '../messages.ts';
import { misuse } from '../stop.ts';
import type { Library } from './library.ts';

const SCENARIO_FILE = 'scenario.yaml';

export interface FoundScenario {
  /** The name of the folder, by which people ask for it. */
  readonly name: string;
  /** The path of its root file, from the current folder. */
  readonly root: string;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function scenariosFolder(cwd: string): string {
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    const candidate = join(folder, 'scenarios');
    if (isFolder(candidate)) return candidate;
    if (folder === dirname(folder)) break;
  }
  return fileURLToPath(new URL('../../../../scenarios', import.meta.url));
}

/** The scenario in a folder, or those in the folders that it holds, in the order of their names. */
export function scenariosIn(cwd: string, folder: string): readonly FoundScenario[] {
  const full = resolve(cwd, folder);
  if (!isFolder(full)) return [];
  const below = readdirSync(full).map((name) => join(full, name));
  return [full, ...below.toSorted()]
    .filter((each) => isFolder(each) && existsSync(join(each, SCENARIO_FILE)))
    .map((each) => ({ name: basename(each), root: relative(cwd, join(each, SCENARIO_FILE)) }));
}

/** What paths or names mean; without any, all scenarios that are known. Stops at one that means none. */
export function scenariosAt(cwd: string, paths: readonly string[]): readonly FoundScenario[] {
  const known = scenariosIn(cwd, scenariosFolder(cwd));
  if (paths.length === 0) return known;
  return paths.flatMap((path) => {
    const folder = basename(path) === SCENARIO_FILE ? dirname(path) : path;
    const here = scenariosIn(cwd, folder);
    const found = here.length > 0 ? here : known.filter(({ name }) => name === path);
    if (found.length > 0) return found;
    const names = known.map(({ name }) => name);
    const meant = nearest(path, names);
    throw misuse(
      say('no-scenario-named', { name: path }),
      meant === undefined
        ? say('known-scenarios', { names: names.join(', ') })
        : say('did-you-mean', { name: meant }),
    );
  });
}

/** The arrangements that scenarios name, each read when it is first asked for; one that has errors is not there. */
export function arrangementNamed(shelf: Library): (id: string) => Arrangement | undefined {
  return (id) => {
    const candidates = shelf.known.toSorted((a, b) => Number(b.name === id) - Number(a.name === id));
    for (const found of candidates) {
      const read = shelf.read(found);
      if (read.ok && read.value.id === id) return read.value;
    }
    return undefined;
  };
}

/** Whether a file belongs to a scenario: one lies in its folder or in a folder above that. */
export function isOfScenario(file: string): boolean {
  for (let folder = dirname(resolve(file)); ; folder = dirname(folder)) {
    if (existsSync(join(folder, SCENARIO_FILE))) return true;
    if (folder === dirname(folder)) return false;
  }
}
