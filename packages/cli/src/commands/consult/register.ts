/** The grammar of `foedus consult`. The work itself is loaded when it is needed. */
import { Option, type Command } from 'commander';
import { LANGS } from '@foedus/kernel/text';
import { EXIT } from '../../exit.ts';
import { say } from '../../messages.ts';
import type { Shell } from '../../shell.ts';
import type * as commands from '../consult.ts';
import { sayConsult, type ConsultKey } from '../../consult/words.ts';

/** What the command line's other commands share. */
export interface Grammar {
  readonly shell: Shell;
  readonly run: (work: () => Promise<number>) => Promise<void>;
  readonly command: (name: string, description: string) => Command;
  /** Options and help as all commands have them. */
  readonly dress: (command: Command) => Command;
  readonly whole: (text: string) => number;
  readonly seconds: (text: string) => number;
}

export function addConsult({ command, dress, run, seconds, shell, whole }: Grammar): void {
  const word = (key: ConsultKey): string => sayConsult(key)[shell.lang];
  const option = (flags: string, key: ConsultKey): Option => new Option(flags, word(key));
  const collect = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];
  const does = (work: (consult: typeof commands) => Promise<number>): Promise<void> =>
    run(async () => work(await import('../consult.ts')));

  const consult = command('consult', word('command-consult'));
  consult
    .helpCommand(false)
    .commandsGroup(say('help-commands')[shell.lang])
    .action(() => {
      consult.outputHelp();
      return run(async () => EXIT.usage);
    });

  const part = (name: string, options: readonly Option[]): Command => {
    const made = dress(consult.command(name)).description(word(`command-${name}` as ConsultKey));
    const shared = [
      option('--server <url>', 'option-server'),
      option('--file <file>', 'option-file'),
      option('--json', 'option-json'),
      option('--lang <lang>', 'option-lang').choices(LANGS),
    ];
    for (const each of [...options, ...shared]) made.addOption(each);
    return made;
  };
  const key = () => option('--key <key>', 'option-key');
  const office = () => option('--office <id>', 'option-office');
  const inCase = () => option('--case <id>', 'option-case');
  const as = (as: ConsultKey = 'option-as') => [inCase(), option('--as <viewer>', as).makeOptionMandatory()];
  const step = () => option('--step <number>', 'option-step').argParser(whole).makeOptionMandatory();
  const all = () => option('--all', 'option-all');

  part('open', [
    option('--seat <id>', 'option-seat').makeOptionMandatory(),
    office(),
    option('--on <matter>', 'option-matter').argParser(collect).makeOptionMandatory(),
    option('--at <date>', 'option-at'),
    option('--reading <reading=alternative>', 'option-reading').argParser(collect),
    option('--given <condition=true|false>', 'option-given').argParser(collect),
    option('--kind <kind>', 'option-kind').choices(['live', 'exercise']).default('live'),
    option('--with <json>', 'option-with'),
    key(),
  ])
    .argument('<arrangement>', word('argument-arrangement'))
    .action((name: string, options) => does(({ open }) => open(shell, name, options)));

  part('list', []).action((options) => does(({ list }) => list(shell, options)));

  part('act', [
    ...as('option-as-seat'),
    office(),
    option('--marking <marking>', 'option-marking'),
    option('--text <text>', 'option-text'),
    option('--departure <reason>', 'option-departure'),
    option('--relying <name=value>', 'option-relying').argParser(collect),
    option('--under-silence', 'option-under-silence'),
    option('--about <item>', 'option-about'),
    option('--to <id>', 'option-to'),
    option('--on <id>', 'option-on'),
    option('--holds <true|false>', 'option-holds').choices(['true', 'false']),
    option('--within <duration>', 'option-within').argParser(seconds),
    option('--document <file>', 'option-document'),
    option('--title <title>', 'option-title'),
    option('--reason <reason>', 'option-reason'),
    option('--answering <item>', 'option-answering'),
    option('--from <relation:item>', 'option-from'),
    option('--holder <name>', 'option-holder'),
    option('--acting', 'option-acting'),
    option('--of <seat>', 'option-of'),
    option('--link-with <id>', 'option-link-with'),
    option('--with <json>', 'option-with'),
    key(),
  ])
    .argument('<what>', word('argument-what'))
    .action((what: string, options) => does(({ act }) => act(shell, what, options)));

  part('view', [...as(), all()]).action((options) => does(({ view }) => view(shell, options)));
  part('watch', [...as(), option('--after <number>', 'option-after').argParser(whole).default(0)]).action(
    (options) => does(({ watch }) => watch(shell, options)),
  );
  part('replay', [...as(), step(), all()]).action((options) => does(({ view }) => view(shell, options)));
  part('fork', [...as(), step(), all()])
    .argument('<supposition...>', word('argument-suppositions'))
    .action((suppositions: string[], options) => does(({ fork }) => fork(shell, suppositions, options)));
  part('export', [...as(), option('-o, --output <file>', 'option-output')]).action((options) =>
    does(({ exportTo }) => exportTo(shell, options)),
  );
}
