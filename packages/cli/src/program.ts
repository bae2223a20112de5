/** The grammar of the command line: commands, their arguments and options, and help in the chosen language. */
import { Command, InvalidArgumentError, Option } from 'commander';
import { LANGS } from '@foedus/kernel/text';
import { addBackup } from './commands/backup/register.ts';
import { addConsult } from './commands/consult/register.ts';
import { addExercise } from './commands/exercise/register.ts';
import { addMsel } from './commands/msel/register.ts';
import { addRecord } from './commands/record/register.ts';
import { addServe } from './commands/serve/register.ts';
import { addSolve } from './commands/solve/register.ts';
import { addUser } from './commands/user/register.ts';
import { help } from './help.ts';
import { say, type MessageKey } from './messages.ts';
import { wrap, width } from './output/width.ts';
import type { Shell } from './shell.ts';

/** Runs a command; gives its exit code. Commands are loaded when they are needed, so that each starts fast. */
export type Run = (work: () => Promise<number>) => Promise<void>;

function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

function whole(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('');
  return Number(text);
}

/** Seconds of an ISO 8601 duration. */
function seconds(text: string): number {
  try {
    return Temporal.Duration.from(text).total({ unit: 'seconds', relativeTo: '2000-01-01' });
  } catch {
    throw new InvalidArgumentError('');
  }
}

/** A command line for a shell. Nothing is printed or ended by the parser itself: `main` does both. */
export function program(shell: Shell, run: Run): Command {
  const word = (key: MessageKey): string => say(key)[shell.lang];

  const option = (flags: string, key: MessageKey): Option => new Option(flags, word(key));
  const lang = (): Option => option('--lang <lang>', 'option-lang').choices(LANGS);
  const json = (): Option => option('--json', 'option-json');
  const at = (): Option => option('--at <date>', 'option-at');
  const reading = (): Option =>
    option('--reading <reading=alternative>', 'option-reading').argParser(collect);
  const given = (): Option => option('--given <condition=true|false>', 'option-given').argParser(collect);

  const dress = (command: Command): Command =>
    command
      .exitOverride()
      .configureOutput({
        writeOut: (text) => shell.out.print(text.trimEnd()),
        writeErr: () => {},
        outputError: () => {},
        getOutHelpWidth: () => shell.out.columns ?? 100,
      })
      .configureHelp({
        displayWidth: width,
        optionDescription: ({ description, argChoices }) =>
          argChoices ? `${description}: ${argChoices.join(' | ')}` : description,
        boxWrap: (text, columns) => wrap(text, columns).join('\n'),
        styleTitle: (title) =>
          shell.out.style(
            'bold',
            title === 'Usage:' ? word('help-usage') : title === 'Arguments:' ? word('help-arguments') : title,
          ),
      })
      .optionsGroup(word('help-options'))
      .helpOption('-h, --help', word('option-help'));

  const root = dress(new Command('foedus'))
    .description(word('about'))
    .version('0.1.0', '-V, --version', word('option-version'))
    .addOption(lang())
    .commandsGroup(word('help-commands'))
    .helpCommand('help [command]', word('command-help'))
    .addHelpText('after', () => `\n${help(shell, 'root')}`);

  /** A command with its description and examples. */
  const command = (name: string, description = word(`command-${name}` as MessageKey)): Command => {
    const made = dress(new Command(name)).addHelpText('after', () => `\n${help(shell, name)}`);
    root.addCommand(made.description(description));
    return made;
  };

  command('check')
    .argument('[path...]', word('argument-paths'))
    .addOption(option('--mutate', 'option-mutate'))
    .addOption(json())
    .addOption(lang())
    .action((paths: string[], options) =>
      run(async () => (await import('./commands/check.ts')).check(shell, paths, options)),
    );

  command('ask')
    .argument('<arrangement>', word('argument-arrangement'))
    .argument('<question>', word('argument-question'))
    .addOption(option('--who <id>', 'option-who'))
    .addOption(option('--outcome <act>', 'option-outcome'))
    .addOption(option('--on <matter>', 'option-on'))
    .addOption(option('--rule <id>', 'option-rule'))
    .addOption(option('--by <id>', 'option-by'))
    .addOption(option('--effect <effect>', 'option-effect').choices(['valid', 'proper']))
    .addOption(option('--level <level>', 'option-level').choices(['act', 'office', 'seat', 'party']))
    .addOption(option('--others <others>', 'option-others').choices(['oppose', 'silent']))
    .addOption(option('--limit <count>', 'option-limit').argParser(whole))
    .addOption(option('--deadline <duration>', 'option-deadline').argParser(seconds))
    .addOption(option('--runs <count>', 'option-runs').argParser(whole))
    .addOption(option('--seed <number>', 'option-seed').argParser(whole))
    .addOption(at())
    .addOption(reading())
    .addOption(given())
    .addOption(json())
    .addOption(lang())
    .action((name: string, question: string, options) =>
      run(async () => (await import('./commands/ask.ts')).ask(shell, name, question, options)),
    );

  command('explain')
    .argument('<arrangement>', word('argument-arrangement'))
    .argument('<id>', word('argument-id'))
    .addOption(json())
    .addOption(lang())
    .action((name: string, id: string, options) =>
      run(async () => (await import('./commands/explain.ts')).explain(shell, name, id, options)),
    );

  command('compare')
    .argument('<left>', word('argument-arrangement'))
    .argument('<right>', word('argument-arrangement'))
    .addOption(option('--on <matter>', 'option-on-compare'))
    .addOption(at())
    .addOption(json())
    .addOption(lang())
    .action((left: string, right: string, options) =>
      run(async () => (await import('./commands/compare.ts')).compare(shell, left, right, options)),
    );

  command('changes')
    .argument('<arrangement>', word('argument-arrangement'))
    .addOption(option('--from <date>', 'option-from').makeOptionMandatory())
    .addOption(option('--to <date>', 'option-to'))
    .addOption(json())
    .addOption(lang())
    .action((name: string, options) =>
      run(async () => (await import('./commands/changes.ts')).changes(shell, name, options)),
    );

  command('report')
    .argument('<arrangement>', word('argument-arrangement'))
    .addOption(option('-o, --output <file>', 'option-output'))
    .addOption(option('--with <arrangement>', 'option-with'))
    .addOption(at())
    .addOption(json())
    .addOption(lang())
    .action((name: string, options) =>
      run(async () => (await import('./commands/report.ts')).report(shell, name, options)),
    );

  addSolve({ shell, run, command, whole, seconds, shared: [at(), reading(), given(), json(), lang()] });

  addRecord({ shell, run, command, dress, shared: () => [json(), lang()] });

  addExercise({ shell, run, command, dress, shared: () => [json(), lang()], whole });

  addMsel({ shell, run, command, dress, shared: () => [json(), lang()] });

  command('fmt')
    .argument('[path...]', word('argument-paths-fmt'))
    .addOption(option('--check', 'option-check'))
    .addOption(lang())
    .action((paths: string[], options) =>
      run(async () => (await import('./commands/fmt.ts')).fmt(shell, paths, options)),
    );

  addBackup({ shell, run, command });
  addUser({ shell, run, command, whole });

  addServe({ shell, run, command });
  addConsult({ shell, run, command, dress, whole, seconds });

  return root;
}
