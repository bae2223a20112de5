/** Accounts administered through a server's API, as somebody of the secretariat. */
import { plain } from '@foedus/kernel';
import type { accounts } from '@foedus/server';
import { EXIT } from '../../exit.ts';
import type { Shell } from '../../shell.ts';
import { Stop, misuse } from '../../stop.ts';
import { sayUser } from './words.ts';

interface Problem {
  readonly title: string;
  readonly expected: string;
  readonly todo: string;
}

function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'title' in value && 'todo' in value;
}

/** The address of a server to which a token may be sent: over https, or on this machine. */
function addressOf(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const local = url !== undefined && /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(url.hostname);
  if (!url || !(url.protocol === 'https:' || (url.protocol === 'http:' && local)))
    throw misuse(sayUser('bad-server', { text }), sayUser('bad-server-hint'));
  return url;
}

type Ask = <T>(method: string, path: string, body?: object | boolean) => Promise<T>;

/** Asks the API; whatever it refuses ends the command with its own words. */
function asking(shell: Shell, server: string, token: string): Ask {
  const base = addressOf(server);
  const strange = new Stop(EXIT.refused, sayUser('strange-answer', { server }));
  return async <T>(method: string, path: string, body?: object | boolean): Promise<T> => {
    const answer = await fetch(new URL(`/api/v1/${path}`, base), {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        'accept-language': shell.lang,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      redirect: 'error',
    }).catch(() => {
      throw new Stop(EXIT.refused, sayUser('unreachable', { server }), sayUser('unreachable-hint'));
    });
    if (answer.status === 204) return undefined as T;
    const said: unknown = await answer.json().catch(() => {
      throw strange;
    });
    if (answer.ok) return said as T;
    if (!isProblem(said)) throw strange;
    throw new Stop(
      EXIT.refused,
      plain(said.title),
      sayUser('expected', { expected: said.expected, todo: said.todo }),
    );
  };
}

type Shown = accounts.ShownAccount;

/** The API lists so many accounts at a time. */
const PAGE = 100;

export function remote(shell: Shell, server: string, token: string | undefined): accounts.Administration {
  if (token === undefined || token === '') throw misuse(sayUser('no-token'), sayUser('no-token-hint'));
  const ask = asking(shell, server, token);

  const list = async (): Promise<readonly Shown[]> => {
    const all: Shown[] = [];
    for (;;) {
      const after = all.at(-1)?.id;
      // oxlint-disable-next-line no-await-in-loop -- each part begins where the one before it ends
      const page = await ask<readonly Shown[]>(
        'GET',
        `accounts${after === undefined ? '' : `?after=${after}`}`,
      );
      all.push(...page);
      if (page.length < PAGE) return all;
    }
  };
  /** The path of an account; one that isn't there is left to the server to tell. */
  const path = async (login: string): Promise<string> =>
    `accounts/${(await list()).find((each) => each.login === login)?.id ?? '-'.repeat(16)}`;

  return {
    list,
    add: (login, name) => ask('POST', 'accounts', { login, name }),
    grant: async (login, given) => ask('POST', `${await path(login)}/grants`, given),
    revoke: async (login, grants) => {
      const account = await path(login);
      // oxlint-disable-next-line no-await-in-loop -- all change one account
      for (const each of grants) await ask('DELETE', `${account}/grants/${each}`);
    },
    invite: async (login) => ask('POST', `${await path(login)}/invitation`),
    disable: async (login, disabled) => ask('PUT', `${await path(login)}/disabled`, disabled),
    token: async (login, label, days) => {
      const { principal } = await ask<{ readonly principal: { readonly login: string } | null }>(
        'GET',
        'session',
      );
      if (principal !== null && principal.login !== login)
        throw misuse(sayUser('not-own', { login, own: principal.login }), sayUser('not-own-hint'));
      return ask('POST', 'accounts/me/tokens', { label, days });
    },
  };
}
