/** The grammar of `foedus exercise`. The work itself is loaded when it is needed. */
import type { Command, Option } from 'commander';
import { EXIT } from '../../exit.ts';
import { say } from '../../messages.ts';
import type { Shell } from '../../shell.ts';
import { sayExercise, type ExerciseKey } from './words.ts';

/** What the command line's other commands share. */
export interface Grammar {
  readonly shell: Shell;
  readonly run: (work: () => Promise<number>) => Promise<void>;
  readonly whole: (text: string) => number;
  readonly command: (name: string, description: string) => Command;
  /** Options and help as all commands have them. */
  readonly dress: (command: Command) => Command;
  /** `--json` and `--lang`. */
  readonly shared: () => readonly Option[];
}

export function addExercise({ command, dress, run, shared, shell, whole }: Grammar): void {
  const word = (key: ExerciseKey): string => sayExercise(key)[shell.lang];
  const group = command('exercise', word('command-exercise'));
  group
    .helpCommand(false)
    .commandsGroup(say('help-commands')[shell.lang])
    .action(() => {
      group.outputHelp();
      return run(async () => EXIT.usage);
    });

  const check = dress(group.command('check'))
    .description(word('command-check'))
    .argument('[path...]', word('argument-scenarios'));
  for (const each of shared()) check.addOption(each);
  check.action((paths: string[], options) =>
    run(async () => (await import('../exercise-check.ts')).checkScenarios(shell, paths, options)),
  );

  const plays = (name: string, description: ExerciseKey): Command =>
    dress(group.command(name))
      .description(word(description))
      .argument('<scenario>', word('argument-scenario'))
      .option('--script <file>', word('option-script'))
      .option('--seed <number>', word('option-seed'), whole);
  const running = plays('run', 'command-run').option('--rate <times>', word('option-rate'), whole);
  for (const each of shared()) running.addOption(each);
  running.action((scenario: string, options) =>
    run(async () => (await import('../exercise-run.ts')).runExercise(shell, scenario, options)),
  );
  const exporting = plays('export', 'command-export').option('-o, --output <file>', word('option-output'));
  for (const each of shared().filter(({ long }) => long === '--lang')) exporting.addOption(each);
  exporting.action((scenario: string, options) =>
    run(async () => (await import('../exercise-export.ts')).exportExercise(shell, scenario, options)),
  );
}
