/** `foedus user`: accounts, their roles and tokens. */
import { parseWhen } from '@foedus/kernel';
import { EXIT, type Exit } from '../exit.ts';
import type { Shell } from '../shell.ts';
import { Stop, misuse } from '../stop.ts';
import { print, printAccounts, printEnrolment, printToken, type Printing } from './user/print.ts';
import { readRole, showRole } from './user/role.ts';
import { withAccounts, type WhereOptions } from './user/with-accounts.ts';
import { sayUser } from './user/words.ts';

export interface UserOptions extends WhereOptions {
  readonly json?: boolean;
}

const printing = (shell: Shell, { json }: UserOptions): Printing => ({ shell, json: json ?? false });

export async function add(
  shell: Shell,
  login: string,
  options: UserOptions & { readonly name?: string },
): Promise<Exit> {
  const made = await withAccounts(shell, options, (accounts) => accounts.add(login, options.name ?? login));
  printEnrolment(printing(shell, options), 'added', made);
  return EXIT.ok;
}

export async function list(shell: Shell, options: UserOptions): Promise<Exit> {
  printAccounts(printing(shell, options), await withAccounts(shell, options, (accounts) => accounts.list()));
  return EXIT.ok;
}

function dayOf(text: string): string {
  if (parseWhen(text)?.precision !== 'day')
    throw misuse(sayUser('bad-day', { text }), sayUser('bad-day-hint'));
  return text;
}

export async function grant(
  shell: Shell,
  login: string,
  text: string,
  options: UserOptions & { readonly from?: string; readonly until?: string },
): Promise<Exit> {
  const given = {
    role: readRole(text),
    ...(options.from === undefined ? {} : { from: dayOf(options.from) }),
    ...(options.until === undefined ? {} : { until: dayOf(options.until) }),
  };
  const account = await withAccounts(shell, options, (accounts) => accounts.grant(login, given));
  print(printing(shell, options), account, () => [sayUser('granted', { login, role: text })[shell.lang]]);
  return EXIT.ok;
}

/** Takes back every grant of the role, whenever it holds. */
export async function revoke(shell: Shell, login: string, text: string, options: UserOptions): Promise<Exit> {
  const role = showRole(readRole(text));
  const taken = await withAccounts(shell, options, async (accounts) => {
    const account = (await accounts.list()).find((each) => each.login === login);
    const grants = account?.grants.filter((each) => showRole(each.role) === role).map(({ id }) => id) ?? [];
    if (grants.length === 0)
      throw new Stop(EXIT.refused, sayUser('not-granted', { login, role }), sayUser('not-granted-hint'));
    await accounts.revoke(login, grants);
    return grants;
  });
  print(printing(shell, options), { revoked: taken }, () => [
    sayUser('revoked', { login, role })[shell.lang],
  ]);
  return EXIT.ok;
}

export async function invite(shell: Shell, login: string, options: UserOptions): Promise<Exit> {
  const made = await withAccounts(shell, options, (accounts) => accounts.invite(login));
  printEnrolment(printing(shell, options), 'invited', made);
  return EXIT.ok;
}

export async function disable(
  shell: Shell,
  login: string,
  disabled: boolean,
  options: UserOptions,
): Promise<Exit> {
  const account = await withAccounts(shell, options, (accounts) => accounts.disable(login, disabled));
  const key = disabled ? 'disabled' : 'enabled';
  print(printing(shell, options), account, () => [sayUser(key, { login })[shell.lang]]);
  return EXIT.ok;
}

/** A year: what the server gives at the longest. */
const LONGEST = 365;

export async function token(
  shell: Shell,
  login: string,
  options: UserOptions & { readonly label: string; readonly days: number },
): Promise<Exit> {
  if (options.days < 1 || options.days > LONGEST) throw misuse(sayUser('bad-days'));
  const make = withAccounts(shell, options, (accounts) => accounts.token(login, options.label, options.days));
  printToken(printing(shell, options), login, await make);
  return EXIT.ok;
}
