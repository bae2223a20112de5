/** Challenges: what an authenticator has to sign, once, and in time. */
import { MINUTE, later, type Instant } from '../instant.ts';
import { put, remove, valueOf } from '../keep/cells.ts';
import { sealKey } from '../keep/key.ts';
import { hash, seal, unseal, type Sealed } from '../keep/secret.ts';
import { accountProblem } from '../problem.ts';
import type { Put, Store } from '../../store/store.ts';

/** How long somebody may take over his authenticator. */
export const PATIENCE = 5 * MINUTE;

/** Whom browsers bind passkeys to. */
export interface Party {
  /** Where the pages are reached, as `https://foedus.example`. */
  readonly origin: string;
}

/** The id that browsers bind passkeys to: the host alone. */
export function rpOf({ origin }: Party): string {
  return new URL(origin).hostname;
}

export async function challenge(store: Store, what: Sealed, now: Instant): Promise<Uint8Array<ArrayBuffer>> {
  return seal(await sealKey(store), what, later(now, PATIENCE));
}

/**
 * EdDSA, ES256 and RS256 (IANA COSE algorithms), which between them every authenticator knows. Asking the runtime for more makes Node warn of
 * algorithms that it still tries out.
 */
export const ALGORITHMS: readonly number[] = [-8, -7, -257];

/** Adding a passkey to an account. */
export const adding = (account: string): Sealed => ({ purpose: 'passkey', subject: account });
/** Signing in, whoever it is. */
export const SIGNING_IN: Sealed = { purpose: 'sign-in', subject: '' };

/**
 * Marks a challenge as answered: no answer is taken twice. Marks are named by when they run out, so that the oldest come first and can go.
 */
export async function spend(
  store: Store,
  { challenge, expires }: Asked,
  now: Instant,
): Promise<readonly Put[]> {
  const name = `spent/${String(expires).padStart(16, '0')}/${hash(challenge)}`;
  if (await store.get(name)) throw accountProblem('passkey-refused');
  const marks = await store.list('spent/', 'spent/', 20);
  const over = marks.filter(({ value }) => valueOf<Instant>(value) <= now);
  return [put(name, 'absent', expires), ...over.map(({ cell, version }) => remove(cell, version))];
}

export interface Asked {
  readonly challenge: string;
  readonly expires: Instant;
}

/** The challenge that a browser says it answers, and until when it is ours. */
export async function answered(
  store: Store,
  what: Sealed,
  clientDataJSON: string,
  now: Instant,
): Promise<Asked | undefined> {
  try {
    const { challenge } = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString()) as {
      readonly challenge: string;
    };
    const expires = unseal(await sealKey(store), what, Buffer.from(challenge, 'base64url'), now);
    return expires && { challenge, expires };
  } catch {
    return undefined;
  }
}

/** The library throws at every answer that is not as it has to be; which of its many checks failed is nobody's business. */
export async function orUndefined<T>(verify: () => Promise<T>): Promise<T | undefined> {
  try {
    return await verify();
  } catch {
    return undefined;
  }
}
