/** Passkeys (W3C Web Authentication, level 3) as they are kept: the only thing by which a person proves to this server who he is. */
import { nameOfPasskey, type Account } from '../account.ts';
import type { Instant } from '../instant.ts';
import { get } from '../keep/cells.ts';
import type { Put, Store } from '../../store/store.ts';

export interface Passkey {
  readonly account: string;
  /** As the authenticator names it, in base64url. */
  readonly id: string;
  readonly publicKey: string;
  /** How often the authenticator says it was used; always 0 with those that are kept on several devices. */
  readonly counter: number;
  readonly transports: readonly string[];
  readonly label: string;
  readonly created: Instant;
  readonly used: Instant | null;
}

/** An account as a passkey leaves it, and what to put with it. */
export interface Taken {
  readonly account: Account;
  readonly puts: readonly Put[];
}

/** The passkeys of an account, in the order in which they were added. */
export async function passkeysOf(store: Store, account: Account): Promise<readonly Passkey[]> {
  const kept = await Promise.all(account.passkeys.map((each) => get<Passkey>(store, nameOfPasskey(each))));
  return kept.flatMap((each) => (each ? [each.value] : []));
}
