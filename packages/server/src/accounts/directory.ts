/** The administration of accounts: by the secretariat through the API, or by who has the data folder. */
import { conflicts, nameOfAccount, nameOfLogin, type Account, type Grant } from './account.ts';
import type { Instant } from './instant.ts';
import { audited, type Actor, type AuditKind } from './keep/audit.ts';
import { get, put, transact, valueOf, type Kept } from './keep/cells.ts';
import { newId } from './keep/secret.ts';
import type { Role } from './principal.ts';
import { accountProblem } from './problem.ts';
import type { Put, Store } from '../store/store.ts';

/** Who administers, and when. */
export interface By {
  readonly by: Actor;
  readonly at: Instant;
}

export async function accountAt(store: Store, id: string): Promise<Kept<Account>> {
  const kept = await get<Account>(store, nameOfAccount(id));
  if (!kept) throw accountProblem('unknown-account');
  return kept;
}

export async function accountByLogin(store: Store, login: string): Promise<Account> {
  const named = await get<string>(store, nameOfLogin(login));
  if (!named) throw accountProblem('unknown-account');
  return (await accountAt(store, named.value)).value;
}

/** At most `limit` accounts, those after an id, in the order of their ids. */
export async function accounts(store: Store, after: string, limit: number): Promise<readonly Account[]> {
  const cells = await store.list('account/', nameOfAccount(after), limit);
  return cells.map(({ value }) => valueOf<Account>(value));
}

/** Changes an account and says so in the audit trail; `others` are put together with it. */
export function amend(
  store: Store,
  id: string,
  { at, by }: By,
  done: { readonly kind: AuditKind; readonly role?: Role },
  edit: (account: Account) => Account,
  others: (account: Account) => Promise<readonly Put[]> = async () => [],
): Promise<Account> {
  return transact(store, async () => {
    const kept = await accountAt(store, id);
    const account = edit(kept.value);
    const entry = { ...done, at, by, account: id };
    const puts = [put(nameOfAccount(id), kept.version, account), ...(await others(kept.value))];
    return { change: { puts, appends: [audited(entry)] }, result: account };
  });
}

/** Grants a role. Who hands out seats may hold none, and a period may not be empty. */
export function grant(store: Store, id: string, given: Omit<Grant, 'id'>, by: By): Promise<Account> {
  if (given.from !== undefined && given.until !== undefined && given.until <= given.from)
    throw accountProblem('empty-period', { from: given.from, until: given.until });
  const made: Grant = { id: newId(), ...given };
  const edit = (before: Account): Account => {
    const grants = [...before.grants, made];
    if (conflicts(grants.map(({ role }) => role))) throw accountProblem('secretariat-holds-no-seat');
    return { ...before, grants };
  };
  return amend(store, id, by, { kind: 'role-granted', role: given.role }, edit);
}

/** Takes a role back, at once. That it was held stays in the audit trail. */
export async function revoke(store: Store, id: string, grantId: string, by: By): Promise<Account> {
  const { value } = await accountAt(store, id);
  const taken = value.grants.find((each) => each.id === grantId);
  if (!taken) throw accountProblem('unknown-grant');
  const edit = (before: Account): Account => ({
    ...before,
    grants: before.grants.filter((each) => each.id !== grantId),
  });
  return amend(store, id, by, { kind: 'role-revoked', role: taken.role }, edit);
}

/** A disabled account is nobody: what it held, and what it signed in with, is kept for when it is enabled again; its sessions are not. */
export function disable(store: Store, id: string, by: By): Promise<Account> {
  return amend(store, id, by, { kind: 'account-disabled' }, (before) => ({
    ...before,
    disabled: true,
    epoch: before.epoch + 1,
  }));
}

export function enable(store: Store, id: string, by: By): Promise<Account> {
  return amend(store, id, by, { kind: 'account-enabled' }, (before) => ({ ...before, disabled: false }));
}
