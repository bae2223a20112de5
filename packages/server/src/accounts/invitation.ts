/** Invitations: the only way into an account. One can be used once, and only the newest one. */
import { nameOfAccount, nameOfIdentity, nameOfLogin, nameOfPasskey, type Account } from './account.ts';
import { amend, type By } from './directory.ts';
import { DAY, later, type Instant } from './instant.ts';
import { audited } from './keep/audit.ts';
import { get, put, remove, transact, type Kept, type Plan } from './keep/cells.ts';
import { hash, newId, newSecret } from './keep/secret.ts';
import { accountProblem } from './problem.ts';
import type { Put, Store } from '../store/store.ts';

/** How long an invitation can be used. */
const VALID = 3 * DAY;

export interface Invited {
  readonly account: Account;
  /** Given away once: whoever has it becomes the holder of the account. */
  readonly invitation: string;
  readonly expires: Instant;
}

interface Invitation {
  readonly account: string;
  readonly expires: Instant;
}

function nameOfInvitation(hashed: string): string {
  return `invitation/${hashed}`;
}

/** Where the pages take an invitation up. What follows `#` is sent to no server, and so stands in no log. */
export function linkOf(origin: string, invitation: string): string {
  return `${origin}/enrol#${invitation}`;
}

/** A new account without a role, and its invitation. */
export async function addAccount(
  store: Store,
  { login, name }: { readonly login: string; readonly name: string },
  { at, by }: By,
): Promise<Invited> {
  const id = newId();
  const secret = newSecret();
  const expires = later(at, VALID);
  const account: Account = {
    id,
    login,
    name,
    created: at,
    disabled: false,
    grants: [],
    passkeys: [],
    identities: [],
    invitation: hash(secret),
    epoch: 0,
  };
  const plan = async (): Promise<Plan<Invited>> => {
    if (await store.get(nameOfLogin(login))) throw accountProblem('login-taken', { login });
    const puts = [
      put(nameOfLogin(login), 'absent', id),
      put(nameOfAccount(id), 'absent', account),
      put(nameOfInvitation(hash(secret)), 'absent', { account: id, expires } satisfies Invitation),
    ];
    const entries = (['account-added', 'invited'] as const).map((kind) => ({ at, kind, by, account: id }));
    return {
      change: { puts, appends: [audited(...entries)] },
      result: { account, invitation: secret, expires },
    };
  };
  return transact(store, plan);
}

/** The removal of each of these cells that is there. */
async function removals(store: Store, cells: readonly string[]): Promise<readonly Put[]> {
  const kept = await Promise.all(cells.map((cell) => store.get(cell)));
  return kept.flatMap((each) => (each ? [remove(each.cell, each.version)] : []));
}

/**
 * Invites somebody anew who has lost what he signed in with. All of it ends at once, his sessions and tokens too: nobody can be given somebody
 * else's account without that one noticing.
 */
export async function invite(store: Store, id: string, by: By): Promise<Invited> {
  const secret = newSecret();
  const expires = later(by.at, VALID);
  const cell = put(nameOfInvitation(hash(secret)), 'absent', { account: id, expires } satisfies Invitation);
  const account = await amend(
    store,
    id,
    by,
    { kind: 'invited' },
    (before) => ({
      ...before,
      passkeys: [],
      identities: [],
      invitation: hash(secret),
      epoch: before.epoch + 1,
    }),
    async (before) => {
      const gone = await removals(store, [
        ...before.passkeys.map(nameOfPasskey),
        ...before.identities.map(nameOfIdentity),
        ...(before.invitation === null ? [] : [nameOfInvitation(before.invitation)]),
      ]);
      return [cell, ...gone];
    },
  );
  return { account, invitation: secret, expires };
}

export interface Welcome {
  readonly account: Kept<Account>;
  /** Uses the invitation up, with what is done under it. */
  readonly used: Put;
}

/** The account that an invitation opens. One that was used, replaced, made up or has run out opens none, and nobody is told which of these. */
export async function welcome(store: Store, invitation: string, now: Instant): Promise<Welcome> {
  const hashed = hash(invitation);
  const kept = await get<Invitation>(store, nameOfInvitation(hashed));
  const account = kept && (await get<Account>(store, nameOfAccount(kept.value.account)));
  const valid =
    kept !== undefined &&
    account !== undefined &&
    kept.value.expires > now &&
    account.value.invitation === hashed &&
    !account.value.disabled;
  if (!valid) throw accountProblem('bad-invitation');
  return { account, used: remove(nameOfInvitation(hashed), kept.version) };
}
