/** An arrangement of the repository, and scenarios read under it. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readArrangement, exercise, type Arrangement } from '@foedus/kernel';

const ROOT = fileURLToPath(new URL('../../../../../', import.meta.url));

function fileOf(path: string): Uint8Array | undefined {
  try {
    return readFileSync(ROOT + path);
  } catch {
    return undefined;
  }
}

export function tutorial(): Arrangement {
  const read = readArrangement('arrangements/examples/tutorial-two-party/arrangement.yaml', fileOf);
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.value;
}

const ARRANGEMENT = tutorial();

/** Reads the files of a scenario under the tutorial's arrangement; faults are thrown. */
export function scenarioFrom(files: ReadonlyMap<string, Uint8Array | string>): exercise.Scenario {
  const read = exercise.readScenario(
    'scenario.yaml',
    (path) => files.get(path),
    () => ARRANGEMENT,
  );
  if (!read.ok) throw new Error(JSON.stringify(read.faults.slice(0, 5), undefined, 1));
  return read.value;
}

/** The scenario of the repository that teaches. */
export function tutorialScenario(): exercise.Scenario {
  return scenarioFrom(new Map([['scenario.yaml', readFileSync(`${ROOT}scenarios/tutorial/scenario.yaml`)]]));
}
