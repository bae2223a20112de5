/** Arrangements of the repository, for tests. */
import { readdirSync, readFileSync } from 'node:fs';
import { readArrangement, type Arrangement } from '@foedus/kernel';
import type { Files } from '../engine/tasks.ts';

const ROOT = new URL('../../../../arrangements/', import.meta.url);

/** The files of an arrangement's folder, `examples/unsc`. */
export function filesOf(folder: string): Files {
  const names = readdirSync(new URL(folder, ROOT), { recursive: true, encoding: 'utf8' });
  return Object.fromEntries(
    names
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => [name, readFileSync(new URL(`${folder}/${name}`, ROOT), 'utf8')]),
  );
}

export function arrangementIn(folder: string): Arrangement {
  const files = filesOf(folder);
  const read = readArrangement('arrangement.yaml', (path) => files[path]);
  if (!read.ok) throw new Error(JSON.stringify(read.faults[0]));
  return read.value;
}
