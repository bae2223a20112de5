/** Accounts in an HTTP server: who sends each request, and the routes by which people sign in and are administered. */
import cookie from '@fastify/cookie';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { problem } from '../http/problem.ts';
import type { Store } from '../store/store.ts';
import type { Clock } from './instant.ts';
import { joinAs, joinNew, leave, type Joining, type Participation } from './joining.ts';
import type { OidcSettings } from './oidc/provider.ts';
import type { Governing } from './positions.ts';
import { DEMO, type Principal } from './principal.ts';
import { accountProblem } from './problem.ts';
import { callerOf, refuseForged, type Caller } from './request/caller.ts';
import { cookiesOf, giveSession } from './request/cookies.ts';
import { isLocal } from './request/loopback.ts';
import { provenance } from './request/provenance.ts';
import { accountRoutes, auditRoutes } from './routes/accounts.ts';
import { mineRoutes } from './routes/mine.ts';
import { oidcRoutes } from './routes/oidc.ts';
import { passkeyRoutes, passkeySignInRoutes } from './routes/passkeys.ts';
import { sessionRoutes } from './routes/session.ts';
import { browserOf, type Site } from './routes/site.ts';
import { noteActivity } from './sessions.ts';

/** Also adds `principal` and `caller` to the type of requests. */
export type { Caller } from './request/caller.ts';

export interface AccountsDeps {
  readonly store: Store;
  readonly now: Clock;
  /** Where the pages are reached, as `https://foedus.example`: cookies and passkeys are bound to it. */
  readonly origin: string;
  /** One person on this machine holds every seat, and there are no accounts. */
  readonly demo: boolean;
  readonly governing: Governing;
  /** An identity provider; absent: passkeys alone. */
  readonly oidc?: OidcSettings;
}

export interface Accounts {
  /**
   * Who sends a request that began earlier and still goes on, as a stream of updates does: `null` once he has signed out, was disabled, or
   * his session has run out; without the roles that have been taken from him meanwhile. Does not count as activity.
   */
  identify(request: FastifyRequest): Promise<Principal | null>;
  /** Gives whoever sends the request a part in an exercise and, where he has not signed in, a session. A demonstration has neither. */
  join(request: FastifyRequest, reply: FastifyReply, plan: () => Promise<Joining>): Promise<Participation>;
  /** Takes his part from a participant. */
  dismiss(part: Pick<Participation, 'exercise' | 'participant'>, by: string): Promise<void>;
}

/** Attempts to sign in from one address in a minute: enough for a delegation behind one address, each of whom needs two. */
const ATTEMPTS = 120;

/** Refuses what a demonstration may not answer at all. */
function admitLocally(request: FastifyRequest): void {
  const { headers, socket } = request.raw;
  if (!isLocal({ address: socket.remoteAddress, headers })) throw accountProblem('demo-beyond-loopback');
}

/**
 * Gives every request its `principal`, refuses requests that a page of elsewhere made a browser send, and adds the routes under `/api/v1`. Has
 * to be called on the root instance, before the routes that ask who is there.
 */
export async function registerAccounts(app: FastifyInstance, deps: AccountsDeps): Promise<Accounts> {
  const { demo, governing, now, origin, store } = deps;
  const site: Site = { store, now, origin, demo, cookies: cookiesOf(origin), oidc: deps.oidc, governing };
  const find = async (request: FastifyRequest): Promise<Caller | null> =>
    demo ? { via: 'demo', principal: DEMO } : callerOf(store, request, site.cookies, now());

  await app.register(cookie);
  app.decorateRequest('principal', null);
  app.decorateRequest('caller', null);
  app.addHook('onRequest', async (request) => {
    if (demo) admitLocally(request);
    const caller = await find(request);
    const own = demo ? `http://${request.raw.headers.host}` : origin;
    refuseForged(request, caller, provenance({ method: request.method, headers: request.raw.headers }, own));
    if (caller?.via === 'session') await noteActivity(store, caller.found, now());
    request.caller = caller;
    request.principal = caller?.principal ?? null;
  });

  const under = (path: string): { readonly prefix: string; readonly site: Site } => ({
    prefix: `/api/v1/${path}`,
    site,
  });
  await app.register(sessionRoutes, under('session'));
  if (!demo) {
    await app.register(passkeyRoutes, under('passkeys'));
    await app.register(mineRoutes, under('accounts/me'));
    await app.register(accountRoutes, under('accounts'));
    await app.register(auditRoutes, under('accounts/audit'));
    await app.register(async (doors) => {
      await doors.register(rateLimit, {
        max: ATTEMPTS,
        timeWindow: 60_000,
        errorResponseBuilder: (_, { max, ttl }) =>
          problem('too-many-requests', { max, seconds: Math.ceil(ttl / 1000) }),
      });
      await doors.register(passkeySignInRoutes, under('passkeys'));
      if (deps.oidc) await doors.register(oidcRoutes(deps.oidc), under('oidc'));
    });
  }
  return {
    identify: async (request) => (await find(request))?.principal ?? null,
    async join(request, reply, plan) {
      const { caller } = request;
      if (caller && caller.via !== 'demo') return joinAs(store, caller.principal.id, now(), plan);
      const { role, token } = await joinNew(store, now(), browserOf(request, site), plan);
      giveSession(reply, site.cookies, token);
      return role;
    },
    dismiss: (part, by) => leave(store, part, { by, at: now() }),
  };
}
