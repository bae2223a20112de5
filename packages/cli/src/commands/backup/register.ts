/** The grammar of `foedus backup` and `foedus restore`. The work itself is loaded when it is needed. */
import { Option, type Command } from 'commander';
import { LANGS } from '@foedus/kernel/text';
import type { Shell } from '../../shell.ts';
import { sayBackup, type BackupKey } from './words.ts';

/** What the command line's other commands share. */
export interface Grammar {
  readonly shell: Shell;
  readonly run: (work: () => Promise<number>) => Promise<void>;
  readonly command: (name: string, description: string) => Command;
}

export function addBackup({ shell, run, command }: Grammar): void {
  const word = (key: BackupKey): string => sayBackup(key)[shell.lang];
  const option = (flags: string, key: BackupKey): Option => new Option(flags, word(key));
  const shared = (to: Command): Command =>
    to
      .addOption(option('--data <folder>', 'option-data'))
      .addOption(option('--json', 'option-json'))
      .addOption(option('--lang <lang>', 'option-lang').choices(LANGS));

  shared(
    command('backup', word('command-backup')).addOption(
      option('-o, --output <file>', 'option-output').makeOptionMandatory(),
    ),
  ).action((options) => run(async () => (await import('../backup.ts')).backup(shell, options)));

  shared(command('restore', word('command-restore')).argument('<file>', word('argument-backup'))).action(
    (file: string, options) => run(async () => (await import('../restore.ts')).restore(shell, file, options)),
  );
}
