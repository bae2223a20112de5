/** Builds the pages, if they are not built yet or something that goes into them is newer than they are. */
import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const SOURCES = [
  'packages/web/src',
  'packages/web/build',
  'packages/web/index.html',
  'packages/web/vite.config.ts',
  'packages/kernel/src',
  'package-lock.json',
];
const BUILT = 'packages/web/dist/site/index.html';

/** When the file, or the newest one in the folder and below, was changed; 0 where nothing is there. */
function changed(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isDirectory()) return found?.mtimeMs ?? 0;
  const within = readdirSync(path, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  return Math.max(...within.map(({ name, parentPath }) => statSync(join(parentPath, name)).mtimeMs));
}

const newest = Math.max(...SOURCES.map((each) => changed(join(ROOT, each))));
if (newest > changed(join(ROOT, BUILT)))
  execFileSync('npm', ['run', 'build', '--workspace', '@foedus/web'], { cwd: ROOT, stdio: 'inherit' });
