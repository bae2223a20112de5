/** Signing in through an OpenID provider: away to it, and back. */
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Problem } from '../../http/problem.ts';
import { provider, type OidcSettings } from '../oidc/provider.ts';
import { arrive, comeBack, depart } from '../oidc/sign-in.ts';
import { accountProblem } from '../problem.ts';
import { giveTrip, takeTrip } from '../request/cookies.ts';
import { secretSchema } from './schema.ts';
import { browserOf, letIn, type Routes } from './site.ts';

const tags = ['oidc'];
/** Where the pages say what went wrong, in the language of the reader. */
const FAILED = '/sign-in?problem=';

/**
 * Sends the browser on from a page of ours, not from the provider's: only so does it bring along the session's cookie, which is strict.
 */
function onward(reply: FastifyReply, path: string): FastifyReply {
  return reply
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(`<!doctype html><meta http-equiv="refresh" content="0;url=${path}"><title>Foedus</title>`);
}

export const oidcRoutes = (settings: OidcSettings): Routes => {
  const configuration = provider(settings);
  return async (app, { site }) => {
    const { now, origin, store } = site;

    app.route({
      method: 'POST',
      url: '/sign-in',
      schema: {
        summary: 'Begin to sign in through the identity provider',
        tags,
        body: z.object({
          invitation: secretSchema
            .exactOptional()
            .describe('Links the identity to the account that is invited.'),
        }),
        response: { 200: z.object({ url: z.url().describe('Where to send the browser.') }) },
      },
      handler: async ({ body }, reply) => {
        const { trip, url } = await depart(
          store,
          await configuration(),
          origin,
          body.invitation ?? '',
          now(),
        );
        giveTrip(reply, site.cookies, trip);
        return { url };
      },
    });

    app.route({
      method: 'GET',
      url: '/callback',
      schema: { summary: 'Where the identity provider sends the browser back to', tags },
      handler: async (request, reply) => {
        const trip = request.cookies[site.cookies.trip];
        takeTrip(reply, site.cookies);
        const work = async () => {
          if (trip === undefined) throw accountProblem('oidc-refused');
          const back = await comeBack(
            store,
            await configuration(),
            new URL(request.url, origin),
            trip,
            now(),
          );
          return arrive(store, back, now(), browserOf(request, site));
        };
        try {
          await letIn(site, reply, work, async () => null);
          return onward(reply, '/');
        } catch (error) {
          if (!(error instanceof Problem)) throw error;
          return onward(reply, `${FAILED}${error.told.code}`);
        }
      },
    });
  };
};
