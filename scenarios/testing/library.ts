/** The shipped scenarios, for tests. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { exercise } from '@foedus/kernel';
import { arrangements } from '../../arrangements/testing/library.ts';

export const HERE = fileURLToPath(new URL('..', import.meta.url));

function files(path: string): Uint8Array | undefined {
  return existsSync(HERE + path) ? readFileSync(HERE + path) : undefined;
}

const FOLDERS = readdirSync(HERE).filter((name) => existsSync(`${HERE}${name}/scenario.yaml`));

export const scenarios: ReadonlyMap<string, exercise.Scenario> = new Map(
  FOLDERS.map((folder) => {
    const read = exercise.readScenario(`${folder}/scenario.yaml`, files, (id) => arrangements.get(id));
    if (!read.ok) throw new Error(JSON.stringify(read.faults, null, 1));
    return [folder, read.value];
  }),
);
