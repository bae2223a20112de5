/** The grammar of `foedus solve`. The work itself is loaded when it is needed. */
import { Option, type Command } from 'commander';
import type { Shell } from '../../shell.ts';
import { saySolve, type SolveKey } from './words.ts';

/** What the command line's other commands share. */
export interface Grammar {
  readonly shell: Shell;
  readonly run: (work: () => Promise<number>) => Promise<void>;
  readonly command: (name: string, description: string) => Command;
  readonly whole: (text: string) => number;
  readonly seconds: (text: string) => number;
  /** `--at`, `--reading`, `--given`, `--json`, `--lang`. */
  readonly shared: readonly Option[];
}

export function addSolve({ shell, run, command, whole, seconds, shared }: Grammar): void {
  const word = (key: SolveKey): string => saySolve(key)[shell.lang];
  const option = (flags: string, key: SolveKey): Option => new Option(flags, word(key));
  const made = command('solve', word('command-solve'))
    .argument('[file]', word('argument-file'))
    .addOption(option('--top <gate>', 'option-top'))
    .addOption(option('--arrangement <arrangement>', 'option-arrangement'))
    .addOption(option('--outcome <act>', 'option-outcome'))
    .addOption(option('--effect <effect>', 'option-effect').choices(['valid', 'proper']))
    .addOption(option('--level <level>', 'option-level').choices(['act', 'office', 'seat', 'party']))
    .addOption(option('--extent <extent>', 'option-extent').choices(['every', 'some']))
    .addOption(option('--list <count>', 'option-list').argParser(whole))
    .addOption(option('--power', 'option-power'))
    .addOption(option('--budget <nodes>', 'option-budget').argParser(whole))
    .addOption(option('--timeout <duration>', 'option-timeout').argParser(seconds))
    .addOption(option('--mef <file>', 'option-mef'));
  for (const each of shared) made.addOption(each);
  made.action((file: string | undefined, options) =>
    run(async () => (await import('../solve.ts')).solve(shell, file, options)),
  );
}
