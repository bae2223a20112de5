/** Tokens by which programs act for an account through the API. Only the hash of one is kept. */
import { nameOfAccount, type Account } from './account.ts';
import { accountAt, type By } from './directory.ts';
import { DAY, later, type Instant } from './instant.ts';
import { audited } from './keep/audit.ts';
import { get, put, remove, transact, valueOf } from './keep/cells.ts';
import { hash, newSecret } from './keep/secret.ts';
import { accountProblem } from './problem.ts';
import type { Store } from '../store/store.ts';

/** No token is valid longer. */
export const TOKEN_LONGEST = 365 * DAY;

export interface Token {
  readonly account: string;
  readonly epoch: number;
  /** What it is for, in its owner's words. */
  readonly label: string;
  readonly created: Instant;
  readonly expires: Instant;
}

export interface FoundToken {
  readonly id: string;
  readonly token: Token;
  readonly account: Account;
}

const SHAPE = /^foedus\.([\w-]{16})\.([\w-]{43})$/;

function nameOfToken(account: string, id: string): string {
  return `token/${account}/${id}`;
}

function lives(token: Token, account: Account, now: Instant): boolean {
  return !account.disabled && token.epoch === account.epoch && now < token.expires;
}

/** What a token stands for, if it is valid. */
export async function tokenOf(store: Store, text: string, now: Instant): Promise<FoundToken | undefined> {
  const [, id, secret] = SHAPE.exec(text) ?? [];
  if (id === undefined || secret === undefined) return undefined;
  const token = (await get<Token>(store, nameOfToken(id, hash(secret))))?.value;
  const account = token && (await get<Account>(store, nameOfAccount(id)))?.value;
  if (!token || !account || !lives(token, account, now)) return undefined;
  return { id: hash(secret), token, account };
}

/** The tokens of an account that are valid, the newest first. */
export async function tokensOf(store: Store, account: Account, now: Instant): Promise<readonly FoundToken[]> {
  const prefix = `token/${account.id}/`;
  return (await store.list(prefix, prefix, 1000))
    .map(({ cell, value }) => ({ id: cell.slice(prefix.length), token: valueOf<Token>(value), account }))
    .filter(({ token }) => lives(token, account, now))
    .toSorted((a, b) => b.token.created - a.token.created);
}

export interface Made {
  /** Given away once. */
  readonly text: string;
  readonly token: Token;
}

/** Makes a token that is valid for so many days, but not beyond `latest`, when that is given. */
export function makeToken(
  store: Store,
  id: string,
  { days, label, latest }: { readonly days: number; readonly label: string; readonly latest?: Instant },
  { at, by }: By,
): Promise<Made> {
  const secret = newSecret();
  return transact(store, async () => {
    const { value: account } = await accountAt(store, id);
    const wanted = later(at, Math.min(days * DAY, TOKEN_LONGEST));
    const expires = latest === undefined || wanted < latest ? wanted : latest;
    const token: Token = { account: id, epoch: account.epoch, label, created: at, expires };
    const puts = [put(nameOfToken(id, hash(secret)), 'absent', token)];
    const appends = [audited({ at, kind: 'token-made', by, account: id })];
    return { change: { puts, appends }, result: { text: `foedus.${id}.${secret}`, token } };
  });
}

export function endToken(store: Store, account: string, id: string, { at, by }: By): Promise<void> {
  return transact(store, async () => {
    const cell = nameOfToken(account, id);
    const kept = await store.get(cell);
    if (!kept) throw accountProblem('unknown-token');
    const appends = [audited({ at, kind: 'token-ended', by, account })];
    return { change: { puts: [remove(cell, kept.version)], appends }, result: undefined };
  });
}
