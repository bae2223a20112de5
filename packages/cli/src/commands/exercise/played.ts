/** A scenario that is played by programs. */
import { exercise, type Arrangement } from '@foedus/kernel';
import { list, plain } from '@foedus/kernel/text';
import { library } from '../../load/library.ts';
import { arrangementNamed, scenariosAt } from '../../load/scenarios.ts';
import { printFaults } from '../../output/faults.ts';
import type { Shell } from '../../shell.ts';
import { misuse } from '../../stop.ts';
import { readScript } from './script.ts';
import { sayExercise } from './words.ts';

export interface PlayOptions {
  readonly script?: string;
  readonly seed?: number;
}

/** `undefined`: it has errors, which were told. */
export function played(
  shell: Shell,
  path: string,
  { script, seed }: PlayOptions,
): exercise.ExerciseRecord | undefined {
  const shelf = library(shell.cwd);
  const arrangementOf = arrangementNamed(shelf);
  const found = scenariosAt(shell.cwd, [path]);
  const [first] = found;
  if (found.length !== 1 || !first) {
    const names = list(found.map(({ name }) => plain(name)));
    throw misuse(sayExercise('one-scenario', { names }));
  }
  const read = exercise.readScenario(first.root, shelf.files, arrangementOf);
  if (!read.ok) {
    printFaults(shell, read.faults);
    return undefined;
  }
  const scenario = read.value;
  // INVARIANT: a scenario is read only under an arrangement that is there.
  const arrangement: Arrangement = arrangementOf(scenario.arrangement)!;
  return exercise.play(scenario, arrangement, {
    // Nothing depends on the real moment; that of STARTEX makes the same output of the same input.
    at: scenario.startex,
    ...(seed === undefined ? {} : { seed }),
    ...(script === undefined ? {} : { script: readScript(shell, arrangement, scenario, script) }),
  });
}
