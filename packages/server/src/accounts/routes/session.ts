/** Who one is to the server, and ceasing to be it. */
import { z } from 'zod';
import { csrfOf, signedIn } from '../request/caller.ts';
import { takeSession } from '../request/cookies.ts';
import { end } from '../sessions.ts';
import { endToken } from '../tokens.ts';
import { roleSchema } from './schema.ts';
import { done, type Routes } from './site.ts';

const session = z.object({
  demo: z
    .boolean()
    .describe('The server runs as a demonstration: one person on this machine holds every seat.'),
  principal: z
    .object({ id: z.string(), name: z.string(), roles: z.array(roleSchema) })
    .nullable()
    .describe('Who has signed in; null: nobody.'),
  csrf: z
    .string()
    .nullable()
    .describe('To send as X-Foedus-CSRF with every request that changes something in this session.'),
  signIn: z.array(z.enum(['passkey', 'oidc'])).describe('The ways in which one can sign in here.'),
});

export const sessionRoutes: Routes = async (app, { site }) => {
  app.route({
    method: 'GET',
    url: '/',
    schema: { summary: 'Who has signed in', tags: ['session'], response: { 200: session } },
    handler: async ({ caller, principal }) => ({
      demo: site.demo,
      principal: principal && { id: principal.id, name: principal.name, roles: [...principal.roles] },
      csrf: caller?.via === 'session' ? csrfOf(caller.token) : null,
      signIn: site.demo ? [] : ['passkey' as const, ...(site.oidc ? ['oidc' as const] : [])],
    }),
  });

  app.route({
    method: 'DELETE',
    url: '/',
    schema: {
      summary: 'Sign out; of a program, give its token up',
      tags: ['session'],
      response: { 204: done },
    },
    handler: async (request, reply) => {
      const { found, principal, via } = signedIn(request);
      const by = { by: principal.id, at: site.now() };
      if (via === 'session') {
        await end(site.store, principal.id, found.id, by);
        takeSession(reply, site.cookies);
      } else await endToken(site.store, principal.id, found.id, by);
      return reply.code(204).send(null);
    },
  });
};
