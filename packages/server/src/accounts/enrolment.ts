/** Taking up an invitation, adding and removing passkeys, and signing in with one: each is one commit. */
import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import { nameOfAccount, nameOfPasskey, type Account } from './account.ts';
import { accountAt, type By } from './directory.ts';
import type { Instant } from './instant.ts';
import { welcome } from './invitation.ts';
import { audited } from './keep/audit.ts';
import { put, remove, transact } from './keep/cells.ts';
import { hash } from './keep/secret.ts';
import type { Party } from './passkeys/challenge.ts';
import { takePasskey, type Offered } from './passkeys/registration.ts';
import { recognise } from './passkeys/signing-in.ts';
import { accountProblem } from './problem.ts';
import { begin } from './sessions.ts';
import type { Store } from '../store/store.ts';

/** The browser in front of which somebody sits. */
export interface Browser {
  readonly agent: string;
  /** The token of the session that it has already, if any. */
  readonly before: string | undefined;
}

export interface SignedIn {
  readonly account: Account;
  /** Of the new session. */
  readonly token: string;
}

/** Takes up an invitation with a first passkey, and signs in. */
export function enrol(
  store: Store,
  party: Party,
  offered: Offered & { readonly invitation: string },
  browser: Browser,
): Promise<SignedIn> {
  const { invitation, now } = offered;
  return transact(store, async () => {
    const { account: invited, used } = await welcome(store, invitation, now);
    const taken = await takePasskey(store, party, { ...invited.value, invitation: null }, offered);
    const begun = await begin(store, taken.account, { ...browser, how: 'passkey', now });
    const { id } = taken.account;
    const puts = [put(nameOfAccount(id), invited.version, taken.account), used, ...taken.puts, ...begun.puts];
    const appends = [audited({ at: now, kind: 'passkey-added', by: id, account: id }, begun.entry)];
    return { change: { puts, appends }, result: { account: taken.account, token: begun.token } };
  });
}

/** Adds a passkey to an account whose holder has signed in. */
export function addPasskey(store: Store, party: Party, id: string, offered: Offered): Promise<Account> {
  return transact(store, async () => {
    const kept = await accountAt(store, id);
    const taken = await takePasskey(store, party, kept.value, offered);
    const puts = [put(nameOfAccount(id), kept.version, taken.account), ...taken.puts];
    const appends = [audited({ at: offered.now, kind: 'passkey-added', by: id, account: id })];
    return { change: { puts, appends }, result: taken.account };
  });
}

/** Removes a passkey, by its own id; the last way in stays. */
export function removePasskey(store: Store, id: string, passkey: string, { at, by }: By): Promise<Account> {
  return transact(store, async () => {
    const hashed = hash(passkey);
    const { value: before, version } = await accountAt(store, id);
    const kept = before.passkeys.includes(hashed) && (await store.get(nameOfPasskey(hashed)));
    if (!kept) throw accountProblem('unknown-passkey');
    const account = { ...before, passkeys: before.passkeys.filter((each) => each !== hashed) };
    if (account.passkeys.length + account.identities.length === 0) throw accountProblem('last-passkey');
    const puts = [put(nameOfAccount(id), version, account), remove(nameOfPasskey(hashed), kept.version)];
    const appends = [audited({ at, kind: 'passkey-removed', by, account: id })];
    return { change: { puts, appends }, result: account };
  });
}

/** Signs in with a passkey, whosever it is. */
export function signIn(
  store: Store,
  party: Party,
  response: AuthenticationResponseJSON,
  now: Instant,
  browser: Browser,
): Promise<SignedIn> {
  return transact(store, async () => {
    const { account, puts } = await recognise(store, party, response, now);
    const begun = await begin(store, account, { ...browser, how: 'passkey', now });
    const change = { puts: [...puts, ...begun.puts], appends: [audited(begun.entry)] };
    return { change, result: { account, token: begun.token } };
  });
}
