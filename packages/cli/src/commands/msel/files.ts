/** Files that commands about lists read. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { EXIT } from '../../exit.ts';
import type { Shell } from '../../shell.ts';
import { Stop } from '../../stop.ts';
import { sayMsel } from './words.ts';

export function readBytes(shell: Shell, file: string): Uint8Array {
  try {
    return readFileSync(resolve(shell.cwd, file));
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new Stop(EXIT.usage, sayMsel('no-file', { file, detail }));
  }
}

/** What lies in a scenario's folder beside its own files, by path. */
export function companionsIn(folder: string): ReadonlyMap<string, Uint8Array> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((each) => each.isFile() && !/^\.|\.yaml$/.test(each.name));
  return new Map(
    files
      .map((each) => join(each.parentPath, each.name))
      .toSorted()
      .map((path) => [relative(folder, path).split(sep).join('/'), readFileSync(path)] as const),
  );
}
