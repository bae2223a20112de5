/** How an account comes to a passkey. */
import {
  generateRegistrationOptions,
  verifyRegistrationResponse,
  type PublicKeyCredentialCreationOptionsJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { nameOfPasskey, type Account } from '../account.ts';
import type { Instant } from '../instant.ts';
import { put } from '../keep/cells.ts';
import { hash } from '../keep/secret.ts';
import { accountProblem } from '../problem.ts';
import type { Store } from '../../store/store.ts';
import {
  ALGORITHMS,
  PATIENCE,
  adding,
  answered,
  challenge,
  orUndefined,
  rpOf,
  spend,
  type Party,
} from './challenge.ts';
import { passkeysOf, type Passkey, type Taken } from './passkey.ts';

/** What a browser needs to make a passkey for an account. */
export async function creationOptions(
  store: Store,
  party: Party,
  account: Account,
  now: Instant,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const known = await passkeysOf(store, account);
  return generateRegistrationOptions({
    rpName: 'Foedus',
    rpID: rpOf(party),
    userID: new Uint8Array(Buffer.from(account.id)),
    userName: account.login,
    userDisplayName: account.name,
    challenge: await challenge(store, adding(account.id), now),
    timeout: PATIENCE,
    supportedAlgorithmIDs: [...ALGORITHMS],
    excludeCredentials: known.map(({ id, transports }) => ({ id, transports: [...transports] })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
}

export interface Offered {
  /** What its owner calls it. */
  readonly label: string;
  readonly now: Instant;
  readonly response: RegistrationResponseJSON;
}

/** The account with a new passkey and what to put to keep it; the account itself is put by the caller. */
export async function takePasskey(
  store: Store,
  party: Party,
  account: Account,
  { label, now, response }: Offered,
): Promise<Taken> {
  const asked = await answered(store, adding(account.id), response.response.clientDataJSON, now);
  const verified =
    asked &&
    (await orUndefined(() =>
      verifyRegistrationResponse({
        response,
        expectedChallenge: asked.challenge,
        expectedOrigin: party.origin,
        expectedRPID: rpOf(party),
        supportedAlgorithmIDs: [...ALGORITHMS],
      }),
    ));
  if (!asked || !verified?.verified) throw accountProblem('passkey-refused');
  const { counter, id, publicKey, transports } = verified.registrationInfo.credential;
  const hashed = hash(id);
  if (await store.get(nameOfPasskey(hashed))) throw accountProblem('passkey-known');
  const passkey: Passkey = {
    account: account.id,
    id,
    publicKey: Buffer.from(publicKey).toString('base64url'),
    counter,
    transports: transports ?? [],
    label,
    created: now,
    used: null,
  };
  return {
    account: { ...account, passkeys: [...account.passkeys, hashed] },
    puts: [put(nameOfPasskey(hashed), 'absent', passkey), ...(await spend(store, asked, now))],
  };
}
