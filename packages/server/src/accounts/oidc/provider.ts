/** The OpenID provider that people of some governments already sign in with. */
import {
  ClientSecretBasic,
  None,
  allowInsecureRequests,
  discovery,
  enableNonRepudiationChecks,
  type Configuration,
} from 'openid-client';
import { accountProblem } from '../problem.ts';
import { isLoopbackHost } from '../request/loopback.ts';

export interface OidcSettings {
  /** The issuer's URL; its metadata is found below it. Plain http is accepted on this machine alone. */
  readonly issuer: string;
  readonly clientId: string;
  /** Without one this is a public client, and PKCE alone protects the code. */
  readonly clientSecret?: string;
}

/** The provider's metadata, asked for when first needed and, when the provider could not be reached, the next time again. */
export function provider({ clientId, clientSecret, issuer }: OidcSettings): () => Promise<Configuration> {
  const url = new URL(issuer);
  const insecure = url.protocol === 'http:' && isLoopbackHost(url.host) ? [allowInsecureRequests] : [];
  let known: Promise<Configuration> | undefined;
  return () => {
    known ??= discovery(
      url,
      clientId,
      undefined,
      clientSecret === undefined ? None() : ClientSecretBasic(clientSecret),
      { execute: [enableNonRepudiationChecks, ...insecure], timeout: 10 },
    ).catch(() => {
      known = undefined;
      throw accountProblem('provider-unreachable', { issuer });
    });
    return known;
  };
}
