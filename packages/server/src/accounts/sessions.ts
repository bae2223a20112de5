/** Sessions of browsers. A session is known by an opaque token, of which only the hash is kept. */
import { nameOfAccount, type Account } from './account.ts';
import { audited, type AuditEntry } from './keep/audit.ts';
import { get, put, remove, transact, valueOf, type Kept } from './keep/cells.ts';
import { hash, newSecret } from './keep/secret.ts';
import { amend, type By } from './directory.ts';
import { HOUR, type Instant } from './instant.ts';
import type { Put, Store } from '../store/store.ts';

/** NIST SP 800-63B-4, 2.2.3: at AAL2 a session ends after a day at the latest, and after an hour without activity. */
export const SESSION_ABSOLUTE = 24 * HOUR;
export const SESSION_IDLE = HOUR;
/** Activity is noted no more often than this, so that reading does not write. */
const NOTED = SESSION_IDLE / 20;

export interface Session {
  readonly account: string;
  /** Of the account, when the session began. */
  readonly epoch: number;
  /** `code`: with the join code of an exercise. */
  readonly how: 'passkey' | 'oidc' | 'code';
  readonly created: Instant;
  readonly seen: Instant;
  /** What the browser calls itself, for people to know it again. */
  readonly agent: string;
}

/** A session that was found, with what names it: not the token, but enough to end it. */
export interface Found {
  readonly session: Session;
  readonly account: Account;
  /** The hash of its secret. */
  readonly id: string;
}

const TOKEN = /^([\w-]{16})\.([\w-]{43})$/;

/** Sessions stand under their account, so that those of one person can be found. */
function nameOfSession(account: string, id: string): string {
  return `session/${account}/${id}`;
}

interface KeptSession extends Kept<Session> {
  readonly id: string;
}

/** When it ends if nothing more is heard. */
export function endOf({ created, seen }: Session): Instant {
  return Math.min(created + SESSION_ABSOLUTE, seen + SESSION_IDLE) as Instant;
}

function lives(session: Session, account: Account, now: Instant): boolean {
  return !account.disabled && session.epoch === account.epoch && now < endOf(session);
}

async function keptSession(store: Store, token: string): Promise<KeptSession | undefined> {
  const [, account, secret] = TOKEN.exec(token) ?? [];
  if (account === undefined || secret === undefined) return undefined;
  const id = hash(secret);
  const kept = await get<Session>(store, nameOfSession(account, id));
  return kept && { ...kept, id };
}

/** The session of a token, if it has not ended. */
export async function sessionOf(store: Store, token: string, now: Instant): Promise<Found | undefined> {
  const kept = await keptSession(store, token);
  const account = kept && (await get<Account>(store, nameOfAccount(kept.value.account)))?.value;
  if (!kept || !account || !lives(kept.value, account, now)) return undefined;
  return { session: kept.value, account, id: kept.id };
}

/** Notes that the session was used. Another request may have noted it at the same moment, or ended it: both are as good. */
export async function noteActivity(store: Store, found: Found, now: Instant): Promise<void> {
  if (now - found.session.seen < NOTED) return;
  const cell = nameOfSession(found.account.id, found.id);
  const kept = await get<Session>(store, cell);
  if (kept) await store.commit({ puts: [put(cell, kept.version, { ...kept.value, seen: now })] });
}

/** All of an account's sessions that are kept, ended ones too. */
async function all(store: Store, account: string): Promise<readonly KeptSession[]> {
  const prefix = `session/${account}/`;
  const cells = await store.list(prefix, prefix, MOST);
  return cells.map(({ cell, value, version }) => ({
    id: cell.slice(prefix.length),
    value: valueOf<Session>(value),
    version,
  }));
}

/** More sessions than this one person doesn't have. */
const MOST = 1000;

/** The sessions of an account that have not ended, the newest first. */
export async function sessionsOf(store: Store, account: Account, now: Instant): Promise<readonly Found[]> {
  return (await all(store, account.id))
    .filter(({ value }) => lives(value, account, now))
    .map(({ id, value }) => ({ session: value, account, id }))
    .toSorted((a, b) => b.session.created - a.session.created);
}

export interface SignIn {
  readonly how: Session['how'];
  readonly agent: string;
  readonly now: Instant;
  /** The token that the browser sent along, if any. */
  readonly before: string | undefined;
}

export interface Begun {
  readonly token: string;
  readonly puts: readonly Put[];
  readonly entry: AuditEntry;
}

/**
 * What begins a session, to commit together with what it rests on. Its token is always a new one; the browser's earlier session ends with it, and
 * what is left of the account's ended sessions is removed.
 */
export async function begin(store: Store, account: Account, by: SignIn): Promise<Begun> {
  const { agent, before, how, now } = by;
  const secret = newSecret();
  const session: Session = {
    account: account.id,
    epoch: account.epoch,
    how,
    created: now,
    seen: now,
    agent: agent.slice(0, 200),
  };
  const replaced = before === undefined ? undefined : await keptSession(store, before);
  const ended = (await all(store, account.id)).filter(({ value }) => !lives(value, account, now));
  const gone = new Map(
    [...ended, ...(replaced ? [replaced] : [])].map(({ id, value, version }) => [
      nameOfSession(value.account, id),
      version,
    ]),
  );
  return {
    token: `${account.id}.${secret}`,
    puts: [
      put(nameOfSession(account.id, hash(secret)), 'absent', session),
      ...[...gone].map(([cell, version]) => remove(cell, version)),
    ],
    entry: { at: now, kind: 'signed-in', by: account.id, account: account.id },
  };
}

/** Ends one session of an account; that it has ended already is as good. */
export function end(store: Store, account: string, id: string, { at, by }: By): Promise<void> {
  return transact(store, async () => {
    const cell = nameOfSession(account, id);
    const kept = await store.get(cell);
    if (!kept) return { change: {}, result: undefined };
    const appends = [audited({ at, kind: 'signed-out', by, account })];
    return { change: { puts: [remove(cell, kept.version)], appends }, result: undefined };
  });
}

/** Ends every session and every token of an account at once. */
export function endEverywhere(store: Store, account: string, by: By): Promise<Account> {
  return amend(store, account, by, { kind: 'signed-out-everywhere' }, (before) => ({
    ...before,
    epoch: before.epoch + 1,
  }));
}
