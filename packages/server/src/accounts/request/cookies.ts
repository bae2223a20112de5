/** The two cookies of accounts. */
import type cookie from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SESSION_ABSOLUTE } from '../sessions.ts';
import { TRIP } from '../oidc/sign-in.ts';

/**
 * What the cookies are called. Over https they have the prefix `__Host-`, by which browsers accept them from this very host alone and over https
 * alone (RFC 6265bis, 4.1.3.2); over plain http, which is for this machine, browsers take no such cookie.
 */
export interface Cookies {
  readonly session: string;
  readonly trip: string;
  readonly secure: boolean;
}

export function cookiesOf(origin: string): Cookies {
  const secure = new URL(origin).protocol === 'https:';
  const prefix = secure ? '__Host-' : '';
  return { session: `${prefix}foedus`, trip: `${prefix}foedus-oidc`, secure };
}

/** The token of the browser's session. */
export function sessionToken(request: FastifyRequest, { session }: Cookies): string | undefined {
  return request.cookies[session];
}

function shared({ secure }: Cookies, sameSite: 'strict' | 'lax'): cookie.CookieSerializeOptions {
  return { path: '/', httpOnly: true, secure, sameSite };
}

export function giveSession(reply: FastifyReply, cookies: Cookies, token: string): void {
  void reply.setCookie(cookies.session, token, {
    ...shared(cookies, 'strict'),
    maxAge: SESSION_ABSOLUTE / 1000,
  });
}

export function takeSession(reply: FastifyReply, cookies: Cookies): void {
  void reply.clearCookie(cookies.session, shared(cookies, 'strict'));
}

/** A browser that comes back from the provider brings this one along, which the strict one of the session it would not. */
export function giveTrip(reply: FastifyReply, cookies: Cookies, trip: string): void {
  void reply.setCookie(cookies.trip, trip, { ...shared(cookies, 'lax'), maxAge: TRIP / 1000 });
}

export function takeTrip(reply: FastifyReply, cookies: Cookies): void {
  void reply.clearCookie(cookies.trip, shared(cookies, 'lax'));
}
