/** The grammar of `foedus record` and `foedus verify`. The work itself is loaded when it is needed. */
import { Option, type Command } from 'commander';
import type { Shell } from '../../shell.ts';
import { sayRecord, type RecordKey } from './words.ts';

/** What the command line's other commands share. */
export interface Grammar {
  readonly shell: Shell;
  readonly run: (work: () => Promise<number>) => Promise<void>;
  readonly command: (name: string, description: string) => Command;
  /** Options and help as all commands have them. */
  readonly dress: (command: Command) => Command;
  /** `--json` and `--lang`. */
  readonly shared: () => readonly Option[];
}

export function addRecord({ shell, run, command, dress, shared }: Grammar): void {
  const word = (key: RecordKey): string => sayRecord(key)[shell.lang];
  const option = (flags: string, key: RecordKey): Option => new Option(flags, word(key));

  const group = command('record', word('command-record'));
  const made = dress(group.command('export'))
    .description(word('command-export'))
    .argument('<source>', word('argument-source'))
    .addOption(option('-o, --output <path>', 'option-output').makeOptionMandatory())
    .addOption(option('--party <id>', 'option-party'))
    .addOption(option('--all', 'option-all'));
  for (const each of shared()) made.addOption(each);
  made.action((source: string, options) =>
    run(async () => (await import('./export.ts')).exportTo(shell, source, options)),
  );

  const reconcile = dress(group.command('reconcile'))
    .description(word('command-reconcile'))
    .argument('<evidence...>', word('argument-evidence'))
    .addOption(option('--data <folder>', 'option-data'))
    .addOption(option('--arrangements <folder>', 'option-arrangements'));
  for (const each of shared()) reconcile.addOption(each);
  reconcile.action((evidence: string[], options) =>
    run(async () => (await import('./reconcile.ts')).reconcileWith(shell, evidence, options)),
  );

  const rotate = dress(group.command('rotate'))
    .description(word('command-rotate'))
    .addOption(option('--data <folder>', 'option-data'));
  for (const each of shared()) rotate.addOption(each);
  rotate.action((options) => run(async () => (await import('./rotate.ts')).rotateKeys(shell, options)));

  const verify = command('verify', word('command-verify'))
    .argument('<source>', word('argument-source'))
    .addOption(option('--trust <file>', 'option-trust'));
  for (const each of shared()) verify.addOption(each);
  verify.action((source: string, options) =>
    run(async () => (await import('../verify.ts')).verify(shell, source, options)),
  );
}
