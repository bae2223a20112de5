/** Files of the disk, as the pure readers of the kernel ask for them. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Files } from '@foedus/kernel';

/** Looks paths up from a folder. What can not be read is not there: the reader says so at the place that names it. */
export function filesFrom(cwd: string): Files {
  return (path) => {
    try {
      return readFileSync(resolve(cwd, path));
    } catch {
      return undefined;
    }
  };
}
