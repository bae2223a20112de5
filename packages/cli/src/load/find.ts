/** Where arrangements lie: a folder with `arrangement.yaml`, and beside it perhaps `claims.yaml`. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT_FILE = 'arrangement.yaml';
export const CLAIMS_FILE = 'claims.yaml';
/** How deep folders of arrangements are searched: `arrangements/examples/unsc` is two below `arrangements`. */
const DEPTH = 3;

export interface Found {
  /** The name of the folder, by which people ask for it. */
  readonly name: string;
  /** Paths as they are shown: from the current folder. */
  readonly root: string;
  readonly claims: string | undefined;
}

function shown(cwd: string, path: string): string {
  return relative(cwd, resolve(cwd, path)) || '.';
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function foundIn(cwd: string, folder: string): Found {
  const claims = join(folder, CLAIMS_FILE);
  return {
    name: basename(folder),
    root: shown(cwd, join(folder, ROOT_FILE)),
    claims: existsSync(claims) ? shown(cwd, claims) : undefined,
  };
}

/** Every arrangement in a folder and below, in the order of their paths. */
export function findBelow(cwd: string, folder: string, depth = DEPTH): Found[] {
  const full = resolve(cwd, folder);
  const here = existsSync(join(full, ROOT_FILE)) ? [foundIn(cwd, full)] : [];
  if (depth === 0) return here;
  const below = readdirSync(full, { withFileTypes: true })
    .filter((each) => each.isDirectory() && !each.name.startsWith('.') && each.name !== 'node_modules')
    .map((each) => each.name)
    .toSorted();
  return [...here, ...below.flatMap((name) => findBelow(cwd, join(full, name), depth - 1))];
}

/** What a path names: an arrangement's folder or root file, or a folder with several below. Empty: nothing is there. */
export function findAt(cwd: string, path: string): Found[] {
  const full = resolve(cwd, path);
  if (isFolder(full)) return findBelow(cwd, full);
  return basename(full) === ROOT_FILE && existsSync(full) ? [foundIn(cwd, dirname(full))] : [];
}

/** The folder `arrangements` here or in the nearest folder above; else the one that comes with Foedus. */
export function arrangementsFolder(cwd: string): string {
  return folderAround(cwd, 'arrangements');
}

/** The same of `scenarios`. */
export function scenariosFolder(cwd: string): string {
  return folderAround(cwd, 'scenarios');
}

function folderAround(cwd: string, name: string): string {
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    const candidate = join(folder, name);
    if (isFolder(candidate)) return candidate;
    if (folder === dirname(folder)) break;
  }
  return fileURLToPath(new URL(`../../../../${name}`, import.meta.url));
}
