/** Who sends a request, and by what he is known. */
import type { FastifyRequest } from 'fastify';
import { problem } from '../../http/problem.ts';
import type { Store } from '../../store/store.ts';
import { principalOf } from '../account.ts';
import { mayAdminister } from '../authority.ts';
import type { Instant } from '../instant.ts';
import { hash, sameSecret } from '../keep/secret.ts';
import type { Principal } from '../principal.ts';
import { accountProblem } from '../problem.ts';
import { sessionOf, type Found } from '../sessions.ts';
import { tokenOf, type FoundToken } from '../tokens.ts';
import { sessionToken, type Cookies } from './cookies.ts';
import type { Provenance } from './provenance.ts';

export type Caller =
  | { readonly via: 'demo'; readonly principal: Principal }
  | { readonly via: 'session'; readonly principal: Principal; readonly found: Found; readonly token: string }
  | { readonly via: 'token'; readonly principal: Principal; readonly found: FoundToken };

declare module 'fastify' {
  interface FastifyRequest {
    /** Who sends the request; `null`: nobody who has signed in. */
    principal: Principal | null;
    /** The same, and by what he is known. */
    caller: Caller | null;
  }
}

/** A bearer token, where one is sent, is all that counts: a browser's session does not stand in for one that has run out. */
export async function callerOf(
  store: Store,
  request: FastifyRequest,
  cookies: Cookies,
  now: Instant,
): Promise<Caller | null> {
  const { authorization } = request.raw.headers;
  if (authorization !== undefined) {
    const [, text = ''] = /^Bearer +(\S+)$/i.exec(authorization) ?? [];
    const found = await tokenOf(store, text, now);
    const principal = found && principalOf(found.account, now);
    return found && principal ? { via: 'token', principal, found } : null;
  }
  const token = sessionToken(request, cookies);
  const found = token === undefined ? undefined : await sessionOf(store, token, now);
  const principal = found && principalOf(found.account, now);
  return token !== undefined && found && principal ? { via: 'session', principal, found, token } : null;
}

export const CSRF_HEADER = 'x-foedus-csrf';

/** What pages have to send along with what changes something: it follows from the session's token, which they can't read themselves. */
export function csrfOf(token: string): string {
  return hash(`csrf ${token}`);
}

/**
 * Refuses what a page of elsewhere made the browser send. Only a browser brings a session along by itself; so whoever has one has to prove that
 * our own pages sent the request, twice: by what the browser says of it, and by a value that only they can have.
 */
export function refuseForged(request: FastifyRequest, caller: Caller | null, sent: Provenance): void {
  if (sent === 'foreign') throw accountProblem('foreign-origin');
  if (sent === 'safe' || caller?.via !== 'session') return;
  const proof = request.headers[CSRF_HEADER];
  if (sent !== 'own' || typeof proof !== 'string' || !sameSecret(proof, csrfOf(caller.token)))
    throw accountProblem('session-proof');
}

/** The caller, who has to have an account. */
export function signedIn(request: FastifyRequest): Exclude<Caller, { via: 'demo' }> {
  const { caller } = request;
  if (!caller || caller.via === 'demo') throw problem('not-signed-in');
  return caller;
}

/** The caller, who has to have signed in himself: what keeps or widens access is not done by a token that may have been copied. */
export function inPerson(request: FastifyRequest): Extract<Caller, { via: 'session' }> {
  const caller = signedIn(request);
  if (caller.via !== 'session') throw accountProblem('sign-in-again');
  return caller;
}

/** The caller, who has to be of the secretariat. */
export function secretariat(request: FastifyRequest): Exclude<Caller, { via: 'demo' }> {
  const caller = signedIn(request);
  if (!mayAdminister(caller.principal)) throw problem('forbidden');
  return caller;
}
