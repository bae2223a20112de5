/** The grammar of `foedus msel`. The work itself is loaded when it is needed. */
import { Option, type Command } from 'commander';
import type { Shell } from '../../shell.ts';
import { sayMsel, type MselKey } from './words.ts';

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

export function addMsel({ shell, run, command, dress, shared }: Grammar): void {
  const word = (key: MselKey): string => sayMsel(key)[shell.lang];
  const option = (flags: string, key: MselKey): Option => new Option(flags, word(key));

  const group = command('msel', word('command-msel'));
  const into = dress(group.command('import'))
    .description(word('command-import'))
    .argument('<file>', word('argument-file'))
    .addOption(option('-o, --output <folder>', 'option-folder').makeOptionMandatory())
    .addOption(option('--mapping <file>', 'option-mapping'))
    .addOption(option('--arrangement <arrangement>', 'option-arrangement'))
    .addOption(option('--at <date>', 'option-at'));
  for (const each of shared()) into.addOption(each);
  into.action((file: string, options) =>
    run(async () => (await import('./import.ts')).importInto(shell, file, options)),
  );

  const out = dress(group.command('export'))
    .description(word('command-export'))
    .argument('<scenario>', word('argument-scenario'))
    .addOption(option('-o, --output <file>', 'option-file').makeOptionMandatory());
  for (const each of shared()) out.addOption(each);
  out.action((scenario: string, options) =>
    run(async () => (await import('./export.ts')).exportFrom(shell, scenario, options)),
  );
}
