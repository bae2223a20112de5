/**
 * Signing in through an OpenID provider: authorization code with PKCE, state and nonce (OpenID Connect Core 1.0; RFC 9700). The provider says
 * who somebody is; what he may do here, and whether he has an account at all, is ours to say.
 */
import {
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  type Configuration,
} from 'openid-client';
import { nameOfAccount, nameOfIdentity, type Account, type Identity } from '../account.ts';
import type { Browser, SignedIn } from '../enrolment.ts';
import { MINUTE, later, type Instant } from '../instant.ts';
import { welcome } from '../invitation.ts';
import { audited } from '../keep/audit.ts';
import { get, put, transact } from '../keep/cells.ts';
import { sealKey } from '../keep/key.ts';
import { hash, seal, unseal } from '../keep/secret.ts';
import { accountProblem } from '../problem.ts';
import { begin } from '../sessions.ts';
import type { Store } from '../../store/store.ts';

/** How long somebody may take over the provider's pages. */
export const TRIP = 10 * MINUTE;

export const CALLBACK = '/api/v1/oidc/callback';

/**
 * What a browser keeps while it is away: a seal of ours and the invitation that is to be taken up, if any. State, nonce and verifier follow
 * from it, so that the server has nothing to keep; to a page that can't read the cookie they are chance.
 */
const parts = (trip: string) => ({
  state: hash(`state ${trip}`),
  nonce: hash(`nonce ${trip}`),
  verifier: hash(`verifier ${trip}`),
});

export interface Departure {
  /** Where to send the browser. */
  readonly url: string;
  /** What it has to bring back. */
  readonly trip: string;
}

export async function depart(
  store: Store,
  config: Configuration,
  origin: string,
  invitation: string,
  now: Instant,
): Promise<Departure> {
  const key = await sealKey(store);
  const sealed = seal(key, { purpose: 'oidc', subject: invitation }, later(now, TRIP));
  const trip = `${Buffer.from(sealed).toString('base64url')}.${invitation}`;
  const { nonce, state, verifier } = parts(trip);
  const url = buildAuthorizationUrl(config, {
    redirect_uri: `${origin}${CALLBACK}`,
    scope: 'openid',
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
  });
  return { url: url.href, trip };
}

/** Who the provider says has come back, and the invitation that he left with. */
export async function comeBack(
  store: Store,
  config: Configuration,
  url: URL,
  trip: string,
  now: Instant,
): Promise<{ readonly identity: Identity; readonly invitation: string }> {
  const [sealed = '', invitation = ''] = trip.split('.');
  const bytes = Buffer.from(sealed, 'base64url');
  const expires = unseal(await sealKey(store), { purpose: 'oidc', subject: invitation }, bytes, now);
  if (expires === undefined) throw accountProblem('oidc-refused');
  const { nonce, state, verifier } = parts(trip);
  const claims = await authorizationCodeGrant(config, url, {
    expectedState: state,
    expectedNonce: nonce,
    pkceCodeVerifier: verifier,
    idTokenExpected: true,
  }).then(
    (tokens) => tokens.claims(),
    () => undefined,
  );
  if (!claims) throw accountProblem('oidc-refused');
  return { identity: { issuer: claims.iss, subject: claims.sub }, invitation };
}

/** Signs in whom the provider knows: an account that the identity is linked to or, by its invitation, is linked to now. */
export function arrive(
  store: Store,
  { identity, invitation }: { readonly identity: Identity; readonly invitation: string },
  now: Instant,
  browser: Browser,
): Promise<SignedIn> {
  return invitation === ''
    ? arriveKnown(store, identity, now, browser)
    : arriveInvited(store, identity, invitation, now, browser);
}

function arriveKnown(store: Store, identity: Identity, now: Instant, browser: Browser): Promise<SignedIn> {
  return transact(store, async () => {
    const linked = await get<string>(store, nameOfIdentity(identity));
    const account = linked && (await get<Account>(store, nameOfAccount(linked.value)))?.value;
    if (!account || account.disabled) throw accountProblem('oidc-unknown');
    const begun = await begin(store, account, { ...browser, how: 'oidc', now });
    const change = { puts: begun.puts, appends: [audited(begun.entry)] };
    return { change, result: { account, token: begun.token } };
  });
}

function arriveInvited(
  store: Store,
  identity: Identity,
  invitation: string,
  now: Instant,
  browser: Browser,
): Promise<SignedIn> {
  return transact(store, async () => {
    const { account: invited, used } = await welcome(store, invitation, now);
    if (await store.get(nameOfIdentity(identity))) throw accountProblem('oidc-linked');
    const account: Account = {
      ...invited.value,
      invitation: null,
      identities: [...invited.value.identities, identity],
    };
    const begun = await begin(store, account, { ...browser, how: 'oidc', now });
    const { id } = account;
    const puts = [
      put(nameOfAccount(id), invited.version, account),
      put(nameOfIdentity(identity), 'absent', id),
      used,
      ...begun.puts,
    ];
    const linked = { at: now, kind: 'identity-linked', by: id, account: id } as const;
    return {
      change: { puts, appends: [audited(linked, begun.entry)] },
      result: { account, token: begun.token },
    };
  });
}
