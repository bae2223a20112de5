/** The grammar of `foedus user`. The work itself is loaded when it is needed. */
import { Option, type Command } from 'commander';
import { LANGS } from '@foedus/kernel/text';
import { EXIT } from '../../exit.ts';
import { say } from '../../messages.ts';
import type { Shell } from '../../shell.ts';
import type * as commands from '../user.ts';
import { sayUser, type UserKey } from './words.ts';

/** What the command line's other commands share. */
export interface Grammar {
  readonly shell: Shell;
  readonly run: (work: () => Promise<number>) => Promise<void>;
  readonly command: (name: string, description: string) => Command;
  readonly whole: (text: string) => number;
}

export function addUser({ command, run, shell, whole }: Grammar): void {
  const word = (key: UserKey): string => sayUser(key)[shell.lang];
  const option = (flags: string, key: UserKey): Option => new Option(flags, word(key));
  const user = command('user', word('command-user'));
  user
    .helpCommand(false)
    .commandsGroup(say('help-commands')[shell.lang])
    .action(() => {
      user.outputHelp();
      return run(async () => EXIT.usage);
    });

  const part = (name: string, key: UserKey, more: readonly Option[] = []): Command => {
    const made = user.command(name).description(word(key)).optionsGroup(say('help-options')[shell.lang]);
    const shared = [
      option('--data <folder>', 'option-data'),
      option('--origin <url>', 'option-origin'),
      option('--server <url>', 'option-server'),
      option('--json', 'option-json'),
      option('--lang <lang>', 'option-lang').choices(LANGS),
    ];
    for (const each of [...more, ...shared]) made.addOption(each);
    return made;
  };
  const account = (made: Command): Command => made.argument('<login>', word('argument-login'));
  const role = (made: Command): Command => account(made).argument('<role>', word('argument-role'));
  const does = (work: (user: typeof commands) => Promise<number>): Promise<void> =>
    run(async () => work(await import('../user.ts')));

  account(part('add', 'command-add', [option('--name <name>', 'option-name')])).action(
    (login: string, options) => does(({ add }) => add(shell, login, options)),
  );
  part('list', 'command-list').action((options) => does(({ list }) => list(shell, options)));
  role(
    part('grant', 'command-grant', [
      option('--from <day>', 'option-from'),
      option('--until <day>', 'option-until'),
    ]),
  ).action((login: string, text: string, options) => does(({ grant }) => grant(shell, login, text, options)));
  role(part('revoke', 'command-revoke')).action((login: string, text: string, options) =>
    does(({ revoke }) => revoke(shell, login, text, options)),
  );
  account(part('invite', 'command-invite')).action((login: string, options) =>
    does(({ invite }) => invite(shell, login, options)),
  );
  account(
    part('token', 'command-token', [
      option('--label <text>', 'option-label').default('foedus user token'),
      option('--days <days>', 'option-days').argParser(whole).default(30),
    ]),
  ).action((login: string, options) => does(({ token }) => token(shell, login, options)));
  for (const name of ['disable', 'enable'] as const)
    account(part(name, `command-${name}`)).action((login: string, options) =>
      does(({ disable }) => disable(shell, login, name === 'disable', options)),
    );
}
