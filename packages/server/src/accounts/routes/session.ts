/** Who one is to the server. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { roleSchema } from './schema.ts';

const session = z.object({
  demo: z
    .boolean()
    .describe('The server runs as a demonstration: one person on this machine holds every seat.'),
  principal: z
    .object({ id: z.string(), name: z.string(), roles: z.array(roleSchema) })
    .nullable()
    .describe('Who has signed in; null: nobody.'),
});

export const sessionRoutes: FastifyPluginAsyncZod<{ readonly demo: boolean }> = async (app, { demo }) => {
  app.route({
    method: 'GET',
    url: '/',
    schema: { summary: 'Who has signed in', tags: ['session'], response: { 200: session } },
    handler: async (request) => ({
      demo,
      principal: request.principal && {
        id: request.principal.id,
        name: request.principal.name,
        roles: [...request.principal.roles],
      },
    }),
  });
};
