/** What `foedus user` prints. */
import type { accounts } from '@foedus/server';
import { printJson } from '../../output/json.ts';
import { table } from '../../output/table.ts';
import type { Shell } from '../../shell.ts';
import { showRole } from './role.ts';
import { sayUser, type UserKey } from './words.ts';

export interface Printing {
  readonly shell: Shell;
  readonly json: boolean;
}

const PLACES = { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' } as const;

/** A moment in UTC, as the language writes it. */
function moment({ lang }: Shell, at: number): string {
  return `${new Intl.DateTimeFormat(lang, PLACES).format(at)} UTC`;
}

/** Prints what was made, or the sentences about it. */
export function print({ json, shell }: Printing, made: unknown, lines: () => readonly string[]): void {
  if (json) printJson(shell, made);
  else for (const line of lines()) shell.out.print(line);
}

export function printEnrolment(printing: Printing, key: 'added' | 'invited', made: accounts.Enrolment): void {
  const { shell } = printing;
  const { lang } = shell;
  print(printing, made, () => [
    sayUser(key, { login: made.account.login })[lang],
    sayUser('link', { expires: moment(shell, made.expires) })[lang],
    made.link,
  ]);
}

export function printToken(
  printing: Printing,
  login: string,
  made: { readonly token: string; readonly expires: number },
): void {
  const { shell } = printing;
  print(printing, made, () => [
    sayUser('token', { login, expires: moment(shell, made.expires) })[shell.lang],
    made.token,
  ]);
}

function stateOf({ disabled, signsIn }: accounts.ShownAccount): UserKey {
  if (disabled) return 'state-disabled';
  return signsIn ? 'state-active' : 'state-invited';
}

function grantOf(
  { lang }: Shell,
  { from, inForce, role, until }: accounts.ShownAccount['grants'][number],
): string {
  const shown = showRole(role);
  if (from === undefined && until === undefined) return shown;
  const period = `${from ?? ''}–${until ?? ''}`;
  return sayUser(inForce ? 'for-a-time' : 'not-now', { role: shown, period })[lang];
}

export function printAccounts(printing: Printing, all: readonly accounts.ShownAccount[]): void {
  const { shell } = printing;
  const word = (key: UserKey): string => sayUser(key)[shell.lang];
  const head = (['head-login', 'head-name', 'head-state', 'head-roles'] as const).map((key) =>
    shell.out.style('bold', word(key)),
  );
  print(printing, all, () =>
    all.length === 0
      ? [word('none')]
      : table([
          head,
          ...all
            .toSorted((a, b) => (a.login < b.login ? -1 : 1))
            .map((each) => [
              each.login,
              each.name,
              word(stateOf(each)),
              each.grants.map((grant) => grantOf(shell, grant)).join(', '),
            ]),
        ]),
  );
}
