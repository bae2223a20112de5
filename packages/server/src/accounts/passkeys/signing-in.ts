/** How a passkey says who somebody is. */
import {
  generateAuthenticationOptions,
  verifyAuthenticationResponse,
  type AuthenticationResponseJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server';
import { nameOfAccount, nameOfPasskey, type Account } from '../account.ts';
import type { Instant } from '../instant.ts';
import { get, put } from '../keep/cells.ts';
import { hash } from '../keep/secret.ts';
import { accountProblem } from '../problem.ts';
import type { Store } from '../../store/store.ts';
import {
  PATIENCE,
  SIGNING_IN,
  answered,
  challenge,
  orUndefined,
  rpOf,
  spend,
  type Party,
} from './challenge.ts';
import type { Passkey, Taken } from './passkey.ts';

/** What a browser needs to ask for any passkey of this server: nobody says first who he is. */
export async function requestOptions(
  store: Store,
  party: Party,
  now: Instant,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  return generateAuthenticationOptions({
    rpID: rpOf(party),
    challenge: await challenge(store, SIGNING_IN, now),
    timeout: PATIENCE,
    userVerification: 'required',
  });
}

/**
 * Whose passkey it was that answered, and what to put so that the answer is not taken a second time and the counter is kept. A counter that did not
 * rise says that the authenticator was copied: it is refused.
 */
export async function recognise(
  store: Store,
  party: Party,
  response: AuthenticationResponseJSON,
  now: Instant,
): Promise<Taken> {
  const cell = nameOfPasskey(hash(response.id));
  const asked = await answered(store, SIGNING_IN, response.response.clientDataJSON, now);
  const kept = await get<Passkey>(store, cell);
  const account = kept && (await get<Account>(store, nameOfAccount(kept.value.account)))?.value;
  const named = Buffer.from(response.response.userHandle ?? '', 'base64url').toString();
  const verified =
    asked &&
    account &&
    !account.disabled &&
    named === account.id &&
    (await orUndefined(() =>
      verifyAuthenticationResponse({
        response,
        expectedChallenge: asked.challenge,
        expectedOrigin: party.origin,
        expectedRPID: rpOf(party),
        credential: {
          id: kept.value.id,
          publicKey: new Uint8Array(Buffer.from(kept.value.publicKey, 'base64url')),
          counter: kept.value.counter,
        },
      }),
    ));
  if (!asked || !kept || !account || !verified || !verified.verified) throw accountProblem('passkey-refused');
  const used: Passkey = { ...kept.value, counter: verified.authenticationInfo.newCounter, used: now };
  return {
    account,
    puts: [put(cell, kept.version, used), ...(await spend(store, asked, now))],
  };
}
