/** Accounts administered by whoever has the store itself: before there is a secretariat, and when it has locked itself out. */
import type { Store } from '../store/store.ts';
import { inForce, type Account, type Grant } from './account.ts';
import { accountByLogin, accounts, disable, enable, grant, revoke } from './directory.ts';
import type { Clock, Instant } from './instant.ts';
import { addAccount, invite, linkOf, type Invited } from './invitation.ts';
import { CONSOLE } from './keep/audit.ts';
import { refuseUnknown, type Governing } from './positions.ts';
import { makeToken } from './tokens.ts';

/** An account as those who administer it see it. */
export interface ShownAccount {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly created: Instant;
  readonly disabled: boolean;
  readonly grants: readonly (Grant & { readonly inForce: boolean })[];
  /** Whether there is a passkey or an identity by which he can sign in. */
  readonly signsIn: boolean;
}

export interface Enrolment {
  readonly account: ShownAccount;
  /** To give to the person himself, who opens it once. */
  readonly link: string;
  readonly expires: Instant;
}

/** What `foedus user` does, by the store or by a server's API. Accounts are named by their login names. */
export interface Administration {
  add(login: string, name: string): Promise<Enrolment>;
  list(): Promise<readonly ShownAccount[]>;
  grant(login: string, given: Omit<Grant, 'id'>): Promise<ShownAccount>;
  revoke(login: string, grants: readonly string[]): Promise<void>;
  invite(login: string): Promise<Enrolment>;
  disable(login: string, disabled: boolean): Promise<ShownAccount>;
  token(
    login: string,
    label: string,
    days: number,
  ): Promise<{ readonly token: string; readonly expires: Instant }>;
}

export function shown(account: Account, now: Instant): ShownAccount {
  const { created, disabled, grants, id, identities, login, name, passkeys } = account;
  return {
    id,
    login,
    name,
    created,
    disabled,
    grants: grants.map((each) => ({ ...each, inForce: inForce(each, now) })),
    signsIn: passkeys.length + identities.length > 0,
  };
}

/** Accounts are read so many at a time. */
const PAGE = 500;

/** `origin`: where the pages are reached, to which invitations lead. */
export function consoleOf(store: Store, origin: string, now: Clock, governing: Governing): Administration {
  const by = () => ({ by: CONSOLE, at: now() });
  const idOf = async (login: string) => (await accountByLogin(store, login)).id;
  const enrolment = ({ account, expires, invitation }: Invited): Enrolment => ({
    account: shown(account, now()),
    link: linkOf(origin, invitation),
    expires,
  });
  return {
    add: async (login, name) => enrolment(await addAccount(store, { login, name }, by())),
    list: async () => {
      const all: Account[] = [];
      for (;;) {
        // oxlint-disable-next-line no-await-in-loop -- each part begins where the one before it ends
        const page = await accounts(store, all.at(-1)?.id ?? '', PAGE);
        all.push(...page);
        if (page.length < PAGE) return all.map((each) => shown(each, now()));
      }
    },
    grant: async (login, given) => {
      await refuseUnknown(governing, given.role);
      return shown(await grant(store, await idOf(login), given, by()), now());
    },
    revoke: async (login, grants) => {
      const id = await idOf(login);
      // oxlint-disable-next-line no-await-in-loop -- all change one account
      for (const each of grants) await revoke(store, id, each, by());
    },
    invite: async (login) => enrolment(await invite(store, await idOf(login), by())),
    disable: async (login, disabled) => {
      const change = disabled ? disable : enable;
      return shown(await change(store, await idOf(login), by()), now());
    },
    token: async (login, label, days) => {
      const { text, token } = await makeToken(store, await idOf(login), { label, days }, by());
      return { token: text, expires: token.expires };
    },
  };
}
