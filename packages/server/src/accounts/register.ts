/** Accounts in an HTTP server: who sends each request, and the routes by which people sign in and are administered. */
import type { consultation } from '@foedus/kernel';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { accountProblem } from './problem.ts';
import { DEMO, type Principal } from './principal.ts';
import { isLocal } from './request/loopback.ts';
import { provenance } from './request/provenance.ts';
import { sessionRoutes } from './routes/session.ts';
import type { Store } from '../store/store.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who sends the request; `null`: nobody who has signed in. */
    principal: Principal | null;
  }
}

export interface AccountsDeps {
  readonly store: Store;
  readonly now: () => consultation.Instant;
  /** Where the pages are reached, as `https://foedus.example`: cookies and passkeys are bound to it. */
  readonly origin: string;
  /** One person on this machine holds every seat, and there are no accounts. */
  readonly demo: boolean;
}

export interface Accounts {
  /**
   * Who sends a request that began earlier and still goes on, as a stream of updates does: `null` once he has signed out, was disabled, or
   * his session has run out; without the roles that have been taken from him meanwhile.
   */
  identify(request: FastifyRequest): Promise<Principal | null>;
}

/** Refuses what a demonstration may not answer at all. */
function admitLocally(request: FastifyRequest): void {
  const { socket, headers } = request.raw;
  if (!isLocal({ address: socket.remoteAddress, headers })) throw accountProblem('demo-beyond-loopback');
}

/**
 * Gives every request its `principal`, refuses requests that a page of elsewhere made a browser send, and adds the routes under `/api/v1`. Has
 * to be called on the root instance, before the routes that ask who is there.
 */
export async function registerAccounts(app: FastifyInstance, deps: AccountsDeps): Promise<Accounts> {
  const identify = async (_request: FastifyRequest): Promise<Principal | null> => (deps.demo ? DEMO : null);

  app.decorateRequest('principal', null);
  app.addHook('onRequest', async (request) => {
    if (deps.demo) admitLocally(request);
    const own = deps.demo ? `http://${request.raw.headers.host}` : deps.origin;
    if (provenance({ method: request.method, headers: request.raw.headers }, own) === 'foreign')
      throw accountProblem('foreign-origin');
    request.principal = await identify(request);
  });
  await app.register(sessionRoutes, { prefix: '/api/v1/session', demo: deps.demo });
  return { identify };
}
