/** The arrangements that a case can be opened under. They are public to whoever has signed in. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { signedIn, type Desk } from '../desk.ts';
import { problem } from '../problem.ts';
import { textSchema } from '../schemas.ts';

const listed = z.object({
  id: z.string(),
  name: textSchema,
  summary: textSchema,
  hash: z.string().describe('SHA-256 of the files that make it.'),
});

export const filesSchema = z.object({
  id: z.string(),
  hash: z.string(),
  root: z.string().describe('The file to begin reading with.'),
  claims: z.string().optional().describe('The file of claims, where there is one.'),
  files: z.record(z.string(), z.string()).describe('Contents by path.'),
});

export const ROOT = 'arrangement.yaml';

export const arrangementRoutes: FastifyPluginAsyncZod<Desk> = async (app, { cases }) => {
  app.route({
    method: 'GET',
    url: '',
    schema: {
      summary: 'Arrangements that a case can be opened under',
      tags: ['arrangements'],
      response: { 200: z.object({ arrangements: z.array(listed) }) },
    },
    handler: async (request) => {
      signedIn(request);
      const shelved = [...cases.shelf.arrangements.values()];
      return {
        arrangements: shelved.map(({ arrangement: { id, name, summary }, hash }) => ({
          id,
          name,
          summary,
          hash,
        })),
      };
    },
  });

  app.route({
    method: 'GET',
    url: '/:arrangement/files',
    schema: {
      summary: 'The files of an arrangement',
      tags: ['arrangements'],
      params: z.object({ arrangement: z.string().max(100) }),
      response: { 200: filesSchema },
    },
    handler: async (request) => {
      signedIn(request);
      const shelved = cases.shelf.arrangements.get(request.params.arrangement);
      if (!shelved) throw problem('not-found');
      const { arrangement, claims, files, hash } = shelved;
      return { id: arrangement.id, hash, root: ROOT, ...(claims === undefined ? {} : { claims }), files };
    },
  });
};
