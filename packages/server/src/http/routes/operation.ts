/** For those who keep the server running. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { mayAdminister } from '../../accounts/authority.ts';
import { isLocal } from '../../accounts/request/loopback.ts';
import type { Desk } from '../desk.ts';
import { problem } from '../problem.ts';

export const operationRoutes: FastifyPluginAsyncZod<Desk> = async (app, { metrics, store, watchers }) => {
  app.route({
    method: 'GET',
    url: '/health',
    config: { rateLimit: false },
    schema: {
      summary: 'Whether the process runs',
      tags: ['operation'],
      response: { 200: z.object({ status: z.literal('up') }) },
    },
    handler: async () => ({ status: 'up' as const }),
  });

  app.route({
    method: 'GET',
    url: '/ready',
    config: { rateLimit: false },
    schema: {
      summary: 'Whether it can record: the store answers',
      tags: ['operation'],
      response: { 200: z.object({ status: z.literal('ready') }) },
    },
    handler: async () => {
      await store.length('ready').catch(() => {
        throw problem('store-unavailable');
      });
      return { status: 'ready' as const };
    },
  });

  app.route({
    method: 'GET',
    url: '/metrics',
    schema: {
      summary: 'Figures for Prometheus: for the machine itself and the secretariat',
      tags: ['operation'],
      response: {
        200: { description: 'Figures', content: { 'text/plain': { schema: z.string() } } },
      },
    },
    handler: async (request, reply) => {
      // A proxy on this machine speaks for others, who are not the machine.
      const { headers, socket } = request.raw;
      const local = isLocal({ address: socket.remoteAddress, headers });
      if (!local && !mayAdminister(request.principal)) throw problem('not-found');
      return reply.type('text/plain; version=0.0.4').send(metrics.text(watchers.count));
    },
  });
};
