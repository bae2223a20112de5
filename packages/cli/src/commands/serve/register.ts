/** The grammar of `foedus serve`. The work itself is loaded when it is needed. */
import { Option, type Command } from 'commander';
import { LANGS } from '@foedus/kernel/text';
import type { Shell } from '../../shell.ts';
import { sayServe, type ServeKey } from './words.ts';

/** What the command line's other commands share. */
export interface Grammar {
  readonly shell: Shell;
  readonly run: (work: () => Promise<number>) => Promise<void>;
  readonly command: (name: string, description: string) => Command;
}

/** What each setting is called on the command line; what it has to be is the server's to judge. */
const SETTINGS = {
  port: '--port <number>',
  host: '--host <address>',
  data: '--data <folder>',
  'database-url': '--database-url <url>',
  origin: '--origin <url>',
  arrangements: '--arrangements <folder>',
  scenarios: '--scenarios <folder>',
  pages: '--pages <folder>',
  log: '--log <level>',
  demo: '--demo',
  check: '--check',
  json: '--json',
} as const;

export function addServe({ shell, run, command }: Grammar): void {
  const word = (key: ServeKey): string => sayServe(key)[shell.lang];
  const serve = command('serve', word('command-serve'));
  for (const [name, flags] of Object.entries(SETTINGS))
    serve.addOption(new Option(flags, word(`option-${name as keyof typeof SETTINGS}`)));
  serve
    .addOption(new Option('--lang <lang>', word('option-lang')).choices(LANGS))
    .action((options) => run(async () => (await import('../serve.ts')).serve(shell, options)));
}
