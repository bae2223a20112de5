/** What one manages oneself: one's sessions and API tokens. */
import { z } from 'zod';
import { signedIn } from '../request/caller.ts';
import { takeSession } from '../request/cookies.ts';
import { accountProblem } from '../problem.ts';
import { end, endEverywhere, endOf, sessionsOf } from '../sessions.ts';
import { TOKEN_LONGEST, endToken, makeToken, tokensOf } from '../tokens.ts';
import { DAY } from '../instant.ts';
import { hashSchema, instantSchema, labelSchema } from './schema.ts';
import { done, type Routes } from './site.ts';

const tags = ['mine'];

const sessionSchema = z.object({
  id: hashSchema,
  how: z.enum(['passkey', 'oidc', 'code']),
  agent: z.string().describe('What the browser calls itself.'),
  created: instantSchema,
  seen: instantSchema,
  ends: instantSchema.describe('When it ends if nothing more is heard.'),
  current: z.boolean().describe('The one that this request was sent in.'),
});

const tokenSchema = z.object({
  id: hashSchema,
  label: labelSchema,
  created: instantSchema,
  expires: instantSchema,
});

export const mineRoutes: Routes = async (app, { site }) => {
  const { store } = site;

  app.route({
    method: 'GET',
    url: '/sessions',
    schema: { summary: 'My sessions', tags, response: { 200: z.array(sessionSchema) } },
    handler: async (request) => {
      const caller = signedIn(request);
      const found = await sessionsOf(store, caller.found.account, site.now());
      return found.map(({ id, session }) => ({
        id,
        how: session.how,
        agent: session.agent,
        created: session.created,
        seen: session.seen,
        ends: endOf(session),
        current: id === caller.found.id,
      }));
    },
  });

  app.route({
    method: 'DELETE',
    url: '/sessions',
    schema: { summary: 'End all my sessions and tokens', tags, response: { 204: done } },
    handler: async (request, reply) => {
      const { principal } = signedIn(request);
      await endEverywhere(store, principal.id, { by: principal.id, at: site.now() });
      takeSession(reply, site.cookies);
      return reply.code(204).send(null);
    },
  });

  app.route({
    method: 'DELETE',
    url: '/sessions/:id',
    schema: {
      summary: 'End one of my sessions',
      tags,
      params: z.object({ id: hashSchema }),
      response: { 204: done },
    },
    handler: async (request, reply) => {
      const { found, principal } = signedIn(request);
      const mine = await sessionsOf(store, found.account, site.now());
      if (!mine.some(({ id }) => id === request.params.id)) throw accountProblem('unknown-session');
      await end(store, principal.id, request.params.id, { by: principal.id, at: site.now() });
      return reply.code(204).send(null);
    },
  });

  app.route({
    method: 'GET',
    url: '/tokens',
    schema: { summary: 'My API tokens', tags, response: { 200: z.array(tokenSchema) } },
    handler: async (request) => {
      const found = await tokensOf(store, signedIn(request).found.account, site.now());
      return found.map(({ id, token }) => ({
        id,
        label: token.label,
        created: token.created,
        expires: token.expires,
      }));
    },
  });

  app.route({
    method: 'POST',
    url: '/tokens',
    schema: {
      summary: 'Make an API token',
      description: 'Made with a token, the new one is valid no longer than that one.',
      tags,
      body: z.object({
        label: labelSchema,
        days: z
          .int()
          .min(1)
          .max(TOKEN_LONGEST / DAY)
          .describe('How many days it is valid.'),
      }),
      response: { 201: z.object({ token: z.string().describe('Shown this once.'), expires: instantSchema }) },
    },
    handler: async (request, reply) => {
      const caller = signedIn(request);
      const latest = caller.via === 'token' ? { latest: caller.found.token.expires } : {};
      const { id } = caller.principal;
      const made = await makeToken(store, id, { ...request.body, ...latest }, { by: id, at: site.now() });
      return reply.code(201).send({ token: made.text, expires: made.token.expires });
    },
  });

  app.route({
    method: 'DELETE',
    url: '/tokens/:id',
    schema: {
      summary: 'End one of my API tokens',
      tags,
      params: z.object({ id: hashSchema }),
      response: { 204: done },
    },
    handler: async (request, reply) => {
      const { principal } = signedIn(request);
      await endToken(store, principal.id, request.params.id, { by: principal.id, at: site.now() });
      return reply.code(204).send(null);
    },
  });
};
