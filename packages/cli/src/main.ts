/** The `foedus` command. */
import { CommanderError } from 'commander';
import { language, paper, type Shell } from './shell.ts';
import { EXIT } from './exit.ts';
import { say, type MessageKey } from './messages.ts';
import { program } from './program.ts';
import { misuse, Stop } from './stop.ts';

/** Errors of the command line that the parser tells apart; the first name in quotes is what is wrong. */
const MISUSES: Readonly<Record<string, MessageKey>> = {
  'commander.unknownOption': 'usage-unknown-option',
  'commander.unknownCommand': 'usage-unknown-command',
  'commander.missingArgument': 'usage-missing-argument',
  'commander.optionMissingArgument': 'usage-missing-value',
  'commander.missingMandatoryOptionValue': 'usage-missing-option',
  'commander.excessArguments': 'usage-excess',
  'commander.invalidArgument': 'usage-bad-value',
};

/** The parser's error in our words; `undefined` when it was help or version that ended the run. */
function misuseOf(error: CommanderError): Stop | undefined {
  const key = MISUSES[error.code];
  if (!key) return undefined;
  const name = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const value = /argument '([^']*)' is invalid/.exec(error.message)?.[1] ?? '';
  const allowed = /Allowed choices are ([^.]*)\./.exec(error.message)?.[1];
  const meant = /Did you mean (?:one of )?([^?]*)\?/.exec(error.message)?.[1];
  const hint = allowed
    ? say('usage-choices', { choices: allowed })
    : meant
      ? say('did-you-mean', { name: meant })
      : say('usage-see-help');
  return misuse(say(key, { name, value }), hint);
}

function printStop(shell: Shell, stop: Stop): void {
  const { err, lang } = shell;
  err.print(err.style('red', `foedus: ${stop.says[lang]}`));
  if (stop.hint) err.print(`  ${stop.hint[lang]}`);
}

function fail(shell: Shell, error: unknown): number {
  const stop = error instanceof CommanderError ? misuseOf(error) : error;
  if (stop === undefined) return EXIT.ok;
  if (stop instanceof Stop) {
    printStop(shell, stop);
    return stop.exit;
  }
  shell.err.print(say('defect')[shell.lang]);
  shell.err.print(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return EXIT.defect;
}

/** Runs the command with arguments; gives the exit code. Prints, and never throws. */
export async function main(args: readonly string[]): Promise<number> {
  const shell: Shell = {
    cwd: process.cwd(),
    lang: language(args, process.env),
    out: paper(process.stdout),
    err: paper(process.stderr),
  };
  let exit: number = EXIT.ok;
  const root = program(shell, async (work) => {
    exit = await work();
  });
  try {
    if (args.length === 0) {
      root.outputHelp();
      return EXIT.usage;
    }
    await root.parseAsync(args, { from: 'user' });
    return exit;
  } catch (error) {
    return fail(shell, error);
  }
}
